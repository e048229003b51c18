// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A text cut into words, numbers and signs, once, for all detectors.
struct TokenList: Sendable {
    let scalars: [Unicode.Scalar]
    private(set) var tokens: [TextToken] = []

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var index = 0
        var spaceBefore = true
        var newlines = 1
        var startsSentence = true
        while index < scalars.count {
            let scalar = scalars[index]
            if Signs.isSpace(scalar) {
                spaceBefore = true
                if scalar == "\n" { newlines += 1 }
                if newlines >= 2 { startsSentence = true }
                index += 1
                continue
            }
            var token: TextToken
            if Signs.isWordSign(scalar) {
                token = Self.word(in: scalars, from: index, spaceBefore: spaceBefore, newline: newlines > 0)
                token.startsSentence = startsSentence
                startsSentence = false
            } else {
                token = TextToken(
                    kind: .sign,
                    range: index..<(index + 1),
                    hash: UInt64(scalar.value),
                    isCapitalised: false,
                    isUpper: false,
                    hasDigit: false,
                    spaceBefore: spaceBefore,
                    newlineBefore: newlines > 0,
                    startsSentence: false
                )
                startsSentence = self.endsSentence(scalar, at: index, before: startsSentence)
            }
            self.tokens.append(token)
            index = token.range.upperBound
            spaceBefore = false
            newlines = 0
        }
    }

    var count: Int { self.tokens.count }
    subscript(index: Int) -> TextToken { self.tokens[index] }

    func isSign(_ index: Int, _ signs: String) -> Bool {
        guard index >= 0, index < self.tokens.count, self.tokens[index].kind == .sign else { return false }
        return signs.unicodeScalars.contains(self.scalars[self.tokens[index].range.lowerBound])
    }

    /// The first token at or after a code point.
    func firstIndex(atOrAfter place: Int) -> Int {
        var low = 0
        var high = self.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if self.tokens[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func endsSentence(_ scalar: Unicode.Scalar, at index: Int, before: Bool) -> Bool {
        switch scalar {
        case ".":
            // Not after a single letter: "P. Ramanathan" is one name.
            guard let last = self.tokens.last, last.kind == .word else { return true }
            return last.length > 1
        case "!", "?", "\u{2026}", ":", "\"", "\u{201C}", "\u{AB}", "\u{2022}", "\u{A1}", "\u{BF}", "\u{2018}":
            return true
        case "(", "-", "\u{2013}", "\u{2014}", "'", "\u{2019}", "\u{201D}", "\u{BB}": return before
        default: return false
        }
    }

    private static func word(
        in scalars: [Unicode.Scalar],
        from start: Int,
        spaceBefore: Bool,
        newline: Bool
    ) -> TextToken {
        var end = start
        var hash = WordHash.start
        var upper = 0
        var letters = 0
        var digits = 0
        let folding = ScalarFolding.lookAlike
        while end < scalars.count {
            let scalar = scalars[end]
            switch folding.reading(of: scalar) {
            case .separator:
                break
            case .dropped:
                end += 1
                continue
            case .letters(var packed):
                if Signs.isDigit(scalar) { digits += 1 } else { letters += 1 }
                if Signs.isUpper(scalar) { upper += 1 }
                repeat {
                    hash = WordHash.add(UInt8(truncatingIfNeeded: packed), to: hash)
                    packed >>= 8
                } while packed != 0
                end += 1
                continue
            case .foreign:
                letters += 1
                for byte in String(scalar).lowercased().utf8 { hash = WordHash.add(byte, to: hash) }
                end += 1
                continue
            }
            break
        }
        end = max(end, start + 1)
        return TextToken(
            kind: letters == 0 ? .number : .word,
            range: start..<end,
            hash: hash,
            isCapitalised: Signs.isUpper(scalars[start]),
            isUpper: upper > 0 && upper == letters,
            hasDigit: digits > 0,
            spaceBefore: spaceBefore,
            newlineBefore: newline,
            startsSentence: false
        )
    }
}
