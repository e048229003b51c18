// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension JSONCursor {
    /// Reads the string whose opening quotation mark is at the position.
    mutating func string() throws(JSONParsingError) -> String {
        offset += 1
        var unescaped: [UInt8] = []
        var runStart = offset
        let start = offset
        while true {
            switch try peek() {
            case UInt8(ascii: "\""):
                unescaped.append(contentsOf: bytes[runStart..<offset])
                offset += 1
                guard let text = String(validating: unescaped, as: UTF8.self) else {
                    throw .invalidUTF8(offset: firstInvalidUTF8(from: start, to: offset - 1))
                }
                return text
            case UInt8(ascii: "\\"):
                unescaped.append(contentsOf: bytes[runStart..<offset])
                try escape(into: &unescaped)
                runStart = offset
            case 0..<0x20:
                throw .controlCharacter(offset: offset)
            default:
                offset += 1
            }
        }
    }

    /// Steps over one escape and appends what it stands for.
    private mutating func escape(into output: inout [UInt8]) throws(JSONParsingError) {
        let start = offset
        offset += 1
        let kind = try peek()
        offset += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(kind)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "u"):
            let scalar = try codePoint(escapeStart: start)
            output.append(contentsOf: String(scalar).utf8)
        default: throw .invalidEscape(offset: start)
        }
    }

    /// Reads four hexadecimal digits, and the second half of a surrogate pair if the first is one.
    private mutating func codePoint(escapeStart: Int) throws(JSONParsingError) -> Unicode.Scalar {
        let unit = try hexadecimalUnit(escapeStart: escapeStart)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, offset + 1 < bytes.count,
            bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
        else { throw .loneSurrogate(offset: escapeStart) }
        let secondStart = offset
        offset += 2
        let second = try hexadecimalUnit(escapeStart: secondStart)
        guard (0xDC00...0xDFFF).contains(second) else { throw .loneSurrogate(offset: escapeStart) }
        let combined = 0x1_0000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(second) - 0xDC00)
        guard let scalar = Unicode.Scalar(combined) else { throw .loneSurrogate(offset: escapeStart) }
        return scalar
    }

    private mutating func hexadecimalUnit(escapeStart: Int) throws(JSONParsingError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let digit = try peek()
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
            default: throw .invalidEscape(offset: escapeStart)
            }
            unit = unit << 4 | UInt16(value)
            offset += 1
        }
        return unit
    }

    /// The offset of the first ill-formed sequence; called only when there is one.
    private func firstInvalidUTF8(from start: Int, to end: Int) -> Int {
        var position = start
        while position < end {
            let width = bytes[position] < 0x80 ? 1 : bytes[position] < 0xE0 ? 2 : bytes[position] < 0xF0 ? 3 : 4
            guard position + width <= end,
                String(validating: bytes[position..<position + width], as: UTF8.self) != nil
            else { return position }
            position += width
        }
        return start
    }
}
