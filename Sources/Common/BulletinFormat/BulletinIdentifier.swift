// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// The random name of a bulletin: 16 bytes, never derived from a case number or a time.
package struct BulletinIdentifier: Hashable, Comparable, Sendable {
    /// Bytes of an identifier.
    package static let byteCount = 16

    /// 32 lowercase hexadecimal digits, as the signed part bears them.
    package let text: String

    /// Reads 32 lowercase hexadecimal digits; nil for anything else.
    package init?(text: String) {
        guard text.utf8.count == 2 * Self.byteCount else { return nil }
        guard text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        self.text = text
    }

    /// Makes an identifier that nobody has seen before.
    package static func random() -> BulletinIdentifier {
        BulletinIdentifier(octets: SecureRandom.bytes(byteCount))
    }

    private init(octets: [UInt8]) { text = Hex.encode(octets) }

    package static func < (left: BulletinIdentifier, right: BulletinIdentifier) -> Bool { left.text < right.text }
}
