// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Ship and container numbers, by form and check digit.
enum MaritimeNumberDetector: TextDetector {
    private static let imo = WordSet("imo omi")
    private static let mmsi = WordSet("mmsi ismm")

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<tokens.count where tokens[index].kind != .sign {
            if tokens[index].kind == .number, let finding = Self.ship(tokens, index, level) { found.append(finding) }
            if tokens[index].kind == .word, let finding = Self.container(tokens, index) { found.append(finding) }
        }
        return found
    }

    private static func ship(_ tokens: TokenList, _ index: Int, _ level: GuardLevel) -> DraftFinding? {
        guard tokens[index].length == 7 || tokens[index].length == 9 else { return nil }
        let digits = tokens.scalars[tokens[index].range].compactMap { Signs.hexValue($0).map(Int.init) }
        let labels = (1...3).filter { index - $0 >= 0 }.map { tokens[index - $0].hash }
        if digits.count == 7 {
            if labels.contains(where: Self.imo.contains) {
                return DraftFinding(tokens[index].range, GuardRule.imo, .remove)
            }
            let sum = zip(digits.prefix(6), [7, 6, 5, 4, 3, 2]).map { $0 * $1 }.reduce(0, +)
            return sum % 10 == digits[6] ? DraftFinding(tokens[index].range, GuardRule.imo, .flag) : nil
        }
        guard digits.count == 9, (2...7).contains(digits[0]) else { return nil }
        let isLabelled = labels.contains(where: Self.mmsi.contains)
        return DraftFinding(tokens[index].range, GuardRule.mmsi, isLabelled || level > .customs ? .remove : .flag)
    }

    /// ISO 6346: three letters, U, J or Z, six digits and perhaps the check digit, with or without separators.
    private static func container(_ tokens: TokenList, _ index: Int) -> DraftFinding? {
        guard tokens[index].isUpper, tokens[index].length == 4 || tokens[index].length >= 10 else { return nil }
        var signs: [Unicode.Scalar] = []
        var last = index
        var next = index
        while next < tokens.count, signs.count < 11 {
            if tokens[next].kind == .sign {
                guard next > index, tokens.isSign(next, "-./") else { break }
                next += 1
                continue
            }
            guard next == index || signs.count >= 4 else { break }
            signs += tokens.scalars[tokens[next].range]
            last = next
            next += 1
        }
        guard signs.count == 11 || signs.count == 10, signs.prefix(4).allSatisfy(Signs.isUpper),
            Signs.contains("UJZ", signs[3]), signs.dropFirst(4).allSatisfy(Signs.isDigit)
        else { return nil }
        let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
        return DraftFinding(range, GuardRule.container, .remove)
    }
}
