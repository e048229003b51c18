// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// Gives an audience's epoch key to its members, one HPKE slot each.
///
/// Protocol 6.5.
enum AudienceSlots {
    /// One slot for each member's key, shuffled.
    static func seal(
        _ epochKey: AgreementKey,
        audience: String,
        epoch: UInt64,
        to members: [AgreementPublicKey]
    ) throws -> [[UInt8]] {
        let secret = epochKey.privateKeyBytes.copiedBytes()
        return try members.map { member in
            let box = try HPKEBox.seal(secret, to: member, info: Self.info(audience, epoch), authenticating: [])
            return box.encapsulated + box.ciphertext
        }.shuffled()
    }

    /// The epoch key, if one of the slots is for one of this desk's keys and fits the published key.
    static func open(_ core: AudienceEpochCore, keys: [AgreementKey]) -> AgreementKey? {
        for slot in core.slots where slot.count == AudienceEpochCore.slotByteCount {
            let encapsulated = Array(slot.prefix(HPKEBox.encapsulatedByteCount))
            let ciphertext = Array(slot.dropFirst(HPKEBox.encapsulatedByteCount))
            for key in keys {
                do {
                    var secret = try HPKEBox.open(
                        ciphertext,
                        encapsulated: encapsulated,
                        with: key,
                        info: Self.info(core.audience, core.epoch),
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

    private static func info(_ audience: String, _ epoch: UInt64) -> [UInt8] {
        Array(WireConstants.Domain.audienceSlot.utf8) + [0] + Array(audience.utf8)
            + (0..<8).map { UInt8(truncatingIfNeeded: epoch >> (56 - 8 * UInt64($0))) }
    }
}
