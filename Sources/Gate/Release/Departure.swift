// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
package import Cryptography
package import Ledger
package import Policy

/// Seals, reopens, compares, scans: the last steps before a release is signed into the log.
package struct Departure: Sendable {
    /// Why a release that is due does not leave today; it stays approved.
    package enum Hold: Error, Hashable, Sendable {
        case notDue(day: Int)
        /// An audience has no key that is valid on this day.
        case audienceKeyMissing(String)
        /// The policy in force is another one than the one approved under.
        case policyChanged
        /// An audience of the manifest is no longer the federation's.
        case audienceChanged
        /// The guard found something that it did not find before: a new referral may have named it.
        case guardBlocked(rules: [String])
        /// What was sealed does not open to what was approved.
        case reopenedDiffers
        case sealingFailed
    }

    /// A release of which two officers signed exactly this manifest, and whose day has come.
    private let manifest: ReleaseManifest
    private let day: Int

    /// Checks that a release may leave.
    ///
    /// - Parameters:
    ///   - release: must be approved, its day not later than today.
    ///   - manifest: as stored; its digest must be the one that both officers signed.
    ///   - today: days since 1970-01-01.
    ///   - policyDigest: of the policy in force; any other than the approved one is a hold.
    /// - Throws: ``ReleaseRefusal`` for a release that is not approved or not of this manifest, else ``Hold``.
    package init(
        of release: ReleaseMachine,
        manifest: ReleaseManifest,
        today: Int,
        policyDigest: [UInt8]
    ) throws {
        guard manifest.bulletin.policyDigest == policyDigest else { throw Hold.policyChanged }
        try self.init(checking: release, manifest: manifest, today: today)
    }

    /// Checks that a release may leave, under a policy that may have changed.
    ///
    /// - Parameters:
    ///   - release: must be approved, its day not later than today.
    ///   - manifest: as stored; its digest must be the one that both officers signed.
    ///   - today: days since 1970-01-01.
    ///   - policy: in force; a hold if it allows less than what was approved.
    /// - Throws: ``ReleaseRefusal`` for a release that is not approved or not of this manifest, else ``Hold``.
    package init(of release: ReleaseMachine, manifest: ReleaseManifest, today: Int, policy: Policy) throws {
        try self.init(checking: release, manifest: manifest, today: today)
        guard StandingPolicy.allows(manifest, policy: policy) else { throw Hold.policyChanged }
    }

    private init(checking release: ReleaseMachine, manifest: ReleaseManifest, today: Int) throws {
        guard case .approved(let approved) = release else { throw ReleaseRefusal.wrongState(release.name) }
        guard manifest.digest == approved.submission.digest else { throw ReleaseRefusal.staleDigest }
        var day = max(approved.departureDay, manifest.terms.earliestDay ?? approved.departureDay)
        // Only a warning about a method may leave between two boundaries, whatever day was drawn.
        let month = CalendarMonth(containing: max(0, day))
        if manifest.bulletin.type != .modusOperandiBulletin, month.firstDay != day { day = month.next.firstDay }
        guard day <= today else { throw Hold.notDue(day: day) }
        self.manifest = manifest
        self.day = today
    }

    /// Makes the entry.
    ///
    /// - Parameters:
    ///   - recipients: the current epoch key of each audience, by audience.
    ///   - readers: of the sealed tiers today; compared with the approved ones, if the manifest names any.
    ///   - subject: the entry that this one corrects, if any.
    ///   - isUrgent: of the urgent class.
    ///   - key: the node key, which signs the bulletin's core.
    ///   - outgoing: the guard with the vault's keys.
    /// - Returns: what the log signs.
    /// - Throws: ``Hold``.
    package func entry(
        recipients: [String: AgreementPublicKey],
        readers: [ReleaseTerms.Readers] = [],
        subject: EntryID?,
        isUrgent: Bool,
        key: SigningKey,
        outgoing: some OutgoingGuard
    ) throws(Hold) -> EntryDraft {
        for approved in self.manifest.terms.readers {
            guard readers.first(where: { $0.tier == approved.tier }) == approved else { throw .audienceChanged }
        }
        let sealed = try self.seal(recipients: recipients, key: key)
        try self.compare(sealed, key: key)
        do {
            try ReleaseCandidate.scan(self.manifest.bulletin, outgoing)
            // The bytes as they travel, sealed or not.
            try outgoing.check(encoded: sealed.package.core)
            for part in sealed.package.parts { try outgoing.check(encoded: part.bytes) }
        } catch {
            guard case .guardBlocked(let rules) = error else { throw .sealingFailed }
            throw .guardBlocked(rules: rules)
        }
        return EntryDraft(
            kind: subject == nil ? .publish : .correct,
            subject: subject,
            priority: isUrgent ? .urgent : .routine,
            day: UInt64(max(0, self.day)),
            core: sealed.package.core,
            parts: sealed.package.parts.map { EntryDraft.Part(ordinal: $0.tier.rawValue, bytes: $0.bytes) }
        )
    }

    private func seal(
        recipients: [String: AgreementPublicKey],
        key: SigningKey
    ) throws(Hold) -> SealedBulletin {
        var tiers: [TierRecipients] = []
        for tier in self.manifest.bulletin.tiers.map(\.tier) {
            guard let audience = tier.audience else { continue }
            guard self.manifest.audiences.contains(audience) else { throw .audienceChanged }
            guard let audienceKey = recipients[audience] else { throw .audienceKeyMissing(audience) }
            tiers.append(TierRecipients(tier: tier, keys: [audienceKey]))
        }
        do {
            return try BulletinSealer.seal(
                self.manifest.bulletin,
                month: CalendarMonth(containing: self.day),
                recipients: tiers,
                key: key
            )
        } catch {
            throw .sealingFailed
        }
    }

    /// Opens what was sealed with its own content keys, and compares it with what two people approved.
    private func compare(_ sealed: SealedBulletin, key: SigningKey) throws(Hold) {
        do {
            let opened = try BulletinReader.reopen(sealed, issuerKey: key.publicKey)
            let approved = self.manifest.bulletin.tiers.flatMap { $0.disclosures.map(\.encoded) }
            guard opened.disclosures == approved, opened.identifier == self.manifest.bulletin.identifier,
                opened.type == self.manifest.bulletin.type, opened.issuer == self.manifest.bulletin.issuer,
                opened.policyDigest == self.manifest.bulletin.policyDigest, opened.tiersSealed.isEmpty,
                opened.tiersMissing.isEmpty
            else { throw Hold.reopenedDiffers }
            let payload = SDJWTIssuer.payload(
                of: self.manifest.bulletin,
                month: CalendarMonth(containing: self.day),
                tiers: opened.core.tiers
            )
            // Ed25519 is deterministic: the approved content gives the same signed part, byte by byte.
            guard SDJWTIssuer.sign(payload, key: key) == sealed.package.core else { throw Hold.reopenedDiffers }
        } catch {
            throw .reopenedDiffers
        }
    }
}
