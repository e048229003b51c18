// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Street addresses in the three languages.
enum StreetDetector: TextDetector {
    static let after = WordSet(
        "street avenue road lane drive boulevard close crescent court terrace st rd ave blvd straat weg strasse allee"
    )
    static let before = WordSet(
        "rue avenue boulevard allee impasse chemin calle avenida paseo carrer camino via viale"
    )

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<tokens.count where tokens[index].traits.contains(.street) {
            if Self.after.contains(tokens[index].hash), tokens[index].isCapitalised, index > 0,
                tokens[index - 1].isCapitalised,
                tokens[index - 1].kind == .word, !tokens[index].newlineBefore
            {
                let first = tokens[max(0, index - 2)].kind == .number ? index - 2 : index - 1
                found.append(
                    DraftFinding(
                        tokens[max(0, first)].range.lowerBound..<tokens[index].range.upperBound,
                        GuardRule.street,
                        .flag
                    )
                )
            }
            guard Self.before.contains(tokens[index].hash) else { continue }
            var last = index
            while last + 1 < tokens.count, last - index < 5,
                tokens.isSign(last + 1, "'\u{2019}-") || tokens[last + 1].isCapitalised
                    || NameWords.particles.contains(tokens[last + 1].hash)
            { last += 1 }
            while last > index, !tokens[last].isCapitalised { last -= 1 }
            if last > index {
                found.append(
                    DraftFinding(
                        tokens[index].range.lowerBound..<tokens[last].range.upperBound,
                        GuardRule.street,
                        .flag
                    )
                )
            }
        }
        return found
    }
}
