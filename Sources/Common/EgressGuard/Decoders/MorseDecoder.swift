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
        guard Self.mayHoldCode(layer.tokens) else { return [] }
        var builder = TextLayerBuilder(source: layer)
        for run in Self.runs(in: layer.scalars) {
            Self.put(run, to: &builder)
            // The last dot may be the full stop of the sentence.
            guard let last = run.last, last.code.hasSuffix("."), last.code.utf8.count > 1 else { continue }
            let shorter = (String(last.code.dropLast()), last.range.lowerBound..<(last.range.upperBound - 1))
            Self.put(run.dropLast() + [shorter], to: &builder)
        }
        return builder.changed ? [builder.layer(Self.name)] : []
    }

    /// Several dots or dashes that begin behind a blank or a stroke.
    private static func mayHoldCode(_ tokens: TokenList) -> Bool {
        var count = 0
        for index in 0..<tokens.count where tokens[index].kind == .sign {
            let begins = index == 0 || tokens[index].spaceBefore || tokens.isSign(index - 1, "/|")
            if begins, Self.sign(tokens.scalars[Int(tokens[index].start)]) != nil { count += 1 }
            if count >= Self.shortest { return true }
        }
        return false
    }

    private static func put(_ run: [(code: String, range: Range<Int>)], to builder: inout TextLayerBuilder) {
        for part in run {
            if let letter = Self.letters[part.code] { builder.put(letter, for: part.range) }
        }
        if let last = run.last { builder.put("|", for: last.range) }
    }

    /// Codes separated by blanks or strokes, at least three in a row.
    private static func runs(in scalars: [Unicode.Scalar]) -> [[(code: String, range: Range<Int>)]] {
        var runs: [[(code: String, range: Range<Int>)]] = []
        var run: [(code: String, range: Range<Int>)] = []
        var index = 0
        func finish() {
            if run.count >= Self.shortest { runs.append(run) }
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
            let isKnown =
                Self.letters[code] != nil || code.hasSuffix(".") && Self.letters[String(code.dropLast())] != nil
            if isKnown { run.append((code, start..<index)) } else { finish() }
        }
        finish()
        return runs
    }

    private static func sign(_ scalar: Unicode.Scalar) -> Character? {
        switch scalar {
        case ".", "\u{B7}", "\u{2022}": "."
        case "-", "\u{2212}", "\u{2013}", "\u{2014}", "_": "-"
        default: nil
        }
    }
}
