// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import AuditTrail
import BulletinFormat
import CaseStore
import Casework
import Cryptography
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
        object.set("urgent", .bool(manifest.terms.isUrgent))
        object.set("authors", .array(manifest.terms.authors.map { .string($0) }))
        object.set("crowd", .array(manifest.crowd.map(Self.json)))
        object.set("guard", .array(try self.guardFindings(in: manifest).map { .string($0) }))
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

    /// Rules that the guard finds broken today; empty is what the second person wants to see.
    private func guardFindings(in manifest: ReleaseManifest) throws -> [String] {
        do {
            try ReleaseCandidate.scan(manifest.bulletin, self.vault)
            return []
        } catch {
            guard case .guardBlocked(let rules) = error else { throw Problem(refusal: error) }
            return rules
        }
    }

    private static func json(_ crowd: CrowdStatement) -> JSONValue {
        func numbers(_ referrers: Int, _ incidents: Int, _ kinds: Int) -> JSONValue {
            .object([
                "referrers": .number(JSONNumber(referrers)), "incidents": .number(JSONNumber(incidents)),
                "source_kinds": .number(JSONNumber(kinds)),
            ])
        }
        return .object([
            "level": .string(crowd.level.rawValue),
            "found": numbers(crowd.found.referrers, crowd.found.incidents, crowd.found.sourceKinds),
            "needed": numbers(crowd.needed.referrers, crowd.needed.incidents, crowd.needed.sourceKinds),
        ])
    }

    /// The second officer's decision, a stop, or a word for leaving early.
    func decide(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        var release = try self.release(id)
        let (officer, decision) = try self.decision(request)
        var machine = try self.machine(of: release)
        let event: AuditEventKind
        var detail = ""
        do {
            switch decision.kind {
            case .approve:
                let departure = try self.draw(release)
                try machine.approve(officer: officer.id.text, decision: decision, departure: departure)
                release.batchID = CalendarDay(daysSinceEpoch: departure.day)?.text
                event = .releaseApproved
            case .sendBack:
                let reason = try Self.code("reason", of: request, among: Self.sendBackReasons)
                try machine.sendBack(officer: officer.id.text, decision: decision, reason: reason)
                event = .releaseSentBack
            case .stop:
                try machine.stop(officer: officer.id.text, decision: decision)
                event = .releaseStopped
            case .departEarly:
                let code = try Self.code("reason", of: request, among: EarlyWord.Reason.allCases.map(\.rawValue))
                guard let reason = EarlyWord.Reason(rawValue: code) else { throw Self.notFound("release") }
                try machine.hurry(
                    EarlyWord(officer: officer.id.text, decision: decision, reason: reason),
                    departure: DrawnDay(
                        day: DepartureSchedule.earlyDay(today: Int(clamping: self.today)),
                        isEarly: true,
                        for: release.digest,
                        by: self.signingKey
                    )
                )
                detail = code
                event = .departureHurried
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
        try self.note(event, by: officer, about: release.draftID, detail: detail)
        return try self.summary(of: release)
    }

    /// A member of the body that is one of a list of codes.
    private static func code(_ name: String, of request: ApiRequest, among codes: [String]) throws -> String {
        let code = try request.text(name)
        guard codes.contains(code) else {
            throw Problem(.badData, "There is no such \(name).", next: "Use \(codes.joined(separator: ", ")).")
        }
        return code
    }

    static let sendBackReasons = ["wording", "too-specific", "wrong-audience", "incomplete"]

    /// The release of the newest revision that was submitted.
    func release(_ id: String) throws -> StoredRelease {
        guard let release = try self.cases.releases().last(where: { $0.draftID == id }) else {
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

    func manifest(of release: StoredRelease) throws -> ReleaseManifest {
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

    func summary(of release: StoredRelease) throws -> JSONValue {
        let draft = try self.cases.draft(release.draftID, revision: release.revision)
        let machine = try self.machine(of: release)
        var object: JSONObject = [
            "id": .string(release.draftID),
            "revision": .number(JSONNumber(release.revision)),
            "type": .string(draft?.documentType ?? ""),
            "state": .string(machine.name),
            "digest": .string(Hex.encode(release.digest)),
        ]
        switch machine {
        case .approved(let approved):
            object.set("departs", .string(CalendarDay(daysSinceEpoch: approved.departure.day)?.text ?? ""))
            if let word = approved.early.first {
                object.set(
                    "early",
                    .object([
                        "reason": .string(word.reason.rawValue),
                        "officers": .array(approved.early.map { .string($0.officer) }),
                    ])
                )
            }
        case .departed(let entry), .withdrawn(let entry):
            object.set("entry", .string(Hex.encode(entry)))
        case .sentBack(let reason):
            object.set("reason", .string(reason))
        case .submitted, .stopped, .replaced:
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
}
