// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// Core of an audience epoch: the public key to which bulletins for an audience are sealed, and one slot per member
/// with the private key.
///
/// Protocol 5.3, kind 9, and 6.5.
///
/// A slot does not say for whom it is; a member tries its keys on all of them.
package struct AudienceEpochCore: Hashable, Sendable {
    /// Length of an X25519 public key, bytes.
    package static let keyByteCount = 32
    /// Length of a slot, bytes: encapsulated key 32, private key 32, tag 16.
    package static let slotByteCount = 80

    /// The audience, as a code.
    package let audience: String
    /// Number of the epoch, from 1, within the audience.
    package let epoch: UInt64
    /// X25519 public key of the epoch, 32 bytes.
    package let publicKey: [UInt8]
    /// First and last day on which bulletins are sealed to it, days since 1970-01-01 UTC.
    package let days: ClosedRange<UInt64>
    /// The private key of the epoch, sealed to each member once.
    package let slots: [[UInt8]]

    package init(
        audience: String,
        epoch: UInt64,
        publicKey: [UInt8],
        days: ClosedRange<UInt64>,
        slots: [[UInt8]]
    ) {
        precondition(publicKey.count == Self.keyByteCount, "an X25519 key has \(publicKey.count) bytes")
        precondition(slots.allSatisfy { $0.count == Self.slotByteCount }, "a slot has another length")
        self.audience = audience
        self.epoch = epoch
        self.publicKey = publicKey
        self.days = days
        self.slots = slots
    }

    /// The core's bytes.
    package func encoded() -> [UInt8] {
        CBOREncoder.encode(
            .integerMap([
                (1, .text(self.audience)),
                (2, .unsigned(self.epoch)),
                (3, .bytes(self.publicKey)),
                (4, .unsigned(self.days.lowerBound)),
                (5, .unsigned(self.days.upperBound)),
                (6, .array(self.slots.map { .bytes($0) })),
            ])
        )
    }

    /// Reads a core; it may be hostile.
    package static func decode(_ bytes: [UInt8]) throws(CoreDecodingError) -> AudienceEpochCore {
        var fields = try CoreFields(bytes)
        let audience = try fields.code(1)
        let epoch = try fields.number(2)
        let publicKey = try fields.bytes(3, count: Self.keyByteCount)
        let first = try fields.number(4)
        let last = try fields.number(5)
        let list = try fields.list(6)
        try fields.finish()
        guard first <= last else { throw .daysReversed }
        var slots: [[UInt8]] = []
        for (index, element) in list.enumerated() {
            guard case .bytes(let slot) = element, slot.count == Self.slotByteCount else {
                throw .malformedElement(index: index)
            }
            slots.append(slot)
        }
        return AudienceEpochCore(
            audience: audience,
            epoch: epoch,
            publicKey: publicKey,
            days: first...last,
            slots: slots
        )
    }
}
