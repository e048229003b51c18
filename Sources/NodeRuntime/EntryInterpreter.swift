// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import BulletinFormat
import BulletinLibrary
import Cryptography
import Keyring
import Ledger
import Policy
import Roster
import StrictJSON

/// Says what an entry of the archive means for readers: pure, given the keys of the moment.
struct EntryInterpreter: Sendable {
    let roster: Roster
    /// This desk's own agreement keys, current and former.
    let agreementKeys: [AgreementKey]
    /// Keys of the audiences that this desk belongs to.
    let audienceKeys: [AgreementKey]

    /// What one entry means, and the audience key that it gave to this desk.
    struct Reading {
        var changes: [LibraryChange] = []
        var audienceKey: AudienceKey?
        /// A withdrawal that this desk has to acknowledge.
        var withdrawal: EntryID?
        /// The entry is of a known kind but its content breaks a rule; it is kept and not shown.
        var isUnreadable = false
    }

    func read(_ entry: ArchivedEntry) -> Reading {
        var reading = Reading()
        guard let body = entry.content.body else { return reading }
        let header = entry.header.header
        do {
            switch header.kind {
            case .publish, .correct:
                if let change = try self.bulletin(entry, body) { reading.changes = [change] }
            case .withdraw:
                guard let subject = header.subject else { break }
                let core = try WithdrawalCore.decode(body.core)
                reading.changes = [
                    .withdrawal(entry.id, of: subject, by: header.origin, reason: core.reason)
                ]
                reading.withdrawal = entry.id
            case .withdrawAcknowledgement:
                let core = try WithdrawalAcknowledgementCore.decode(body.core)
                reading.changes = [.acknowledgement(of: core.withdrawal, by: header.origin)]
            case .receipt:
                let core = try ReceiptCore.decode(body.core)
                reading.changes = [.receipt(by: header.origin, heads: core.heads)]
            case .reply:
                if let change = try self.reply(entry, body) { reading.changes = [change] }
            case .keyRotate:
                let core = try KeyRotationCore.decode(body.core)
                reading.changes = [
                    .agreementKey(MemberAgreementKey(member: header.origin, key: core.publicKey, days: core.days))
                ]
            case .audienceEpoch:
                try self.audienceEpoch(entry, body, &reading)
            default:
                break
            }
        } catch {
            // A signed entry whose content breaks a rule is its origin's fault; it is counted, and stays in the archive.
            reading.isUnreadable = true
        }
        return reading
    }

    private func bulletin(_ entry: ArchivedEntry, _ body: EntryBody) throws -> LibraryChange? {
        let header = entry.header.header
        guard let member = self.roster.member(for: header.origin) else { return nil }
        let opened = try BulletinReader.open(
            core: body.core,
            parts: body.parts,
            issuerKey: header.origin,
            issuer: member.issuer,
            openingKeys: self.audienceKeys
        )
        // A cover, or one of which this desk can open nothing: it may be a cover, and there is nothing to show.
        guard !opened.isCover, !opened.claims.isEmpty || opened.tiersSealed.isEmpty else { return nil }
        let bulletin = LibraryBulletin(
            entry: entry.id,
            identifier: opened.identifier.text,
            type: opened.type.rawValue,
            origin: header.origin,
            issuer: member.name,
            month: opened.month.text,
            level: opened.tiersOpened.max()?.level ?? .everyone,
            claims: opened.claims,
            digest: Hashing.sha256(body.core),
            state: .inForce
        )
        return .bulletin(bulletin, replaces: header.kind == .correct ? header.subject : nil)
    }

    private func reply(_ entry: ArchivedEntry, _ body: EntryBody) throws -> LibraryChange? {
        let header = entry.header.header
        guard let subject = header.subject else { return nil }
        let core = try ReplyCore.decode(body.core)
        let sealed = zip(header.parts, body.parts).first { $0.0.ordinal == 3 }?.1
        let answer = sealed.flatMap { SealedReply.open($0, keys: self.agreementKeys, subject: subject) }
        return .reply(
            LibraryReply(
                entry: entry.id,
                subject: subject,
                member: header.origin,
                region: core.region,
                answer: answer?.answer,
                countBand: answer?.countBand
            )
        )
    }

    private func audienceEpoch(_ entry: ArchivedEntry, _ body: EntryBody, _ reading: inout Reading) throws {
        let header = entry.header.header
        let core = try AudienceEpochCore.decode(body.core)
        // Audience keys come from a hub that the roster names for that audience, or from nobody.
        guard AudienceRule.mayIssue(header.origin, Audience(rawValue: core.audience), in: self.roster) else { return }
        reading.changes = [
            .audienceEpoch(
                PublishedAudienceEpoch(
                    audience: core.audience,
                    epoch: core.epoch,
                    key: core.publicKey,
                    days: core.days,
                    issuer: header.origin,
                    entry: entry.id,
                    logEpoch: header.logEpoch,
                    sequence: header.sequence
                )
            )
        ]
        guard let key = AudienceSlots.open(core, issuer: header.origin, keys: self.agreementKeys) else { return }
        reading.audienceKey = AudienceKey(
            audience: core.audience,
            epoch: core.epoch,
            issuer: header.origin,
            days: Int(clamping: core.days.lowerBound)...Int(clamping: core.days.upperBound),
            key: key
        )
    }
}
