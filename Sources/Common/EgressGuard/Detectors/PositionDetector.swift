// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Geographic positions: degrees with signs or hemispheres, and pairs of decimal degrees.
enum PositionDetector: TextDetector {
    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            if tokens[index].kind == .number, let end = Self.degrees(tokens, index) ?? Self.decimals(tokens, index) {
                var start = index
                if tokens.isSign(start - 1, "-\u{2212}+") { start -= 1 }
                found.append(
                    DraftFinding(
                        tokens[start].range.lowerBound..<tokens[end].range.upperBound,
                        GuardRule.coordinates,
                        .remove
                    )
                )
                index = end + 1
            } else {
                index += 1
            }
        }
        return found
    }

    /// "51° 55' 12\" N", "51 55.2 N".
    private static func degrees(_ tokens: TokenList, _ index: Int) -> Int? {
        var end = index
        var hasDegree = false
        var next = index + 1
        while next < tokens.count, next - index <= 9 {
            if tokens.isSign(next, "\u{B0}\u{BA}") { hasDegree = true }
            if tokens.isSign(next, "\u{B0}\u{BA}'\u{2032}\u{2033}\"\u{2019}\u{201D}.,") || tokens[next].kind == .number
            {
                end = next
                next += 1
                continue
            }
            let isHemisphere =
                tokens[next].length == 1 && tokens[next].isUpper
                && Signs.contains("NSEWO", tokens.scalars[tokens[next].range.lowerBound])
            if isHemisphere { return hasDegree || end - index >= 2 ? next : nil }
            break
        }
        let marks = (index...end).count { tokens.isSign($0, "'\u{2032}\u{2033}\u{2019}") }
        return hasDegree && marks >= 1 ? end : nil
    }

    /// Two numbers with at least three decimals each.
    private static func decimals(_ tokens: TokenList, _ index: Int) -> Int? {
        guard let first = Self.decimal(tokens, index) else { return nil }
        var next = first + 1
        while next < tokens.count, tokens.isSign(next, ",;/-\u{2212}+ "), next - first <= 2 { next += 1 }
        guard next > first, next < tokens.count else { return nil }
        return Self.decimal(tokens, next)
    }

    private static func decimal(_ tokens: TokenList, _ index: Int) -> Int? {
        guard tokens[index].kind == .number, tokens[index].length <= 3, tokens.isSign(index + 1, "."),
            tokens.touches(index, index + 1), tokens.touches(index + 1, index + 2), tokens[index + 2].kind == .number,
            tokens[index + 2].length >= 3
        else { return nil }
        return index + 2
    }
}
