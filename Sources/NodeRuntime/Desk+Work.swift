// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Alerts
import Archive
import AuditTrail
import BulletinLibrary
import Cryptography
import Diagnostics
import GossipCore
import Keyring
import Ledger
import Logging
import Policy
import Release
import Roster
import StrictJSON
import Transport
import Vault

extension Desk {
    /// One round of background work, in an order in which each step can use what the one before found.
    func work() async throws -> ClerkReport {
        try await self.ownLog.recover()
        try await self.readArchive()
        try self.changeEpochInTime()
        try self.destroyInTime()
        try await self.announceAgreementKey()
        if self.configuration.issuesAudienceKeys { try await self.issueAudienceKeys() }
        try await self.acknowledgeWithdrawals()
        _ = try await self.alerts.follow(self.library)
        let report = try await self.departDue()
        try await self.sendReplies()
        try await self.sendReceipt()
        return report
    }

    /// A canary in a bulletin of another member says that somebody read this desk's vault.
    private func watchForCanaries(in changes: [LibraryChange]) throws {
        for case .bulletin(let bulletin, _) in changes {
            try self.vault.watch(JSONWriter.write(.object(bulletin.claims)), at: .incoming)
        }
    }

    /// Takes new entries of the archive into the library, and keys for this desk into the keyring.
    func readArchive() async throws {
        var gainedKey = false
        while true {
            let cursor = try await self.library.cursor()
            let entries = try await self.archive.read { try $0.entries(afterCounter: cursor, limit: 100) }
            guard let last = entries.last else { break }
            var changes: [LibraryChange] = []
            for entry in entries {
                let reading = try self.interpreter().read(entry)
                changes += reading.changes
                try self.watchForCanaries(in: reading.changes)
                if reading.isUnreadable {
                    self.logger.warning(
                        "an entry breaks a rule of its kind and is not shown",
                        metadata: .fields([.entry: entry.id.hex, .kind: entry.kind.name])
                    )
                }
                if let key = reading.audienceKey {
                    // One that ended so long ago that it would be destroyed again is not taken in.
                    guard key.days.upperBound + Int(KeyLifetime.keptDays) >= Int(clamping: self.today),
                        try self.keyring.audienceKey(audience: key.audience, epoch: key.epoch, issuer: key.issuer)
                            == nil
                    else { continue }
                    try self.keyring.addAudienceKey(key)
                    gainedKey = true
                }
            }
            try await self.library.apply(changes, through: last.counter)
        }
        if gainedKey { try await self.openFurther() }
    }

    /// Bulletins that were read before their key came are read again, those too of which nothing could be shown.
    private func openFurther() async throws {
        let interpreter = try self.interpreter()
        let open = try await self.library.bulletins().filter { $0.level == .customs }.map(\.entry)
        let isOpen = Set(open)
        var counter: UInt64 = 0
        while true {
            let from = counter
            let entries = try await self.archive.read {
                try $0.entries(afterCounter: from, limit: 100, kinds: [.publish, .correct])
            }
            guard let last = entries.last else { return }
            counter = last.counter
            let changes = entries.filter { !isOpen.contains($0.id) }.flatMap { interpreter.read($0).changes }
            try await self.library.apply(changes, through: nil)
        }
    }

    private func interpreter() throws -> EntryInterpreter {
        EntryInterpreter(
            roster: self.node.currentRoster,
            agreementKeys: try self.keyring.agreementKeys().map(\.key),
            audienceKeys: try self.keyring.audienceKeys().map(\.key)
        )
    }

    /// Answers each withdrawal once: this desk no longer shows what was withdrawn.
    private func acknowledgeWithdrawals() async throws {
        let own = self.signingKey.publicKey
        let withdrawals = try await self.library.bulletins().compactMap { bulletin -> EntryID? in
            guard case .withdrawn(let entry, _) = bulletin.state, bulletin.origin != own else { return nil }
            return entry
        }
        for withdrawal in withdrawals {
            guard try await !self.library.acknowledgements(of: withdrawal).contains(own) else { continue }
            let core = WithdrawalAcknowledgementCore(withdrawal: withdrawal)
            try await self.publish(
                EntryDraft(kind: .withdrawAcknowledgement, subject: withdrawal, day: self.today, core: core.encoded())
            )
        }
    }

    private static let receiptSetting = "desk.receipt"

    /// Says once a day which logs this desk holds, if that changed: how others know what has arrived.
    private func sendReceipt() async throws {
        let own = self.signingKey.publicKey
        let today = self.today
        let heads = try await self.archive.read { try $0.heads() }.filter { $0.origin != own }
        guard !heads.isEmpty else { return }
        let last = try await self.archive.read { try $0.setting(Self.receiptSetting) }
        let state = Hashing.sha256(heads.flatMap { $0.id.bytes })
        // The day first, then what was said: 8 and 32 bytes.
        let dayBytes = withUnsafeBytes(of: today.bigEndian) { Array($0) }
        if let last, Array(last.prefix(8)) == dayBytes || Array(last.dropFirst(8)) == state { return }
        let core = ReceiptCore(heads: heads)
        try await self.publish(EntryDraft(kind: .receipt, day: today, core: core.encoded()))
        // A crash before this line sends one receipt more, which harms nobody.
        try await self.archive.setSetting(Self.receiptSetting, to: dayBytes + state)
    }

    /// Replies of the days before leave together: the hour of an answer says who was at work.
    private func sendReplies() async throws {
        for reply in try await self.alerts.repliesQueued(before: self.today) {
            guard let bulletin = try await self.library.bulletin(entry: reply.subject),
                let key = try await self.library.agreementKeys().first(where: { $0.member == bulletin.origin })
            else { continue }
            let sealed = try SealedReply(answer: reply.answer, countBand: reply.countBand).sealed(
                to: try AgreementPublicKey(bytes: key.key),
                subject: reply.subject
            )
            try await self.publish(
                EntryDraft(
                    kind: .reply,
                    subject: reply.subject,
                    day: self.today,
                    core: ReplyCore(region: try self.member().region).encoded(),
                    parts: [EntryDraft.Part(ordinal: 3, bytes: sealed)]
                )
            )
            try await self.alerts.replySent(reply)
            try self.note(.replySent, about: reply.subject.hex)
        }
    }

    /// Scans, signs, stores and announces an entry of any kind.
    ///
    /// - Throws: `Problem` of kind `guardBlocked` when the guard finds a referrer in it.
    @discardableResult
    func publish(_ draft: EntryDraft) async throws -> LoggedEntry {
        for bytes in [draft.core] + draft.parts.map(\.bytes) { try self.vault.check(encoded: bytes) }
        return try await self.ownLog.publish(draft)
    }
}
