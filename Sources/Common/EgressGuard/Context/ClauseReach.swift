// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Widens a match to the clause or sentence that it stands in.
enum ClauseReach {
    private static let clauseEnds = ",;:.!?()[]\"\u{201C}\u{201D}\u{AB}\u{BB}\u{2014}\u{2013}\u{2026}"
    private static let sentenceEnds = ".!?;\"\u{201C}\u{201D}\u{AB}\u{BB}\u{2026}"

    static func start(of index: Int, in tokens: TokenList, reach: PhrasePattern.Reach) -> Int {
        guard reach != .phrase else { return index }
        let ends = reach == .clause ? Self.clauseEnds : Self.sentenceEnds
        var index = index
        while index > 0, !tokens.isSign(index - 1, ends), !Self.isParagraph(index, in: tokens) { index -= 1 }
        return index
    }

    static func end(of index: Int, in tokens: TokenList, reach: PhrasePattern.Reach) -> Int {
        guard reach != .phrase else { return index }
        let ends = reach == .clause ? Self.clauseEnds : Self.sentenceEnds
        var index = index
        while index + 1 < tokens.count, !tokens.isSign(index + 1, ends), !Self.isParagraph(index + 1, in: tokens) {
            index += 1
        }
        return index
    }

    /// Whether an empty line stands before a token.
    private static func isParagraph(_ index: Int, in tokens: TokenList) -> Bool {
        guard tokens[index].newlineBefore, index > 0 else { return false }
        let between = tokens.scalars[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
        return between.count { $0 == "\n" } >= 2
    }
}
