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
import GossipCore
import Ledger
import Policy
import Release
import StrictJSON
import Transport

extension Desk {
    /// What waits, departs or has left.
    func listReleases() throws -> JSONValue {
        .object(["releases": .array(try self.cases.releases().map { try self.summary(of: $0) })])
    }

    /// What would leave per tier, the state and the digest; nothing of a referrer.
    func showRelease(_ id: String) throws -> JSONValue {
        let release = try self.release(id)
        let manifest = try self.manifest(of: release)
        guard var object = try self.summary(of: release).objectValue else { return .null }
        object.set("bulletin", .string(manifest.bulletin.identifier.text))
        object.set("audiences", .array(manifest.audiences.map { .string($0) }))
        object.set(
            "tiers",
            .array(
                manifest.bulletin.tiers.map { tier in
                    var claims = JSONObject()
                    for disclosure in tier.disclosures { claims.set(disclosure.name, disclosure.value) }
                    return .object(["tier": .string(tier.tier.level.rawValue), "claims": .object(claims)])
                }
            )
        )
        return .object(object)
    }

    /// The second officer's decision, or a stop.
    func decide(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        var release = try self.release(id)
        let (officer, decision) = try self.decision(request)
        var machine = try self.machine(of: release)
        let event: AuditEventKind
        do {
            switch decision.kind {
            case .approve:
                try machine.approve(
                    officer: officer.id.text,
                    decision: decision,
                    departureDay: try self.drawDepartureDay(release)
                )
                event = .releaseApproved
            case .sendBack:
                let reason = try request.text("reason")
                guard Self.sendBackReasons.contains(reason) else {
                    throw Problem(
                        .badData,
                        "There is no such reason.",
                        next: "Use \(Self.sendBackReasons.joined(separator: ", "))."
                    )
                }
                try machine.sendBack(officer: officer.id.text, decision: decision, reason: reason)
                event = .releaseSentBack
            case .stop:
                try machine.stop(officer: officer.id.text, decision: decision)
                event = .releaseStopped
            case .withdraw:
                throw Problem(.badData, "A bulletin is withdrawn, not a release.", next: "fairlead bulletin withdraw")
            }
        } catch let refusal as ReleaseRefusal {
            if refusal == .secondPersonNeeded {
                try self.note(.approvalRefused, by: officer, about: release.draftID)
            }
            throw Problem(refusal: refusal)
        }
        release = Self.updated(release, machine)
        try self.cases.update(release)
        try self.note(event, by: officer, about: release.draftID)
        return try self.summary(of: release)
    }

    static let sendBackReasons = ["wording", "too-specific", "wrong-audience", "incomplete"]

    /// The batches that wait, with what holds them.
    func listDepartures() throws -> JSONValue {
        let waiting = try self.cases.releases().filter { $0.state == "approved" }
        return .object([
            "departures": .array(
                try waiting.map { release in
                    guard var object = try self.summary(of: release).objectValue else { return .null }
                    object.set("release", .string(release.draftID))
                    return .object(object)
                }
            )
        ])
    }

    /// Lets go what is due.
    func departDue() async throws -> ClerkReport {
        var report = ClerkReport()
        let isClockDisputed = self.isClockDisputed()
        for release in try self.cases.releases() where release.state == "approved" {
            guard !isClockDisputed else {
                report.held.append((release.draftID, "clock-disputed"))
                continue
            }
            do {
                let entry = try await self.depart(release)
                report.departed.append((release.draftID, entry.entry.id.hex))
            } catch Departure.Hold.notDue {
                continue
            } catch let hold as Departure.Hold {
                report.held.append((release.draftID, Self.reason(of: hold)))
            }
        }
        try await self.readArchive()
        return report
    }

    /// Two members or more are a day off this desk's clock: then nothing leaves, because its day may be wrong.
    func isClockDisputed() -> Bool {
        for alarm in self.node.status().alarms {
            // An alarm of a day that is over does not hold for ever: the clock may have been set since.
            if case GossipAlarm.clockDisagrees(let ours, _) = alarm, ours == self.today { return true }
        }
        return false
    }

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
            policy: self.policy
        )
        var subject: EntryID?
        if let supersedes = manifest.bulletin.supersedes {
            subject = try await self.library.bulletin(identifier: supersedes.text)?.entry
        }
        let draft = try departure.entry(
            recipients: try await self.audienceRecipients(),
            subject: subject,
            isUrgent: try self.isUrgent(release),
            key: self.signingKey,
            outgoing: self.vault
        )
        let entry = try await self.ownLog.publish(draft)
        try self.noteDeparture(release, entry)
        return entry
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

    private func drawDepartureDay(_ release: StoredRelease) throws -> Int {
        let referral = try self.referral(release.caseID)
        return DepartureSchedule(law: self.policy.delay).departureDay(
            today: Int(clamping: self.today),
            referralDay: referral.receivedOn.daysSinceEpoch,
            isUrgent: try self.isUrgent(release),
            draw: { Int(SecureRandom.number(below: UInt32($0))) }
        )
    }

    private func isUrgent(_ release: StoredRelease) throws -> Bool {
        guard let draft = try self.cases.draft(release.draftID, revision: release.revision) else { return false }
        return try self.content(of: draft, access: CaseAccess(actor: "system", purpose: .analysis)).isUrgent
    }

    func release(_ id: String) throws -> StoredRelease {
        guard let release = try self.cases.releases().first(where: { $0.draftID == id }) else {
            throw Self.notFound("release")
        }
        return release
    }

    func machine(of release: StoredRelease) throws -> ReleaseMachine {
        do {
            return try ReleaseMachine.decode(release.record)
        } catch {
            throw Problem(refusal: error)
        }
    }

    private func manifest(of release: StoredRelease) throws -> ReleaseManifest {
        let sealed = try self.cases.manifest(
            of: release,
            access: CaseAccess(actor: "system", purpose: .analysis)
        )
        let bytes = sealed.withUTF8 { span in (0..<span.count).map { span[$0] } }
        do {
            let manifest = try ReleaseManifest.decode(bytes)
            guard manifest.digest == release.digest else { throw ReleaseRefusal.storedManifestDamaged }
            return manifest
        } catch {
            throw Problem(refusal: .storedManifestDamaged)
        }
    }

    private func summary(of release: StoredRelease) throws -> JSONValue {
        let draft = try self.cases.draft(release.draftID, revision: release.revision)
        let machine = try self.machine(of: release)
        var object: JSONObject = [
            "id": .string(release.draftID),
            "type": .string(draft?.documentType ?? ""),
            "state": .string(machine.name),
            "digest": .string(Hex.encode(release.digest)),
        ]
        switch machine {
        case .approved(let approved):
            object.set("departs", .string(CalendarDay(daysSinceEpoch: approved.departureDay)?.text ?? ""))
        case .departed(let entry), .withdrawn(let entry):
            object.set("entry", .string(Hex.encode(entry)))
        case .sentBack(let reason):
            object.set("reason", .string(reason))
        case .submitted, .stopped:
            break
        }
        return .object(object)
    }

    static func updated(_ release: StoredRelease, _ machine: ReleaseMachine) -> StoredRelease {
        StoredRelease(
            digest: release.digest,
            draftID: release.draftID,
            revision: release.revision,
            caseID: release.caseID,
            state: machine.name,
            batchID: release.batchID,
            record: machine.encoded()
        )
    }

    private static func reason(of hold: Departure.Hold) -> String {
        switch hold {
        case .notDue: "not-due"
        case .audienceKeyMissing: "audience-key-missing"
        case .policyChanged: "policy-changed"
        case .audienceChanged: "audience-changed"
        case .guardBlocked(let rules): "guard-blocked (\(rules.joined(separator: ", ")))"
        case .reopenedDiffers: "reopened-differs"
        case .sealingFailed: "sealing-failed"
        }
    }
}
