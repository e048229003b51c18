// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Web addresses, host names and IP addresses.
enum WebDetector: TextDetector {
    private static let topLevels = WordSet(
        """
        com org net info biz eu int example test invalid localhost local internal uk fr es de nl be it pt ie au us ca
        nz za ke
        sn ma tn dz ci gh ng ec co pe br ar cl mx pa my sg id th vn cn hk jp kr in ae tr gr pl ru ua io app dev cloud
        onion
        """
    )

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            guard index + 2 < tokens.count, tokens[index].kind != .sign, tokens[index + 1].kind == .sign,
                tokens[index].end == tokens[index + 1].start, tokens[index + 1].end == tokens[index + 2].start
            else {
                index += 1
                continue
            }
            if let end = Self.address(tokens, index) {
                found.append(
                    DraftFinding(
                        tokens[index].range.lowerBound..<tokens[end].range.upperBound,
                        GuardRule.address,
                        .remove
                    )
                )
                index = end + 1
                continue
            }
            if let range = Self.web(tokens, index) {
                found.append(DraftFinding(range, GuardRule.url, .remove))
                index = tokens.firstIndex(atOrAfter: range.upperBound)
                continue
            }
            index += 1
        }
        return found
    }

    /// "scheme://...", "www....", or labels joined by dots that end in a known top level.
    private static func web(_ tokens: TokenList, _ index: Int) -> Range<Int>? {
        guard tokens[index].kind != .sign, index + 1 < tokens.count else { return nil }
        guard tokens[index + 1].kind == .sign else { return nil }
        let isScheme = tokens.isSign(index + 1, ":") && tokens.isSign(index + 2, "/") && tokens.isSign(index + 3, "/")
        if isScheme { return Self.toRunEnd(tokens, index) }
        guard index == 0 || !tokens.touches(index - 1, index) || tokens.isSign(index - 1, "(\"'<[\u{AB}") else {
            return nil
        }
        var last = index
        var labels = 1
        while tokens.isSign(last + 1, ".-"), tokens.touches(last, last + 1), tokens.touches(last + 1, last + 2),
            tokens[last + 2].kind != .sign
        {
            if tokens.isSign(last + 1, ".") { labels += 1 }
            last += 2
        }
        guard labels >= 2, tokens[index].length >= 2, Self.topLevels.contains(tokens[last].hash),
            tokens[last].kind == .word
        else {
            return nil
        }
        guard tokens[last - 2].length >= 2, !tokens[last].isCapitalised else { return nil }
        return Self.toRunEnd(tokens, index)
    }

    private static func toRunEnd(_ tokens: TokenList, _ index: Int) -> Range<Int> {
        let start = tokens[index].range.lowerBound
        var end = start
        while end < tokens.scalars.count, !Signs.isSpace(tokens.scalars[end]) { end += 1 }
        return Self.trimmed(start..<end, tokens)
    }

    private static func trimmed(_ range: Range<Int>, _ tokens: TokenList) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, Signs.contains(".,;:)]}>\"'\u{BB}\u{201D}!?", tokens.scalars[end - 1]) {
            end -= 1
        }
        return range.lowerBound..<end
    }

    /// IPv4 in four groups, IPv6 in at least three groups with a colon pair or eight groups.
    private static func address(_ tokens: TokenList, _ index: Int) -> Int? {
        var last = index
        var groups = 1
        if let first = tokens.number(index), first < 256 {
            while tokens.isSign(last + 1, "."), tokens.touches(last, last + 1), tokens.touches(last + 1, last + 2),
                let next = tokens.number(last + 2), next < 256
            {
                groups += 1
                last += 2
            }
            if groups == 4 { return last }
        }
        return Self.sixth(tokens, index)
    }

    private static func sixth(_ tokens: TokenList, _ index: Int) -> Int? {
        guard Self.isHexGroup(tokens, index) else { return nil }
        var last = index
        var groups = 1
        var hasGap = false
        while tokens.isSign(last + 1, ":"), tokens.touches(last, last + 1) {
            var next = last + 2
            if tokens.isSign(next, ":"), tokens.touches(last + 1, next) {
                hasGap = true
                next += 1
            }
            guard next < tokens.count, tokens.touches(next - 1, next), Self.isHexGroup(tokens, next) else { break }
            groups += 1
            last = next
        }
        return groups >= 8 || hasGap && groups >= 2 || groups == 6 ? last : nil
    }

    private static func isHexGroup(_ tokens: TokenList, _ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].kind != .sign, tokens[index].length <= 4 else { return false }
        return tokens.letters(index).allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
