// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The random 128-bit number of a case: it names the case inside the desk and says nothing about it.
///
/// Written as a lowercase UUID of version 4 (RFC 9562, section 5.4). It is never derived from a referral reference or a
/// time. It does not travel: a bulletin has its own random id, so that two documents of one case cannot be joined.
package struct CaseID: Hashable, Sendable {
    /// The sixteen bytes, in the order in which the text writes them.
    package let bytes: [UInt8]

    /// Takes sixteen random bytes and marks them as a version 4 UUID.
    ///
    /// - Parameter randomBytes: sixteen bytes of a cryptographic generator.
    package init(randomBytes: [UInt8]) {
        precondition(randomBytes.count == Self.byteCount, "case id needs 16 bytes, got \(randomBytes.count)")
        var bytes = randomBytes
        bytes[6] = (bytes[6] & 0x0F) | 0x40
        bytes[8] = (bytes[8] & 0x3F) | 0x80
        self.bytes = bytes
    }

    /// Takes sixteen stored bytes as they are; gives nothing for another count.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Reads the canonical lowercase text; gives nothing for any other form.
    ///
    /// - Parameter text: 36 characters, `8-4-4-4-12` lowercase hexadecimal digits.
    package init?(text: String) {
        let characters = Array(text.utf8)
        guard characters.count == 36 else { return nil }
        var nibbles: [UInt8] = []
        for (index, character) in characters.enumerated() {
            if Self.hyphenIndices.contains(index) {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): nibbles.append(character - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): nibbles.append(character - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        self.bytes = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }

    /// The canonical lowercase text.
    package var text: String {
        let digits = Array("0123456789abcdef")
        var text = ""
        for (index, byte) in self.bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append("-") }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0x0F)])
        }
        return text
    }

    private static let byteCount = 16
    private static let hyphenIndices = [8, 13, 18, 23]
}

extension CaseID: Comparable, CustomStringConvertible {
    package static func < (left: CaseID, right: CaseID) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    package var description: String {
        self.text
    }
}

extension CaseID: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = CaseID(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a case id")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.text)
    }
}
