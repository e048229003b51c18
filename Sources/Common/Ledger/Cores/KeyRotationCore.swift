// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Core of a key rotation: the X25519 key to which others seal for this member from now on.
///
/// Protocol 5.3, kind 8.
package struct KeyRotationCore: Hashable, Sendable {
    /// Length of an X25519 public key, bytes.
    package static let keyByteCount = 32

    /// X25519 public key, 32 bytes.
    package let publicKey: [UInt8]
    /// First and last day on which others seal to it, days since 1970-01-01 UTC.
    package let days: ClosedRange<UInt64>

    package init(publicKey: [UInt8], days: ClosedRange<UInt64>) {
        precondition(publicKey.count == Self.keyByteCount, "an X25519 key has \(publicKey.count) bytes")
        self.publicKey = publicKey
        self.days = days
    }

    /// The core's bytes.
    package func encoded() -> [UInt8] {
        CBOREncoder.encode(
            .integerMap([
                (1, .bytes(self.publicKey)),
                (2, .unsigned(self.days.lowerBound)),
                (3, .unsigned(self.days.upperBound)),
            ])
        )
    }

    /// Reads a core; it may be hostile.
    package static func decode(_ bytes: [UInt8]) throws(CoreDecodingError) -> KeyRotationCore {
        var fields = try CoreFields(bytes)
        let publicKey = try fields.bytes(1, count: Self.keyByteCount)
        let first = try fields.number(2)
        let last = try fields.number(3)
        try fields.finish()
        guard first <= last else { throw .daysReversed }
        return KeyRotationCore(publicKey: publicKey, days: first...last)
    }
}
