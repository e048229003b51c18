// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
package import Cryptography
package import Ledger
package import Policy
import StrictJSON

/// A bulletin that says nothing: it fills a batch, so that the number of real ones does not show.
///
/// Sealed to the same audiences as a real one and of the same shape; its only claim says that it is a cover, and readers
/// drop it. It deceives relays and outsiders only. Nobody approves it, because nothing of a case can be in it: there is
/// no parameter that could carry it.
package enum Cover {
    /// Makes the entry.
    ///
    /// - Parameters:
    ///   - type: of the bulletin that it looks like.
    ///   - memberName: this member's name in the roster.
    ///   - policyDigest: as real ones of the day name it.
    ///   - day: of the batch, days since 1970-01-01.
    ///   - recipients: the current epoch key of each audience, by audience.
    ///   - key: the node key.
    ///   - outgoing: the guard with the vault's keys.
    /// - Returns: what the log signs.
    /// - Throws: ``Departure/Hold``.
    package static func entry(
        type: DocumentType,
        memberName: String,
        policyDigest: [UInt8],
        day: Int,
        recipients: [String: AgreementPublicKey],
        key: SigningKey,
        outgoing: some OutgoingGuard
    ) throws(Departure.Hold) -> EntryDraft {
        let bulletin: Bulletin
        do {
            bulletin = try Bulletin(
                draft: BulletinDraft(
                    type: type,
                    claims: [DraftClaim(name: ClaimName.cover, value: true, tier: .partners)]
                ),
                memberName: memberName,
                policyDigest: policyDigest,
                digestsMin: BulletinLimits.constantDigests
            )
        } catch {
            throw .sealingFailed
        }
        let sealed = try Departure.seal(
            bulletin,
            day: day,
            recipients: recipients,
            key: key,
            bundleBytesMin: BulletinLimits.constantBundleBytes
        )
        return try Departure.draft(of: sealed.package, day: day, outgoing: outgoing)
    }
}
