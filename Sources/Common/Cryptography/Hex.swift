// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Lower-case hexadecimal text, strict in reading.
package enum Hex {
    private static let digits = [UInt8]("0123456789abcdef".utf8)

    /// Two digits for each byte.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(self.digits[Int(byte >> 4)])
            text.append(self.digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text of lower-case digits.
    ///
    /// - Throws: ``CryptographyError/invalidHex(offset:)`` with the offset of the first byte that does not belong, or
    ///   the length of the text when a digit is missing.
    package static func decode(_ text: String) throws(CryptographyError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 2)
        var high: UInt8?
        var offset = 0
        for character in text.utf8 {
            let value: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = character - UInt8(ascii: "a") + 10
            default: throw .invalidHex(offset: offset)
            }
            if let upper = high {
                bytes.append(upper << 4 | value)
                high = nil
            } else {
                high = value
            }
            offset += 1
        }
        guard high == nil else { throw .invalidHex(offset: offset) }
        return bytes
    }
}
