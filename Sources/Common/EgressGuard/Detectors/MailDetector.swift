// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Mail addresses, also dictated ("w dot name at host dot org") or bracketed, and handles of social media.
enum MailDetector: TextDetector {
    static let atWords = WordSet("at arobase arobas arroba chez")
    private static let dotWords = WordSet(
        "dot point punto pt dash hyphen minus underscore tiret guion guionbajo underline"
    )

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<tokens.count
        where tokens[index].kind == .sign || tokens[index].traits.contains(.atWord) {
            guard let sign = Self.at(tokens, index) else { continue }
            if let range = Self.address(tokens, around: sign) {
                found.append(DraftFinding(range, GuardRule.email, .remove))
            } else if tokens.isSign(index, "@\u{FF20}\u{FE6B}"), index + 1 < tokens.count,
                tokens.touches(index, index + 1),
                tokens[index + 1].kind == .word
            {
                var end = index + 1
                while end + 1 < tokens.count, tokens.touches(end, end + 1),
                    tokens[end + 1].kind != .sign || tokens.isSign(end + 1, "_")
                { end += 1 }
                found.append(
                    DraftFinding(
                        tokens[index].range.lowerBound..<tokens[end].range.upperBound,
                        GuardRule.handle,
                        .remove
                    )
                )
            }
        }
        return found
    }

    private struct Separator {
        var first: Int
        var last: Int
        var isWord: Bool
    }

    /// An at sign or word at a token, brackets included.
    private static func at(_ tokens: TokenList, _ index: Int) -> Separator? {
        if tokens.isSign(index, "@\u{FF20}\u{FE6B}") { return Separator(first: index, last: index, isWord: false) }
        guard tokens[index].kind == .word, tokens[index].traits.contains(.atWord) else { return nil }
        return Self.bracketed(tokens, index)
    }

    private static func bracketed(_ tokens: TokenList, _ index: Int) -> Separator {
        if tokens.isSign(index - 1, "([{<"), tokens.isSign(index + 1, ")]}>") {
            return Separator(first: index - 1, last: index + 1, isWord: false)
        }
        return Separator(first: index, last: index, isWord: true)
    }

    /// A dot between two labels: the sign without blanks, the word, or the word in brackets.
    private static func dot(_ tokens: TokenList, _ index: Int) -> Separator? {
        guard index >= 0, index < tokens.count else { return nil }
        if tokens.isSign(index, "._"), tokens.touches(index - 1, index), tokens.touches(index, index + 1) {
            return Separator(first: index, last: index, isWord: false)
        }
        if tokens.isSign(index, "([{<"), index + 1 < tokens.count, Self.dotWords.contains(tokens[index + 1].hash),
            tokens.isSign(index + 2, ")]}>")
        {
            return Separator(first: index, last: index + 2, isWord: false)
        }
        if tokens[index].kind == .word, Self.dotWords.contains(tokens[index].hash) {
            return Separator(first: index, last: index, isWord: true)
        }
        return nil
    }

    private static func address(_ tokens: TokenList, around at: Separator) -> Range<Int>? {
        var end = at.last + 1
        guard end < tokens.count, tokens[end].kind != .sign else { return nil }
        var dots = 0
        var hasSpokenDot = false
        while true {
            while tokens.isSign(end + 1, "-"), tokens.touches(end, end + 1), end + 2 < tokens.count,
                tokens[end + 2].kind != .sign
            {
                end += 2
            }
            guard let dot = Self.dot(tokens, end + 1), dot.last + 1 < tokens.count, tokens[dot.last + 1].kind != .sign
            else {
                break
            }
            dots += 1
            hasSpokenDot = hasSpokenDot || dot.isWord || dot.first != dot.last
            end = dot.last + 1
        }
        guard dots > 0, !at.isWord || hasSpokenDot else { return nil }
        var start = at.first - 1
        guard start >= 0, tokens[start].kind != .sign || tokens.isSign(start, "_-") else { return nil }
        while start > 0 {
            if tokens.isSign(start - 1, "-+_"), tokens.touches(start - 1, start), start >= 2,
                tokens[start - 2].kind != .sign,
                tokens.touches(start - 2, start - 1)
            {
                start -= 2
            } else if let dot = Self.dotBefore(tokens, start), dot.first > 0, tokens[dot.first - 1].kind != .sign {
                start = dot.first - 1
            } else {
                break
            }
        }
        return tokens[start].range.lowerBound..<tokens[end].range.upperBound
    }

    private static func dotBefore(_ tokens: TokenList, _ index: Int) -> Separator? {
        if let dot = Self.dot(tokens, index - 1), dot.last == index - 1 { return dot }
        if index >= 3, let dot = Self.dot(tokens, index - 3), dot.last == index - 1 { return dot }
        return nil
    }
}
