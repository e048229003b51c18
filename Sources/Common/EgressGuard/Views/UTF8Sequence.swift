// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads UTF-8 leniently: what is not UTF-8 is read as Latin-1, so that nothing escapes by being malformed.
enum UTF8Sequence {
    /// Length of the sequence that begins at an index; 1 when it is not well formed.
    static func length(in bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        let wanted: Int
        switch lead {
        case 0xC2...0xDF: wanted = 2
        case 0xE0...0xEF: wanted = 3
        case 0xF0...0xF4: wanted = 4
        default: return 1
        }
        guard index + wanted <= bytes.count else { return 1 }
        for offset in 1..<wanted where bytes[index + offset] & 0xC0 != 0x80 {
            return 1
        }
        return Unicode.Scalar(Self.value(in: bytes, at: index, length: wanted)) == nil ? 1 : wanted
    }

    /// The character of a sequence whose length was found by ``length(in:at:)``.
    static func scalar(in bytes: [UInt8], at index: Int, length: Int) -> Unicode.Scalar {
        Unicode.Scalar(Self.value(in: bytes, at: index, length: length)) ?? "\u{FFFD}"
    }

    private static func value(in bytes: [UInt8], at index: Int, length: Int) -> UInt32 {
        let lead = UInt32(bytes[index])
        guard length > 1 else { return lead }
        var value = lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return value
    }
}
