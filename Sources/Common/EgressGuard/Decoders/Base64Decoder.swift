// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Base64 and base64url (RFC 4648), wrapped or not, at each of the four possible offsets of a run.
enum Base64Decoder: LayerDecoder {
    static let name = "base64"
    private static let shortest = 8

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let scalars = layer.scalars
        var found: [TextLayer] = []
        var index = 0
        while index < scalars.count {
            guard Self.value(scalars[index]) != nil else {
                index += 1
                continue
            }
            let run = Self.run(in: scalars, from: index)
            index = run.end
            guard run.values.count >= Self.shortest, run.looksEncoded else { continue }
            for offset in 0..<4 {
                let bytes = Self.bytes(run.values.dropFirst(offset))
                if let decoded = DecodedRun.layer(bytes, of: run.start..<run.end, in: layer, name: Self.name) {
                    found.append(decoded)
                }
            }
        }
        return found
    }

    private struct Run {
        let start: Int
        var end: Int
        var values: [UInt8] = []
        var hasUpper = false
        var hasLower = false
        var hasDigit = false
        var hasSign = false

        /// Plain words are not decoded: a run needs a mixture, padding or a capital inside.
        var looksEncoded: Bool {
            self.hasUpper && self.hasLower || self.hasDigit && (self.hasUpper || self.hasLower) || self.hasSign
                || self.values.count >= 24
        }
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
                switch scalar.value {
                case 0x41...0x5A: run.hasUpper = run.hasUpper || index > start || run.values.count > 1
                case 0x61...0x7A: run.hasLower = true
                case 0x30...0x39: run.hasDigit = true
                default: run.hasSign = true
                }
            } else if scalar == "=" {
                run.hasSign = true
                run.end = index + 1
            } else if scalar == "\n" || scalar == "\r", sinceBreak >= 40 || sinceBreak == 0 && run.values.count >= 40 {
                sinceBreak = 0
            } else {
                break
            }
            index += 1
        }
        if run.values.count >= 2, let first = scalars[start...].first, Signs.isUpper(first) { run.hasUpper = true }
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
