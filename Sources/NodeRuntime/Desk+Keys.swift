// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import AuditTrail
import BulletinLibrary
import Cryptography
import Keyring
import Ledger
import Roster
import Transport

/// How long keys are used; protocol 6.5 and the threat model's answer to a stolen key.
enum KeyLifetime {
    /// Days on which others seal to a key.
    static let days: UInt64 = 30
    /// Days before its end at which the next one is made.
    static let overlapDays: UInt64 = 5
    /// Days after its end for which it still opens what was sealed to it.
    static let keptDays: UInt64 = 30
}

extension Desk {
    /// Makes and announces the next agreement key when the current one ends soon.
    func announceAgreementKey() async throws {
        let today = self.today
        try self.keyring.removeAgreementKeys(endedBefore: Int(clamping: today) - Int(KeyLifetime.keptDays))
        let newest = try self.keyring.agreementKeys().first
        if let newest, newest.days.upperBound >= Int(clamping: today + KeyLifetime.overlapDays) {
            // A key that was stored but not announced, because of a crash between the two, is announced now.
            if try await !self.isAnnounced(newest.key.publicKey) {
                try await self.announce(newest.key.publicKey, days: newest.days)
            }
            return
        }
        let added = try self.keyring.addAgreementKey(
            days: Int(clamping: today)...Int(clamping: today + KeyLifetime.days)
        )
        try self.note(.keyAdded, detail: "agreement")
        try await self.announce(added.key.publicKey, days: added.days)
    }

    private func announce(_ key: AgreementPublicKey, days: ClosedRange<Int>) async throws {
        let days = UInt64(max(0, days.lowerBound))...UInt64(max(0, days.upperBound))
        let core = KeyRotationCore(publicKey: key.bytes, days: days)
        try await self.publish(EntryDraft(kind: .keyRotate, day: self.today, core: core.encoded()))
        try await self.readArchive()
    }

    private func isAnnounced(_ key: AgreementPublicKey) async throws -> Bool {
        let own = self.signingKey.publicKey
        return try await self.library.agreementKeys().contains { $0.member == own && $0.key == key.bytes }
    }

    /// The hub gives each audience a fresh key when the last one ends soon or a member's key is not in it.
    func issueAudienceKeys() async throws {
        let roster = self.node.currentRoster
        let today = self.today
        // A member that was away for weeks still has its former key: it is not left out.
        let announced = try await self.library.agreementKeys().filter {
            $0.days.lowerBound <= today && today <= $0.days.upperBound + KeyLifetime.keptDays
        }
        for audience in [Audience.customs, .partners] {
            let readers = roster.members.filter { $0.reads(audience) && $0.closedAt == nil }
            let keys = try readers.compactMap { reader in
                try announced.first { $0.member == reader.key }.map { try AgreementPublicKey(bytes: $0.key) }
            }
            guard !keys.isEmpty else { continue }
            let epochs = try await self.ownEpochs(of: audience)
            let current = epochs.last { $0.epoch.days.upperBound >= today + KeyLifetime.overlapDays }
            // Anew when the key ends soon, or when more members can be given it than were.
            if let current, current.slots >= keys.count { continue }
            // A key that leaves out a reader makes bulletins that this reader cannot open: everybody gets a day.
            let newest = announced.map(\.days.lowerBound).max() ?? today
            guard keys.count == readers.count || newest < today else { continue }
            try await self.issue(audience, epoch: (epochs.last?.epoch.epoch ?? 0) + 1, to: keys)
        }
    }

    private func issue(_ audience: Audience, epoch: UInt64, to members: [AgreementPublicKey]) async throws {
        let key = AgreementKey()
        let core = AudienceEpochCore(
            audience: audience.rawValue,
            epoch: epoch,
            publicKey: key.publicKey.bytes,
            days: self.today...(self.today + KeyLifetime.days),
            slots: try AudienceSlots.seal(key, audience: audience.rawValue, epoch: epoch, to: members)
        )
        try await self.publish(EntryDraft(kind: .audienceEpoch, day: self.today, core: core.encoded()))
        try self.note(.keyAdded, detail: audience.rawValue)
        try await self.readArchive()
    }

    /// Epochs of an audience that this hub published, with the number of slots of each.
    private func ownEpochs(of audience: Audience) async throws -> [(epoch: PublishedAudienceEpoch, slots: Int)] {
        let own = self.signingKey.publicKey
        var found: [(epoch: PublishedAudienceEpoch, slots: Int)] = []
        for epoch in try await self.library.audienceEpochs()
        where epoch.issuer == own && epoch.audience == audience.rawValue {
            let entry = try await self.archive.read { try $0.entry(epoch.entry) }
            guard let body = entry?.content.body else { continue }
            found.append((epoch, try AudienceEpochCore.decode(body.core).slots.count))
        }
        return found.sorted { $0.epoch.epoch < $1.epoch.epoch }
    }

    /// The key of each audience to which a bulletin is sealed today: the newest that is valid.
    func audienceRecipients() async throws -> [String: AgreementPublicKey] {
        let today = self.today
        var recipients: [String: AgreementPublicKey] = [:]
        for epoch in try await self.library.audienceEpochs() where epoch.days.contains(today) {
            recipients[epoch.audience] = try AgreementPublicKey(bytes: epoch.key)
        }
        return recipients
    }
}
