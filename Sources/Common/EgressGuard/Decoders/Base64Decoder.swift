// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Base64 and base64url (RFC 4648), wrapped or not, at each of the four possible offsets of a run.
enum Base64Decoder: LayerDecoder {
    static let name = "base64"
    private static let shortest = 8

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let scalars = layer.scalars
        let tokens = layer.tokens
        var found: [TextLayer] = []
        var index = 0
        while index < tokens.count {
            let (next, looksEncoded) = Self.stretch(of: tokens, from: index)
            guard looksEncoded else {
                index = next
                continue
            }
            let run = Self.run(in: scalars, from: Int(tokens[index].start))
            index = max(next, tokens.firstIndex(atOrAfter: run.end))
            guard run.values.count >= Self.shortest else { continue }
            for offset in 0..<4 {
                let bytes = Self.bytes(run.values.dropFirst(offset))
                if let decoded = DecodedRun.layer(bytes, of: run.start..<run.end, in: layer, name: Self.name) {
                    found.append(decoded)
                }
            }
        }
        return found
    }

    /// The tokens that touch each other from one on, and whether they may be base64 rather than words.
    ///
    /// Plain words are not decoded: a run needs a digit among letters, a capital inside, padding or many signs.
    private static func stretch(of tokens: TokenList, from start: Int) -> (next: Int, looksEncoded: Bool) {
        var traits: TokenTraits = []
        var hasLetter = false
        var hasSign = false
        var index = start
        while index < tokens.count, index == start || tokens[index - 1].end == tokens[index].start {
            let token = tokens[index]
            if token.kind == .sign {
                guard tokens.isSign(index, "+/-_=") else { break }
                if tokens.isSign(index, "+_=") { hasSign = true }
            } else {
                traits.formUnion(token.traits.intersection([.digit, .innerCapital]))
                if index > start, token.isCapitalised { traits.insert(.innerCapital) }
                hasLetter = hasLetter || token.kind == .word
            }
            index += 1
        }
        guard index > start else { return (start + 1, false) }
        let length = Int(tokens[index - 1].end - tokens[start].start)
        let isMixed = traits.contains(.innerCapital) || traits.contains(.digit) && hasLetter || hasSign
        return (index, length >= Self.shortest && (isMixed || length >= 24))
    }

    private struct Run {
        let start: Int
        var end: Int
        var values: [UInt8] = []
    }

    /// A run of base64 signs; a single line break inside a long run is folding.
    private static func run(in scalars: [Unicode.Scalar], from start: Int) -> Run {
        var run = Run(start: start, end: start)
        var index = start
        var sinceBreak = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if let value = Self.value(scalar) {
                run.values.append(value)
                run.end = index + 1
                sinceBreak += 1
            } else if scalar == "=" {
                run.end = index + 1
            } else if scalar == "\n" || scalar == "\r", sinceBreak >= 40 || sinceBreak == 0 && run.values.count >= 40 {
                sinceBreak = 0
            } else {
                break
            }
            index += 1
        }
        return run
    }

    private static func bytes(_ values: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for value in values {
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }

    static func value(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x41...0x5A: UInt8(scalar.value - 0x41)
        case 0x61...0x7A: UInt8(scalar.value - 0x61 + 26)
        case 0x30...0x39: UInt8(scalar.value - 0x30 + 52)
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
