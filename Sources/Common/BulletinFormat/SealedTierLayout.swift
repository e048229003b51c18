// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The fields of a sealed tier's bytes.
///
/// Protocol 6.2.
///
/// ```
/// u8 version | u8 slots | slots x (32 B encapsulated key | 48 B sealed content key) | 24 B nonce | ciphertext | tag
/// ```
struct SealedTierLayout {
    static let version: UInt8 = 1
    static let headByteCount = 2
    static let encapsulatedByteCount = 32
    static let slotByteCount = 80
    static let contentKeyByteCount = 32
    /// Nonce and tag of the bundle.
    static let bundleOverhead = 24 + 16

    /// Encapsulated key and ciphertext of each slot.
    let slots: [(encapsulated: [UInt8], ciphertext: [UInt8])]
    /// Nonce, ciphertext and tag.
    let bundle: [UInt8]

    /// Takes sealed bytes apart; sizes are checked before anything is copied.
    init(_ bytes: [UInt8]) throws(TierSealingError) {
        let limit = BulletinLimits.bodyBytes
        guard bytes.count <= limit else { throw .tooLong(byteCount: bytes.count, limit: limit) }
        guard bytes.count >= Self.headByteCount else { throw .truncated(byteCount: bytes.count) }
        guard bytes[0] == Self.version else { throw .versionUnknown(bytes[0]) }
        let count = Int(bytes[1])
        guard BulletinLimits.slotCounts.contains(count) else { throw .slotCountNotAllowed(count) }
        let bundleStart = Self.headByteCount + count * Self.slotByteCount
        guard bytes.count >= bundleStart + Self.bundleOverhead + BulletinLimits.bundleBytesMin else {
            throw .truncated(byteCount: bytes.count)
        }
        slots = (0..<count).map { index in
            let start = Self.headByteCount + index * Self.slotByteCount
            let middle = start + Self.encapsulatedByteCount
            return (Array(bytes[start..<middle]), Array(bytes[middle..<start + Self.slotByteCount]))
        }
        bundle = Array(bytes[bundleStart...])
    }

    init(slots: [(encapsulated: [UInt8], ciphertext: [UInt8])], bundle: [UInt8]) {
        self.slots = slots
        self.bundle = bundle
    }

    func encoded() -> [UInt8] {
        var output: [UInt8] = [Self.version, UInt8(slots.count)]
        for slot in slots { output += slot.encapsulated + slot.ciphertext }
        return output + bundle
    }
}
