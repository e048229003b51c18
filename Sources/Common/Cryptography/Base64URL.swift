// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Base64url without padding (RFC 4648, section 5), strict in reading.
///
/// One text per byte string: padding, other alphabets, blanks and leftover bits that are not zero are refused. Not
/// constant in time; keys travel in other forms.
package enum Base64URL {
    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in Self.alphabet.enumerated() {
            values[Int(character)] = UInt8(value)
        }
        return values
    }()

    /// The text of some bytes.
    package static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: self.encodeUTF8(bytes), as: UTF8.self)
    }

    /// The same as ASCII bytes.
    package static func encodeUTF8(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var bitCount = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            bitCount += 8
            while bitCount >= 6 {
                bitCount -= 6
                text.append(self.alphabet[Int(bits >> UInt32(bitCount) & 63)])
            }
        }
        if bitCount > 0 {
            text.append(self.alphabet[Int(bits << UInt32(6 - bitCount) & 63)])
        }
        return text
    }

    /// The bytes of a text.
    ///
    /// - Throws: ``CryptographyError/invalidBase64URL(offset:)`` with the offset of the first byte that does not belong.
    package static func decode(_ text: String) throws(CryptographyError) -> [UInt8] {
        try self.decode(utf8: text.utf8)
    }

    /// The same from ASCII bytes.
    package static func decode(utf8 text: some Collection<UInt8>) throws(CryptographyError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count * 3 / 4)
        var bits: UInt32 = 0
        var bitCount = 0
        var offset = 0
        for character in text {
            let value = self.values[Int(character)]
            guard value != 0xFF else { throw .invalidBase64URL(offset: offset) }
            bits = (bits << 6 | UInt32(value)) & 0xFFF
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
            offset += 1
        }
        // A lone character carries no byte, and leftover bits must be zero, or two texts would mean the same bytes.
        guard bitCount < 6, bits & (1 << UInt32(bitCount) - 1) == 0 else {
            throw .invalidBase64URL(offset: offset - 1)
        }
        return bytes
    }
}
