// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// Gives an audience's epoch key to its members, one HPKE slot each, among dummies.
///
/// Protocol 6.5.
enum AudienceSlots {
    /// Numbers of slots that one entry may have.
    static let counts = [1, 4, 16, 64, 256]
    /// Members that one entry can serve.
    static let memberLimit = 256

    /// One slot for each member's key, filled up to one of ``counts`` with slots for nobody, shuffled.
    static func seal(
        _ epochKey: AgreementKey,
        audience: String,
        epoch: UInt64,
        issuer: SigningPublicKey,
        to members: [AgreementPublicKey]
    ) throws -> [[UInt8]] {
        guard let count = Self.counts.first(where: { $0 >= members.count }) else {
            preconditionFailure("\(members.count) members in one entry")
        }
        let secret = epochKey.privateKeyBytes.copiedBytes()
        let info = Self.info(audience, epoch, issuer)
        var slots = try members.map { member in
            let box = try HPKEBox.seal(secret, to: member, info: info, authenticating: [])
            return box.encapsulated + box.ciphertext
        }
        // For nobody: a point of the curve, as an encapsulated key is one, and random bytes.
        while slots.count < count {
            let rest = AudienceEpochCore.slotByteCount - HPKEBox.encapsulatedByteCount
            slots.append(AgreementKey().publicKey.bytes + SecureRandom.bytes(rest))
        }
        return slots.shuffled()
    }

    /// The epoch key, if one of the slots is for one of this desk's keys and fits the published key.
    static func open(_ core: AudienceEpochCore, issuer: SigningPublicKey, keys: [AgreementKey]) -> AgreementKey? {
        // Checked before any is tried: the work grows with slots and keys.
        guard core.slots.count <= Self.memberLimit else { return nil }
        let info = Self.info(core.audience, core.epoch, issuer)
        for slot in core.slots where slot.count == AudienceEpochCore.slotByteCount {
            let encapsulated = Array(slot.prefix(HPKEBox.encapsulatedByteCount))
            let ciphertext = Array(slot.dropFirst(HPKEBox.encapsulatedByteCount))
            for key in keys {
                do {
                    var secret = try HPKEBox.open(
                        ciphertext,
                        encapsulated: encapsulated,
                        with: key,
                        info: info,
                        authenticating: []
                    )
                    let epochKey = try AgreementKey(privateKey: SecretBytes(moving: &secret))
                    if epochKey.publicKey.bytes == core.publicKey { return epochKey }
                } catch {
                    continue  // another member's slot
                }
            }
        }
        return nil
    }

    /// A slot that is moved to another hub's entry, audience or epoch does not open there.
    private static func info(_ audience: String, _ epoch: UInt64, _ issuer: SigningPublicKey) -> [UInt8] {
        Array(WireConstants.Domain.audienceSlot.utf8) + [0] + Array(audience.utf8)
            + (0..<8).map { UInt8(truncatingIfNeeded: epoch >> (56 - 8 * UInt64($0))) } + issuer.bytes
    }
}
