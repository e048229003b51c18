// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Morse code (ITU-R M.1677) in dots and hyphens, letters separated by blanks, words by a stroke.
enum MorseDecoder: LayerDecoder {
    static let name = "morse"
    private static let shortest = 3

    private static let letters: [String: Unicode.Scalar] = [
        ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g", "....": "h", "..": "i",
        ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n", "---": "o", ".--.": "p", "--.-": "q", ".-.": "r",
        "...": "s", "-": "t", "..-": "u", "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z",
        "-----": "0", ".----": "1", "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6", "--...": "7",
        "---..": "8", "----.": "9",
    ]

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let scalars = layer.scalars
        var builder = TextLayerBuilder(source: layer)
        var run: [(Unicode.Scalar, Range<Int>)] = []
        var index = 0
        func finish() {
            if run.count >= Self.shortest {
                for (letter, range) in run { builder.put(letter, for: range) }
                if let last = run.last { builder.put("|", for: last.1) }
            }
            run = []
        }
        while index < scalars.count {
            guard let first = Self.sign(scalars[index]) else {
                if !Signs.isSpace(scalars[index]), scalars[index] != "/" { finish() }
                index += 1
                continue
            }
            let start = index
            var code = String(first)
            index += 1
            while index < scalars.count, let sign = Self.sign(scalars[index]), code.utf8.count < 6 {
                code.append(sign)
                index += 1
            }
            if let letter = Self.letters[code] { run.append((letter, start..<index)) } else { finish() }
        }
        finish()
        return builder.changed ? [builder.layer(Self.name)] : []
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Character? {
        switch scalar {
        case ".", "\u{B7}", "\u{2022}": "."
        case "-", "\u{2212}", "\u{2013}", "\u{2014}", "_": "-"
        default: nil
        }
    }
}
