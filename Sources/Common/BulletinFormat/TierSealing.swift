// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import WireFormat

/// Seals tier bundles to keys and opens them.
///
/// A random content key encrypts the bundle (XChaCha20-Poly1305); each slot wraps that key by HPKE (RFC 9180, base
/// mode). Slots are filled up with dummies and shuffled, so that neither count nor order of the readers shows.
/// Poly1305 does not commit to a key: the issuer signs a commitment, and a reader checks it before use.
package enum TierSealing {
    /// Seals a bundle.
    ///
    /// - Parameters:
    ///   - bundle: the tier's disclosures, padded.
    ///   - recipients: 1 to 64 keys.
    ///   - context: what the result is bound to.
    /// - Returns: the part's bytes, the commitment, and the content key for reading it back.
    /// - Throws: a wrong number of recipients, or a key that is no point of the curve.
    package static func seal(
        _ bundle: [UInt8],
        recipients: [AgreementPublicKey],
        context: SealingContext
    ) throws(TierSealingError) -> SealedTier {
        guard !recipients.isEmpty,
            let slotCount = BulletinLimits.slotCounts.first(where: { $0 >= recipients.count })
        else { throw .recipientCount(recipients.count) }
        let contentKey = SecretBytes(random: SealedTierLayout.contentKeyByteCount)
        let info = context.info
        var slots: [(encapsulated: [UInt8], ciphertext: [UInt8])] = []
        for recipient in recipients { slots.append(try wrap(contentKey, to: recipient, info: info)) }
        while slots.count < slotCount { slots.append(dummySlot()) }
        slots.shuffle()
        let sealed: [UInt8]
        do {
            sealed = try SealedBox.seal(bundle, key: contentKey, authenticating: info)
        } catch { throw .keyUnusable }
        return SealedTier(
            bytes: SealedTierLayout(slots: slots, bundle: sealed).encoded(),
            keyCommitment: commitment(to: contentKey),
            contentKey: contentKey
        )
    }

    /// Opens a bundle with whichever of several keys has a slot.
    ///
    /// - Parameters:
    ///   - bytes: the part, may be hostile.
    ///   - keys: the reader's own keys, current and former.
    ///   - keyCommitment: from the signed part.
    ///   - context: of the bulletin in which the part stands.
    /// - Returns: the bundle.
    /// - Throws: `notAddressed` when no slot is for these keys; anything else is the issuer's or a carrier's fault.
    package static func open(
        _ bytes: [UInt8],
        keys: [AgreementKey],
        keyCommitment: [UInt8],
        context: SealingContext
    ) throws(TierSealingError) -> TierBundle {
        let layout = try SealedTierLayout(bytes)
        let info = context.info
        for slot in layout.slots {
            for key in keys {
                guard let contentKey = unwrap(slot, with: key, info: info) else { continue }
                return try open(layout, contentKey: contentKey, keyCommitment: keyCommitment, info: info)
            }
        }
        throw .notAddressed
    }

    /// Opens a bundle with its content key: how an origin reads back what it sealed for others.
    ///
    /// - Parameters:
    ///   - bytes: the part.
    ///   - contentKey: from ``SealedTier``.
    ///   - keyCommitment: from the signed part.
    ///   - context: of the bulletin.
    /// - Returns: the bundle.
    /// - Throws: as for keys.
    package static func open(
        _ bytes: [UInt8],
        contentKey: SecretBytes,
        keyCommitment: [UInt8],
        context: SealingContext
    ) throws(TierSealingError) -> TierBundle {
        try open(SealedTierLayout(bytes), contentKey: contentKey, keyCommitment: keyCommitment, info: context.info)
    }

    /// The commitment to a content key.
    ///
    /// Protocol 6.2, `kc`.
    static func commitment(to contentKey: SecretBytes) -> [UInt8] {
        Hashing.hmacSHA256(key: contentKey, Array(WireConstants.Domain.tierKeyCommitment.utf8))
    }

    private static func open(
        _ layout: SealedTierLayout,
        contentKey: SecretBytes,
        keyCommitment: [UInt8],
        info: [UInt8]
    ) throws(TierSealingError) -> TierBundle {
        guard commitment(to: contentKey) == keyCommitment else { throw .keyCommitmentMismatch }
        let plaintext: [UInt8]
        do {
            plaintext = try SealedBox.open(layout.bundle, key: contentKey, authenticating: info)
        } catch { throw .bundleDamaged }
        guard let bundle = TierBundle(decoding: plaintext, allowsPadding: true) else { throw .bundleMalformed }
        return bundle
    }

    private static func wrap(
        _ contentKey: SecretBytes,
        to recipient: AgreementPublicKey,
        info: [UInt8]
    ) throws(TierSealingError) -> (encapsulated: [UInt8], ciphertext: [UInt8]) {
        do {
            let slot = try HPKEBox.seal(
                contentKey.withUnsafeBytes { Array($0) },
                to: recipient,
                info: info,
                authenticating: []
            )
            return (slot.encapsulated, slot.ciphertext)
        } catch { throw .keyUnusable }
    }

    /// Tries one slot; nil when it is for somebody else, which is no error.
    private static func unwrap(
        _ slot: (encapsulated: [UInt8], ciphertext: [UInt8]),
        with key: AgreementKey,
        info: [UInt8]
    ) -> SecretBytes? {
        do {
            let opened = try HPKEBox.open(
                slot.ciphertext,
                encapsulated: slot.encapsulated,
                with: key,
                info: info,
                authenticating: []
            )
            return opened.count == SealedTierLayout.contentKeyByteCount ? SecretBytes(copying: opened) : nil
        } catch { return nil }
    }

    /// A slot for nobody: a real point of the curve, as an encapsulated key is one, and random bytes.
    private static func dummySlot() -> (encapsulated: [UInt8], ciphertext: [UInt8]) {
        let ciphertextCount = SealedTierLayout.slotByteCount - SealedTierLayout.encapsulatedByteCount
        return (AgreementKey().publicKey.bytes, SecureRandom.bytes(ciphertextCount))
    }
}
