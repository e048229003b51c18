// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Signs that something is written so as not to be read by a machine: spelled out, other scripts, hidden characters.
enum DisguiseDetector: TextDetector {
    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        Self.spelled(tokens) + Self.scripts(tokens) + Self.hidden(tokens)
    }

    /// At least four single letters with the same separator: "H-E-Y-D-E-N", "p r i y a".
    private static func spelled(_ tokens: TokenList) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].kind == .word, tokens[index].length == 1 else {
                index += 1
                continue
            }
            var last = index
            var letters = 1
            while true {
                let step = tokens.isSign(last + 1, "-.,_/*+\u{2013}\u{B7}") ? 2 : 1
                guard last + step < tokens.count, tokens[last + step].kind == .word, tokens[last + step].length == 1
                else { break }
                last += step
                letters += 1
            }
            if letters >= 4 {
                let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
                let isHyphenated = tokens.isSign(index + 1, "-*_")
                found.append(DraftFinding(range, GuardRule.spelledOut, isHyphenated ? .remove : .flag))
            }
            index = last + 1
        }
        return found
    }

    /// Words of another script in a text that is mainly Latin, and words that mix scripts.
    private static func scripts(_ tokens: TokenList) -> [DraftFinding] {
        var found: [DraftFinding] = []
        guard tokens.signs.widestLetter >= 0x250 else { return [] }
        var latin = 0
        var other: [(range: Range<Int>, isMixed: Bool)] = []
        for index in 0..<tokens.count where tokens[index].kind == .word {
            guard tokens[index].traits.contains(.wide) else {
                latin += 1
                continue
            }
            let letters = tokens.scalars[tokens[index].range].filter(Signs.isLetter)
            let foreign = letters.count { !Self.isLatin($0) }
            if foreign == 0 { latin += 1 } else { other.append((tokens[index].range, foreign < letters.count)) }
        }
        guard latin * 2 >= other.count else { return [] }
        for word in other {
            found.append(
                DraftFinding(
                    word.range,
                    word.isMixed ? GuardRule.mixedScript : GuardRule.script,
                    word.isMixed ? .remove : .flag
                )
            )
        }
        return found
    }

    /// Zero-width and directional characters inside or beside words, and letters that only imitate Latin ones.
    private static func hidden(_ tokens: TokenList) -> [DraftFinding] {
        var found: [DraftFinding] = []
        guard tokens.signs.widest >= 0xAD else { return [] }
        for (index, scalar) in tokens.scalars.enumerated() where scalar.value >= 0xAD {
            guard scalar == "\u{AD}" || scalar.value >= 0x600, index >= found.last?.range.upperBound ?? 0 else {
                continue
            }
            let isFormat = Self.isFormat(scalar)
            let isStyled =
                (0x1D400...0x1D7FF).contains(scalar.value) || (0xFF01...0xFF5E).contains(scalar.value)
                || (0x2460...0x24FF).contains(scalar.value) || (0x1F100...0x1F1FF).contains(scalar.value)
                || (0xE0000...0xE007F).contains(scalar.value)
            guard isFormat || isStyled else { continue }
            found.append(DraftFinding(tokens.run(around: index), GuardRule.hiddenSigns, .flag))
        }
        return found
    }

    private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\u{FEFF}" && scalar.properties.generalCategory == .format
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x250, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06, 0x300...0x36F,
            0x2B0...0x2FF,
            0x250...0x2AF:
            true
        default: false
        }
    }
}
