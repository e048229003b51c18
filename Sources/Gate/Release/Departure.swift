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
        /// The policy in force allows less than the one approved under.
        case policyChanged
        /// An audience of the manifest is no longer the federation's.
        case audienceChanged
        /// The stored day is not one that this desk drew, or a hurried one without two words for it.
        case dayChanged
        /// Who signed is no officer with that key any more, or touched a revision.
        case officerChanged
        /// The bulletin that this one corrects is not held here, or no longer in force.
        case replacedEntryUnknown
        /// The guard found something that it did not find before: a new referral may have named it.
        case guardBlocked(rules: [String])
        /// The month's batch has no place left; it leaves with the next one.
        case batchFull
        /// Other members' clocks show another day than this desk's.
        case clockDisputed
        /// The referrer does not want this to leave, or not so, or not yet; the code of the wish.
        case referrerWish(String)
        /// What was sealed does not open to what was approved.
        case reopenedDiffers
        case sealingFailed
    }

    /// A release of which two officers signed exactly this manifest, and whose day has come.
    private let manifest: ReleaseManifest
    private let day: Int
    private let bundleBytesMin: Int

    /// Checks that a release may leave: the same checks as at its approval, with what is in force today.
    ///
    /// - Parameters:
    ///   - release: must be approved, its day not later than today.
    ///   - manifest: as stored; its digest must be the one that both officers signed.
    ///   - today: days since 1970-01-01.
    ///   - policy: in force; a hold if it allows less than what was approved.
    ///   - officers: key of each officer who may decide today, by id.
    ///   - deskKey: that signed the drawn day.
    /// - Throws: ``ReleaseRefusal`` for a release that is not approved or not of this manifest, else ``Hold``.
    package init(
        of release: ReleaseMachine,
        manifest: ReleaseManifest,
        today: Int,
        policy: Policy,
        officers: [String: SigningPublicKey],
        deskKey: SigningPublicKey
    ) throws {
        guard case .approved(let approved) = release else { throw ReleaseRefusal.wrongState(release.name) }
        let digest = approved.submission.digest
        guard manifest.digest == digest else { throw ReleaseRefusal.staleDigest }
        let departure = approved.departure
        guard departure.isGenuine(for: digest, key: deskKey), !departure.isEarly || approved.early.count == 2 else {
            throw Hold.dayChanged
        }
        let day = Self.firstDay(of: departure, manifest.terms)
        guard day <= today else { throw Hold.notDue(day: day) }
        try Self.check(approved, manifest.terms, officers)
        guard StandingPolicy.allows(manifest, policy: policy) else { throw Hold.policyChanged }
        let isConstant = policy.delay.batchSize != nil && !manifest.terms.isUrgent
        // Approved before the policy asked for constant batches, it would stand out among the covers.
        guard !isConstant || ConstantShape.fits(manifest.bulletin) else { throw Hold.policyChanged }
        self.manifest = manifest
        self.day = today
        self.bundleBytesMin = isConstant ? BulletinLimits.constantBundleBytes : BulletinLimits.bundleBytesMin
    }

    /// Only the urgent class, and what two officers hurry, leaves between two boundaries, whatever day was drawn.
    private static func firstDay(of departure: DrawnDay, _ terms: ReleaseTerms) -> Int {
        let day = max(0, departure.day, terms.earliestDay ?? 0)
        let month = CalendarMonth(containing: day)
        return terms.isUrgent || departure.isEarly || month.firstDay == day ? day : month.next.firstDay
    }

    /// Whoever signed is still an officer with that key, and the second person touched no revision that was approved.
    private static func check(
        _ approved: ReleaseMachine.Approved,
        _ terms: ReleaseTerms,
        _ officers: [String: SigningPublicKey]
    ) throws(Hold) {
        let signers =
            [
                (approved.submission.firstOfficer, approved.submission.first.officerKey),
                (approved.secondOfficer, approved.second.officerKey),
            ] + approved.early.map { ($0.officer, $0.decision.officerKey) }
        guard signers.allSatisfy({ officers[$0.0] == $0.1 }), !terms.authors.contains(approved.secondOfficer) else {
            throw .officerChanged
        }
    }

    /// Makes the entry.
    ///
    /// - Parameters:
    ///   - recipients: the current epoch key of each audience, by audience.
    ///   - readers: of the sealed tiers today; compared with the approved ones, if the manifest names any.
    ///   - subject: the entry that this one corrects; nil exactly when the bulletin replaces none.
    ///   - key: the node key, which signs the bulletin's core.
    ///   - outgoing: the guard with the vault's keys.
    /// - Returns: what the log signs.
    /// - Throws: ``Hold``.
    package func entry(
        recipients: [String: AgreementPublicKey],
        readers: [ReleaseTerms.Readers] = [],
        subject: EntryID?,
        key: SigningKey,
        outgoing: some OutgoingGuard
    ) throws(Hold) -> EntryDraft {
        // As a plain publication a correction would leave the wrong bulletin in force everywhere.
        guard (subject == nil) == (self.manifest.bulletin.supersedes == nil) else { throw .replacedEntryUnknown }
        for approved in self.manifest.terms.readers {
            guard readers.first(where: { $0.tier == approved.tier }) == approved else { throw .audienceChanged }
        }
        let sealed = try self.seal(recipients: recipients, key: key)
        try self.compare(sealed, key: key)
        do {
            try ReleaseCandidate.scan(self.manifest.bulletin, outgoing)
        } catch {
            guard case .guardBlocked(let rules) = error else { throw .sealingFailed }
            throw .guardBlocked(rules: rules)
        }
        return try Self.draft(
            of: sealed.package,
            day: self.day,
            subject: subject,
            priority: self.manifest.terms.isUrgent ? .urgent : .routine,
            outgoing: outgoing
        )
    }

    /// What the log signs, after a scan of the bytes as they travel, sealed or not.
    static func draft(
        of package: BulletinPackage,
        day: Int,
        subject: EntryID? = nil,
        priority: EntryPriority = .routine,
        outgoing: some OutgoingGuard
    ) throws(Hold) -> EntryDraft {
        do {
            try outgoing.check(encoded: package.core)
            for part in package.parts { try outgoing.check(encoded: part.bytes) }
        } catch {
            guard case .guardBlocked(let rules) = error else { throw .sealingFailed }
            throw .guardBlocked(rules: rules)
        }
        return EntryDraft(
            kind: subject == nil ? .publish : .correct,
            subject: subject,
            priority: priority,
            day: UInt64(max(0, day)),
            core: package.core,
            parts: package.parts.map { EntryDraft.Part(ordinal: $0.tier.rawValue, bytes: $0.bytes) }
        )
    }

    private func seal(
        recipients: [String: AgreementPublicKey],
        key: SigningKey
    ) throws(Hold) -> SealedBulletin {
        let audiences = self.manifest.bulletin.tiers.compactMap(\.tier.audience)
        guard audiences.allSatisfy({ self.manifest.audiences.contains($0) }) else { throw .audienceChanged }
        return try Self.seal(
            self.manifest.bulletin,
            day: self.day,
            recipients: recipients,
            key: key,
            bundleBytesMin: self.bundleBytesMin
        )
    }

    /// Seals each tier to the one key of its audience.
    static func seal(
        _ bulletin: Bulletin,
        day: Int,
        recipients: [String: AgreementPublicKey],
        key: SigningKey,
        bundleBytesMin: Int
    ) throws(Hold) -> SealedBulletin {
        var tiers: [TierRecipients] = []
        for tier in bulletin.tiers.map(\.tier) {
            guard let audience = tier.audience else { continue }
            guard let audienceKey = recipients[audience] else { throw .audienceKeyMissing(audience) }
            tiers.append(TierRecipients(tier: tier, keys: [audienceKey]))
        }
        do {
            return try BulletinSealer.seal(
                bulletin,
                month: CalendarMonth(containing: day),
                recipients: tiers,
                key: key,
                bundleBytesMin: bundleBytesMin
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
