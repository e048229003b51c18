// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Archive
import AuditTrail
import BulletinFormat
import BulletinLibrary
import CaseStore
import Casework
import Cryptography
import Diagnostics
import Ledger
import Logging
import Policy
import Release
import Roster
import StrictJSON
import Synchronization
import Transport

extension Desk {
    /// The batches that wait, with what holds them.
    func listDepartures() throws -> JSONValue {
        let waiting = try self.cases.releases().filter { $0.state == "approved" }
        return .object([
            "departures": .array(
                try waiting.map { release in
                    guard var object = try self.summary(of: release).objectValue else { return .null }
                    object.set("release", .string(release.draftID))
                    if let reason = self.holds.withLock({ $0[release.draftID] }) { object.set("held", .string(reason)) }
                    return .object(object)
                }
            )
        ])
    }

    /// Lets go what is due.
    func departDue() async throws -> ClerkReport {
        var round = DepartureRound()
        var due: [StoredRelease] = []
        let isClockDisputed = self.isClockDisputed()
        for release in try self.cases.releases() where release.state == "approved" {
            guard !isClockDisputed else {
                round.hold(release, .clockDisputed)
                continue
            }
            guard case .approved(let approved) = try self.machine(of: release),
                approved.departure.day <= Int(clamping: self.today)
            else { continue }
            due.append(release)
        }
        if let size = self.policy.delay.batchSize, !isClockDisputed {
            let alone = try due.filter { try !self.isBatched($0) }
            for release in alone { _ = try await self.depart(release, in: &round) }
            try await self.departBatch(due.filter { !alone.contains($0) }, size: size, in: &round)
        } else {
            for release in due { _ = try await self.depart(release, in: &round) }
        }
        try self.tell(round.holds)
        try await self.readArchive()
        return round.report
    }

    /// Lets one release go, or notes why it stays.
    ///
    /// - Returns: whether it left.
    func depart(_ release: StoredRelease, in round: inout DepartureRound) async throws -> Bool {
        do {
            let entry = try await self.depart(release)
            round.report.departed.append((release.draftID, entry.entry.id.hex))
            return true
        } catch Departure.Hold.notDue {
            return false
        } catch let hold as Departure.Hold {
            round.hold(release, hold)
            return false
        }
    }

    /// A hold is told once, when it begins or its reason changes: in the log, in the audit, and in the list.
    private func tell(_ holds: [String: String]) throws {
        let before = self.holds.withLock { known in
            defer { known = holds }
            return known
        }
        for (release, reason) in holds.sorted(by: { $0.key < $1.key }) where before[release] != reason {
            self.logger.warning("a release is held", metadata: .fields([.rule: reason]))
            try self.note(.departureHeld, about: release, detail: reason)
        }
    }

    /// Peers are a day off this machine's clock: then nothing leaves, because the day of departure may be wrong.
    func isClockDisputed() -> Bool { self.node.status().clock.isDisputed }

    private func depart(_ release: StoredRelease) async throws -> LoggedEntry {
        let manifest = try self.manifest(of: release)
        // A crash between the entry's commit and the note of it: the entry is there already, signed once.
        if let existing = try await self.library.bulletin(identifier: manifest.bulletin.identifier.text),
            existing.origin == self.signingKey.publicKey,
            let stored = try await self.archive.read({ try $0.entry(existing.entry) }),
            let header = try await self.archive.read({ try $0.header(existing.entry) })
        {
            let entry = LoggedEntry(entry: VerifiedEntry(headerOnly: header), counter: stored.counter)
            try self.noteDeparture(release, entry)
            return entry
        }
        let departure = try Departure(
            of: try self.machine(of: release),
            manifest: manifest,
            today: Int(clamping: self.today),
            policy: self.policy,
            officers: try self.officerKeys(),
            deskKey: self.signingKey.publicKey
        )
        try self.obeyWishes(release, manifest)
        let draft = try departure.entry(
            recipients: try await self.audienceRecipients(),
            readers: self.tierReaders(),
            subject: try await self.replacedEntry(of: manifest.bulletin),
            key: self.signingKey,
            outgoing: self.vault
        )
        let entry = try await self.ownLog.publish(draft)
        try self.noteDeparture(release, entry)
        return entry
    }

    /// The referrer's wishes of today, against what was approved when they may have been others.
    private func obeyWishes(_ release: StoredRelease, _ manifest: ReleaseManifest) throws {
        let wishes = try self.referral(release.caseID).wishes
        if wishes.hubIssueOnly { throw Departure.Hold.referrerWish("hub-issue-only") }
        if let day = wishes.notBefore, try self.calendarDay() < day { throw Departure.Hold.referrerWish("not-before") }
        let rules = self.policy.rules(for: manifest.bulletin.type)
        for tier in manifest.bulletin.tiers {
            for disclosure in tier.disclosures
            where wishes.forbids(disclosure.name, at: tier.tier.level, rules: rules) {
                throw Departure.Hold.referrerWish(wishes.withholdsFromIndustry ? "no-industry" : "no-port")
            }
        }
    }

    /// The entry that a correction replaces: an own bulletin in force; a hold when there is none.
    private func replacedEntry(of bulletin: Bulletin) async throws -> EntryID? {
        guard let supersedes = bulletin.supersedes else { return nil }
        guard let replaced = try await self.library.bulletin(identifier: supersedes.text), replaced.state == .inForce,
            replaced.origin == self.signingKey.publicKey
        else { throw Departure.Hold.replacedEntryUnknown }
        return replaced.entry
    }

    /// Keys of the officers who may decide today, by id.
    private func officerKeys() throws -> [String: SigningPublicKey] {
        let officers = try self.officers.list().filter(\.isEnabled)
        return Dictionary(officers.map { ($0.id.text, $0.publicKey) }, uniquingKeysWith: { first, _ in first })
    }

    /// Who can open each sealed tier by the roster in force.
    func tierReaders() -> [ReleaseTerms.Readers] {
        let members = self.node.currentRoster.members.filter { $0.closedAt == nil }
        return Tier.allCases.compactMap { tier in
            guard let audience = tier.audience.flatMap(Audience.init(rawValue:)) else { return nil }
            return ReleaseTerms.Readers(tier: tier, members: members.filter { $0.reads(audience) }.map(\.key))
        }
    }

    private func noteDeparture(_ release: StoredRelease, _ entry: LoggedEntry) throws {
        var machine = try self.machine(of: release)
        try machine.depart(as: entry.entry.id.bytes)
        try self.cases.update(Self.updated(release, machine))
        try self.cases.store(
            PublishedEntry(
                entryID: entry.entry.id.bytes,
                caseID: release.caseID,
                digest: release.digest,
                day: try self.calendarDay()
            )
        )
        try self.note(.departed, about: release.draftID)
    }

    /// Draws the day of a release, once; drawing again for a later revision never gains time.
    func draw(_ release: StoredRelease) throws -> DrawnDay {
        let referral = try self.referral(release.caseID)
        let manifest = try self.manifest(of: release)
        let drawnBefore = try self.cases.releases().filter { $0.draftID == release.draftID }
            .compactMap { $0.batchID.flatMap(CalendarDay.init(text:))?.daysSinceEpoch }
        let day = DepartureSchedule(law: self.policy.delay).departureDay(
            today: Int(clamping: self.today),
            referralDay: referral.receivedOn.daysSinceEpoch,
            isUrgent: manifest.terms.isUrgent,
            notBefore: (drawnBefore + [manifest.terms.earliestDay].compactMap { $0 }).max(),
            draw: { Int(SecureRandom.number(below: UInt32($0))) }
        )
        return DrawnDay(day: day, for: release.digest, by: self.signingKey)
    }

    /// How well the delay law hides a referral's day at this desk's own rate, or at a given one.
    ///
    /// - Throws: `Problem` for a rate out of range, and when there are too few referrals to know the own one.
    func showTiming(rate text: String?) throws -> JSONValue {
        let rate: Double
        if let text {
            guard let given = Double(text), given >= 0.1, given <= 1_000 else {
                throw Problem(
                    .badRequest,
                    "The rate is no number from 0.1 to 1000.",
                    next: "Referrals per month: --rate 8"
                )
            }
            rate = given
        } else {
            rate = try self.ownReferralRate()
        }
        let schedule = DepartureSchedule(law: self.policy.delay)
        let simulation = TimingSimulation(ratePerMonth: rate)
        return .object([
            "rate_per_month": .number(JSONNumber(Self.rounded(rate))),
            "rate_source": .string(text == nil ? "own" : "given"),
            "minimum_age_days": .number(JSONNumber(self.policy.delay.minimumAgeDays)),
            "batch_spread": .number(JSONNumber(self.policy.delay.batchSpread)),
            "trials": .number(JSONNumber(simulation.trials)),
            "routine": Self.json(simulation.run { schedule.possibleDays(referralDay: $0) }),
            "urgent": Self.json(simulation.run { schedule.possibleDays(referralDay: $0, isUrgent: true) }),
        ])
    }

    /// Referrals per month since the first of the last twelve months.
    private func ownReferralRate() throws -> Double {
        let today = Int(clamping: self.today)
        let days = try self.cases.referrals().map(\.receivedOn.daysSinceEpoch).filter {
            $0 > today - 365 && $0 <= today
        }
        guard let first = days.min(), days.count >= 2 else {
            throw Problem(
                .wrongState,
                "There are too few referrals to know this desk's rate.",
                next: "Give one: fairlead release timing --rate 2"
            )
        }
        return max(0.1, Double(days.count) * TimingSimulation.daysPerMonth / Double(max(30, today - first + 1)))
    }

    private static func json(_ outcome: TimingSimulation.Outcome) -> JSONValue {
        .object([
            "top_1": .number(JSONNumber(Self.rounded(outcome.topOne))),
            "effective_set": .number(JSONNumber(Self.rounded(outcome.effectiveSet))),
            "median_days": .number(JSONNumber(outcome.medianDays)),
            "p90_days": .number(JSONNumber(outcome.ninthDecileDays)),
        ])
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}

/// What came of one look at what is due.
struct DepartureRound {
    var report = ClerkReport()
    /// Coded reasons, by draft id.
    var holds: [String: String] = [:]

    mutating func hold(_ release: StoredRelease, _ hold: Departure.Hold) {
        self.holds[release.draftID] = hold.code
        self.report.held.append((release.draftID, hold.detail))
    }
}

extension Departure.Hold {
    /// The reason as a code, for lists, logs and the audit.
    var code: String {
        switch self {
        case .notDue: "not-due"
        case .audienceKeyMissing: "audience-key-missing"
        case .policyChanged: "policy-changed"
        case .audienceChanged: "audience-changed"
        case .dayChanged: "day-changed"
        case .officerChanged: "officer-changed"
        case .replacedEntryUnknown: "replaced-entry-unknown"
        case .batchFull: "batch-full"
        case .clockDisputed: "clock-disputed"
        case .referrerWish(let wish): "referrer-wish-\(wish)"
        case .guardBlocked: "guard-blocked"
        case .reopenedDiffers: "reopened-differs"
        case .sealingFailed: "sealing-failed"
        }
    }

    /// The code, with the guard's rules.
    var detail: String {
        guard case .guardBlocked(let rules) = self else { return self.code }
        return "\(self.code) (\(rules.joined(separator: ", ")))"
    }
}
