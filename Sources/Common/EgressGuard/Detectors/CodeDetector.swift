// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Codes that carry no label: capitals with digits, joined or in groups, as file numbers, tickets and seals are.
enum CodeDetector: TextDetector {
    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].kind != .sign else {
                index += 1
                continue
            }
            var traits = tokens[index].traits
            var last = index
            while tokens.isSign(last + 1, "-/_"), tokens.touches(last, last + 1), tokens.touches(last + 1, last + 2),
                tokens[last + 2].kind != .sign
            {
                last += 2
                traits.formUnion(tokens[last].traits)
            }
            let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
            if traits.contains(.digit), !traits.isDisjoint(with: [.capitalised, .innerCapital]),
                Self.isCode(tokens.scalars[range])
            {
                found.append(DraftFinding(range, GuardRule.code, level > .customs ? .remove : .flag))
            }
            index = last + 1
        }
        return found
    }

    private static func isCode(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = scalars.count { Signs.isDigit($0) }
        let upper = scalars.count { Signs.isUpper($0) }
        let lower = scalars.count { Signs.isLetter($0) } - upper
        return upper >= 1 && lower == 0 && digits >= 4 && digits + upper >= 6
    }
}
