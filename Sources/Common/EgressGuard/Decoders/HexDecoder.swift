// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Hexadecimal, run together or in groups separated by blanks, colons, hyphens, commas, "0x" or "\\x"; both phases.
enum HexDecoder: LayerDecoder {
    static let name = "hex"
    private static let shortest = 8

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let tokens = layer.tokens
        var found: [TextLayer] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].kind != .sign, Self.isHexadecimal(tokens.letters(index)) else {
                index += 1
                continue
            }
            let (next, digits) = Self.stretch(of: tokens, from: index)
            guard digits >= Self.shortest else {
                index = next
                continue
            }
            let start = Int(tokens[index].start)
            let run = Self.run(in: layer.scalars, from: start)
            if run.digits.count >= Self.shortest {
                for phase in 0..<2 {
                    let bytes = Self.bytes(run.digits.dropFirst(phase))
                    if let decoded = DecodedRun.layer(bytes, of: start..<run.end, in: layer, name: Self.name) {
                        found.append(decoded)
                    }
                }
            }
            index = max(index + 1, tokens.firstIndex(atOrAfter: run.end))
        }
        return found
    }

    /// The hexadecimal tokens from one on, with what may stand between them, and how many digits they hold.
    private static func stretch(of tokens: TokenList, from start: Int) -> (next: Int, digits: Int) {
        var index = start
        var digits = 0
        while index < tokens.count {
            if tokens[index].kind == .sign {
                guard tokens.isSign(index, ":-,\\") else { break }
            } else {
                let letters = tokens.letters(index)
                guard Self.isHexadecimal(letters) else { break }
                digits += letters.count
            }
            index += 1
        }
        return (max(index, start + 1), digits)
    }

    /// Digits and a to f only, after "0x" or not.
    private static func isHexadecimal(_ letters: ArraySlice<UInt8>) -> Bool {
        var digits = letters
        if digits.count > 2, digits.first == 0x30, digits[digits.startIndex + 1] == 0x78 {
            digits = digits.dropFirst(2)
        }
        return digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func run(in scalars: [Unicode.Scalar], from start: Int) -> (digits: [UInt8], end: Int) {
        var digits: [UInt8] = []
        var index = start
        var end = start
        while index < scalars.count {
            if scalars[index] == "0", index + 1 < scalars.count, scalars[index + 1] == "x" || scalars[index + 1] == "X"
            {
                index += 2
            } else if let value = Signs.hexValue(scalars[index]) {
                digits.append(value)
                index += 1
                end = index
            } else if Signs.contains(" :-,\\x\n\r", scalars[index]), index - end < 3, digits.count % 2 == 0 {
                index += 1
            } else {
                break
            }
        }
        // A word that merely begins like hexadecimal is none.
        while end < scalars.count, end > start, Signs.isWordSign(scalars[end]), let last = digits.last {
            _ = last
            digits.removeLast()
            end -= 1
            while end > start, Signs.hexValue(scalars[end - 1]) == nil { end -= 1 }
        }
        return (digits, end)
    }

    private static func bytes(_ digits: ArraySlice<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return bytes
    }
}
