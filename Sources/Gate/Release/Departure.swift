// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
package import Cryptography
package import Ledger
package import Policy

/// Turns a due release into what the log signs.
///
/// Seals with the audiences' current keys, opens what it sealed, compares it with the approved manifest byte by byte,
/// and scans once more. Anything unexpected is a hold, never a smaller release.
package struct Departure<Audiences: AudienceKeys, Scanner: ReleaseScanner>: Sendable {
    private let key: SigningKey
    private let memberName: String
    private let audiences: Audiences
    private let scanner: Scanner
    private let policy: Policy

    /// Collects what stands on the day of departure.
    ///
    /// - Parameters:
    ///   - key: the node's key.
    ///   - memberName: the node's name in the roster.
    ///   - audiences: members and keys today.
    ///   - scanner: the guard.
    ///   - policy: the one in force today.
    package init(key: SigningKey, memberName: String, audiences: Audiences, scanner: Scanner, policy: Policy) {
        self.key = key
        self.memberName = memberName
        self.audiences = audiences
        self.scanner = scanner
        self.policy = policy
    }

    /// Seals, checks and hands over to the log.
    ///
    /// - Parameters:
    ///   - scheduled: due.
    ///   - today: days since 1970-01-01 UTC.
    ///   - replacing: entry of the bulletin that this one supersedes; needed exactly when there is one.
    /// - Returns: what ``EntrySigner`` takes.
    /// - Throws: why it stays.
    package func depart(
        _ scheduled: ScheduledRelease,
        on today: Int,
        replacing: EntryID? = nil
    ) throws(DepartureHold) -> SignedRelease {
        let manifest = scheduled.manifest
        guard today >= scheduled.batchDay else { throw .notDue(batchDay: scheduled.batchDay) }
        guard manifest.bulletin.issuer == Bulletin.issuerPrefix + memberName else { throw .issuerChanged }
        guard (manifest.bulletin.supersedes == nil) == (replacing == nil) else { throw .replacedEntryMissing }
        try StandingPolicy.check(manifest, against: policy)
        let recipients = try recipients(of: manifest, on: today)
        let month = CalendarMonth(containing: today)
        let sealed: SealedBulletin
        do {
            sealed = try BulletinSealer.seal(manifest.bulletin, month: month, recipients: recipients, key: key)
        } catch { throw .sealing(error) }
        try compare(sealed, with: manifest.bulletin, month: month)
        try scan(sealed, of: manifest.bulletin, month: month)
        return SignedRelease(
            scheduled: scheduled,
            entry: EntryDraft(
                kind: replacing == nil ? .publish : .correct,
                subject: replacing,
                priority: manifest.timing.urgency == .urgent ? .urgent : .routine,
                day: UInt64(today),
                core: sealed.package.core,
                parts: sealed.package.parts.map { EntryDraft.Part(ordinal: $0.tier.rawValue, bytes: $0.bytes) }
            )
        )
    }

    private func recipients(of manifest: ReleaseManifest, on today: Int) throws(DepartureHold) -> [TierRecipients] {
        var recipients: [TierRecipients] = []
        for audience in manifest.audiences {
            let members = audiences.members(of: audience.tier)
            let joined = members.filter { !audience.members.contains($0) }.count
            let left = audience.members.filter { !members.contains($0) }.count
            guard joined == 0, left == 0 else { throw .audienceChanged(audience.tier, joined: joined, left: left) }
            guard let sealingKey = audiences.sealingKey(of: audience.tier, on: today) else {
                throw .keyMissing(audience.tier)
            }
            recipients.append(TierRecipients(tier: audience.tier, keys: [sealingKey]))
        }
        return recipients
    }

    /// Opens what was sealed and compares it with what was approved, in the bytes that readers get.
    private func compare(
        _ sealed: SealedBulletin,
        with bulletin: Bulletin,
        month: CalendarMonth
    ) throws(DepartureHold) {
        let opened: OpenedBulletin
        do { opened = try BulletinReader.reopen(sealed, issuerKey: key.publicKey) } catch { throw .reopening(error) }
        guard opened.tiersOpened == bulletin.tiers.map(\.tier) else { throw .contentDiffers }
        let readable = opened.disclosures.map { Array($0.utf8) }
        let approved = bulletin.tiers.flatMap { $0.disclosures.map { Array($0.encoded.utf8) } }
        guard readable == approved else { throw .contentDiffers }
        let payload = SDJWTIssuer.payload(of: bulletin, month: month, tiers: opened.core.tiers)
        // Ed25519 is deterministic: the same payload gives the same signed part, byte by byte.
        guard SDJWTIssuer.sign(payload, key: key) == sealed.package.core else { throw .contentDiffers }
    }

    private func scan(
        _ sealed: SealedBulletin,
        of bulletin: Bulletin,
        month: CalendarMonth
    ) throws(DepartureHold) {
        var rules = ReleaseContentScan.findings(in: bulletin, scanner: scanner)
        for bytes in [sealed.package.core] + sealed.package.parts.map(\.bytes) {
            for rule in scanner.search(bytes: bytes) where !rules.contains(rule) { rules.append(rule) }
        }
        guard rules.isEmpty else { throw .guardFindings(rules: rules) }
    }
}

/// A release whose bulletin is sealed and signed, with the entry that the log is to sign.
///
/// Only ``Departure`` makes one. Stored before the entry is signed.
package struct SignedRelease: Hashable, Sendable {
    package let scheduled: ScheduledRelease
    package let entry: EntryDraft

    fileprivate init(scheduled: ScheduledRelease, entry: EntryDraft) {
        self.scheduled = scheduled
        self.entry = entry
    }

    package var manifest: ReleaseManifest { scheduled.manifest }
}
