// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Widens a match to the clause or sentence that it stands in.
enum ClauseReach {
    private static let clauseEnds: StaticString = ",;:.!?()[]\"\u{201C}\u{201D}\u{AB}\u{BB}\u{2014}\u{2013}\u{2026}"
    private static let sentenceEnds: StaticString = ".!?;\"\u{201C}\u{201D}\u{AB}\u{BB}\u{2026}"

    /// A clause or sentence without an end is widened so many words at most, so that the work stays linear.
    private static let longest = 80

    static func start(of index: Int, in tokens: TokenList, reach: PhrasePattern.Reach) -> Int {
        guard reach != .phrase else { return index }
        guard reach != .list else { return Self.listStart(of: index, in: tokens) }
        let ends = reach == .clause ? Self.clauseEnds : Self.sentenceEnds
        let limit = index - Self.longest
        var index = index
        while index > 0, index > limit, !tokens.isSign(index - 1, ends), !Self.isParagraph(index, in: tokens) {
            index -= 1
        }
        return index
    }

    static func end(of index: Int, in tokens: TokenList, reach: PhrasePattern.Reach) -> Int {
        guard reach != .phrase else { return index }
        guard reach != .list else { return Self.listEnd(of: index, in: tokens) }
        let ends = reach == .clause ? Self.clauseEnds : Self.sentenceEnds
        let limit = index + Self.longest
        var index = index
        while index + 1 < tokens.count, index < limit, !tokens.isSign(index + 1, ends),
            !Self.isParagraph(index + 1, in: tokens)
        {
            index += 1
        }
        return index
    }

    /// Back over items of at most three words, "witness F., born ...", at most three of them.
    private static func listStart(of index: Int, in tokens: TokenList) -> Int {
        var start = index
        for _ in 0..<3 {
            guard tokens.isSign(start - 1, ",") else { break }
            var item = start - 2
            if tokens.isSign(item, ".") { item -= 1 }
            var words = 0
            while item >= 0, tokens[item].kind != .sign, words < 2 {
                words += 1
                item -= 1
            }
            guard words > 0 else { break }
            start = item + 1
        }
        return start
    }

    /// On over items of at most three words, at most three of them.
    private static func listEnd(of index: Int, in tokens: TokenList) -> Int {
        var end = index
        while end + 1 < tokens.count, tokens[end + 1].kind != .sign { end += 1 }
        for _ in 0..<3 {
            guard tokens.isSign(end + 1, ",") else { break }
            var item = end + 2
            var words = 0
            while item < tokens.count, tokens[item].kind != .sign || tokens.isSign(item, "-"), words < 4 {
                if tokens[item].kind != .sign { words += 1 }
                item += 1
            }
            guard words > 0, words < 4 else { break }
            end = item - 1
        }
        return end
    }

    /// Whether an empty line stands before a token.
    private static func isParagraph(_ index: Int, in tokens: TokenList) -> Bool {
        guard tokens[index].newlineBefore, index > 0 else { return false }
        let between = tokens.scalars[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
        return between.count { $0 == "\n" } >= 2
    }
}
