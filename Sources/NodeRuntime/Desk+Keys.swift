// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Archive
import AuditTrail
import BulletinLibrary
import Casework
import Cryptography
import Keyring
import Ledger
import Roster
import StrictJSON
import Synchronization
import Transport
import Vault

/// How long keys are used; protocol 6.5 and the threat model's answer to a stolen key.
enum KeyLifetime {
    /// Days on which others seal to a key, first and last included.
    static let days: UInt64 = 30

    /// The days of a key that is made on a day.
    static func span(from day: UInt64) -> ClosedRange<UInt64> { day...(day + Self.days - 1) }

    /// Days before its end at which the next one is made.
    static let overlapDays: UInt64 = 5
    /// Days after its end for which it still opens what was sealed to it.
    static let keptDays: UInt64 = 30
}

extension Desk {
    /// Once a day, and at the start, destroys what has reached its day.
    func destroyInTime() throws {
        let today = self.today
        guard self.dayOfDestruction.withLock({ $0 != today }) else { return }
        try self.finishDestructions()
        // What is destroyed by a wrong clock does not come back.
        guard !self.isClockDisputed() else { return }
        try self.destroyEndedKeys()
        try self.destroyDueCases()
        self.dayOfDestruction.withLock { $0 = today }
    }

    /// Destroys the keys whose time is over: what was sealed to them opens nowhere any more.
    private func destroyEndedKeys() throws {
        let day = Int(clamping: self.today) - Int(KeyLifetime.keptDays)
        let own = try self.keyring.removeAgreementKeys(endedBefore: day)
        let audiences = try self.keyring.removeAudienceKeys(endedBefore: day)
        if own > 0 { try self.note(.keyRemoved, detail: "agreement") }
        if audiences > 0 { try self.note(.keyRemoved, detail: "audience") }
    }

    /// Begins the next epoch when the present one is over, and finishes one that a crash interrupted.
    func changeEpochInTime() throws {
        let keys = self.keyring.epochKeys
        let isOver = Int(clamping: self.today) >= keys.current.firstDay + Keyring.epochDays
        let isWanted = self.isEpochChangeWanted.withLock { $0 }
        guard keys.former != nil || isWanted || (isOver && !self.isClockDisputed()) else { return }
        try self.changeEpoch()
    }

    /// Moves everything that is destroyed in time under a new key, and destroys the former one.
    func changeEpoch() throws {
        let keys = try self.keyring.startEpoch(on: Int(clamping: self.today))
        try self.keyring.moveKeys()
        try self.vault.moveKeys(to: keys)
        try self.keyring.endEpoch()
        self.vault.use(self.keyring.epochKeys)
        self.isEpochChangeWanted.withLock { $0 = false }
        try self.note(.epochChanged, detail: "\(keys.current.number)")
    }

    /// Begins the next epoch now, for an officer who does not want to wait for the month's end.
    func changeEpochNow(_ request: ApiRequest) async throws -> JSONValue {
        let officer = try self.stated(request, .changeEpoch, on: "", terms: [])
        try self.note(.keyAdded, by: officer, detail: "epoch")
        self.isEpochChangeWanted.withLock { $0 = true }
        _ = try await self.clerk.workNow()
        return try self.listKeys()
    }

    /// The keys that are destroyed in time, with their days; no key itself.
    func listKeys() throws -> JSONValue {
        func row(_ purpose: String, _ number: Int, _ days: ClosedRange<Int>, keptDays: Int) -> JSONValue {
            func text(_ day: Int) -> JSONValue { .string(CalendarDay(daysSinceEpoch: day)?.text ?? "") }
            return .object([
                "purpose": .string(purpose),
                "number": .number(JSONNumber(number)),
                "first_day": text(days.lowerBound),
                "last_day": text(days.upperBound),
                "destroyed_after": text(days.upperBound + keptDays),
            ])
        }
        let epoch = self.keyring.epochKeys.current
        let kept = Int(KeyLifetime.keptDays)
        let keys =
            [row("epoch", epoch.number, epoch.firstDay...(epoch.firstDay + Keyring.epochDays - 1), keptDays: 0)]
            + (try self.keyring.agreementKeys().map { row("agreement", $0.number, $0.days, keptDays: kept) })
            + (try self.keyring.audienceKeys().map {
                row("audience \($0.audience)", Int(clamping: $0.epoch), $0.days, keptDays: kept)
            })
        return .object(["keys": .array(keys)])
    }

    /// Makes and announces the next agreement key when the current one ends soon.
    func announceAgreementKey() async throws {
        let today = self.today
        let newest = try self.keyring.agreementKeys().first
        if let newest, newest.days.upperBound >= Int(clamping: today + KeyLifetime.overlapDays) {
            // A key that was stored but not announced, because of a crash between the two, is announced now.
            if try await !self.isAnnounced(newest.key.publicKey) {
                try await self.announce(newest.key.publicKey, days: newest.days)
            }
            return
        }
        let days = KeyLifetime.span(from: today)
        let added = try self.keyring.addAgreementKey(
            days: Int(clamping: days.lowerBound)...Int(clamping: days.upperBound)
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

    /// The hub gives each audience a fresh key in time and when a member left, and the current one to who came.
    func issueAudienceKeys() async throws {
        let roster = self.node.currentRoster
        let today = self.today
        let own = self.signingKey.publicKey
        // A member that was away for weeks still has its former key: it is not left out.
        let announced = try await self.library.agreementKeys().filter {
            $0.days.lowerBound <= today && today <= $0.days.upperBound + KeyLifetime.keptDays
        }
        for audience in [Audience.customs, .partners] where AudienceRule.mayIssue(own, audience, in: roster) {
            let readers = Set(roster.members.filter { $0.reads(audience) && $0.closedAt == nil }.map(\.key))
            let epochs = try await self.library.audienceEpochs().filter {
                $0.issuer == own && $0.audience == audience.rawValue
            }
            // A crash between storing a key and publishing it uses its number up.
            let stored = try self.keyring.audienceKeys().filter {
                $0.issuer == own && $0.audience == audience.rawValue
            }
            let step = AudienceRule.step(
                readers: readers,
                reachable: readers.intersection(announced.map(\.member)),
                isSettling: announced.contains { $0.days.lowerBound == today },
                last: try await self.lastIssued(of: audience, epochs),
                highest: (epochs.map(\.epoch) + stored.map(\.epoch)).max() ?? 0,
                today: today
            )
            let members = announced.filter { readers.contains($0.member) }
            switch step {
            case .nothing: break
            case .newEpoch(let number):
                let days = KeyLifetime.span(from: today)
                let key = AudienceKey(
                    audience: audience.rawValue,
                    epoch: number,
                    issuer: own,
                    days: Int(clamping: days.lowerBound)...Int(clamping: days.upperBound),
                    key: AgreementKey()
                )
                try self.keyring.addAudienceKey(key)
                try self.note(.keyAdded, detail: audience.rawValue)
                try await self.give(key, to: members)
            case .freshSlots(let number):
                guard let key = try self.keyring.audienceKey(audience: audience.rawValue, epoch: number, issuer: own)
                else { break }
                try await self.give(key, to: members)
            }
        }
    }

    /// Publishes an epoch's key for members, in as many entries as slots need, and notes who was given it.
    private func give(_ key: AudienceKey, to members: [MemberAgreementKey]) async throws {
        for start in stride(from: 0, to: members.count, by: AudienceSlots.memberLimit) {
            let group = try members[start..<min(start + AudienceSlots.memberLimit, members.count)].map {
                try AgreementPublicKey(bytes: $0.key)
            }
            let core = AudienceEpochCore(
                audience: key.audience,
                epoch: key.epoch,
                publicKey: key.key.publicKey.bytes,
                days: UInt64(key.days.lowerBound)...UInt64(key.days.upperBound),
                slots: try AudienceSlots.seal(
                    key.key,
                    audience: key.audience,
                    epoch: key.epoch,
                    issuer: key.issuer,
                    to: group
                )
            )
            try await self.publish(EntryDraft(kind: .audienceEpoch, day: self.today, core: core.encoded()))
        }
        // The number first, 8 bytes, then a node key each. A crash before this line gives the slots once more.
        let number = withUnsafeBytes(of: key.epoch.bigEndian) { Array($0) }
        try await self.archive.setSetting(
            Self.givenSetting(key.audience),
            to: number + members.flatMap { $0.member.bytes }
        )
        try await self.readArchive()
    }

    /// The newest epoch of which this hub has the private key, with the members that were given it.
    private func lastIssued(of audience: Audience, _ epochs: [PublishedAudienceEpoch]) async throws
        -> AudienceRule.Issued?
    {
        guard let newest = epochs.max(by: { $0.epoch < $1.epoch }),
            let key = try self.keyring.audienceKey(
                audience: audience.rawValue,
                epoch: newest.epoch,
                issuer: newest.issuer
            ), key.key.publicKey.bytes == newest.key
        else { return nil }
        var given: Set<SigningPublicKey> = []
        let setting = Self.givenSetting(audience.rawValue)
        if let noted = try await self.archive.read({ try $0.setting(setting) }),
            noted.prefix(8).reduce(0, { $0 << 8 | UInt64($1) }) == newest.epoch
        {
            for start in stride(from: 8, to: noted.count, by: SigningPublicKey.byteCount) {
                given.insert(try SigningPublicKey(bytes: Array(noted[start...].prefix(SigningPublicKey.byteCount))))
            }
        }
        return AudienceRule.Issued(epoch: newest.epoch, lastDay: newest.days.upperBound, given: given)
    }

    private static func givenSetting(_ audience: String) -> String { "desk.audience.\(audience)" }

    /// The key of each audience to which a bulletin is sealed today: the newest of a hub whose log verifies.
    func audienceRecipients() async throws -> [String: AgreementPublicKey] {
        let roster = self.node.currentRoster
        let today = self.today
        let epochs = try await self.library.audienceEpochs()
        let frozen = try await self.archive.read { reader in
            try epochs.filter { epoch in
                let place = try reader.frozenFrom(origin: epoch.issuer, logEpoch: epoch.logEpoch)
                return place.map { $0 <= epoch.sequence } ?? false
            }
        }
        var recipients: [String: AgreementPublicKey] = [:]
        for audience in [Audience.customs, .partners] {
            let current = AudienceRule.current(of: epochs, audience: audience, today: today, roster: roster) {
                !frozen.contains($0)
            }
            if let current { recipients[audience.rawValue] = try AgreementPublicKey(bytes: current.key) }
        }
        return recipients
    }
}
