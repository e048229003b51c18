// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import AuditTrail
import BulletinFormat
import BulletinLibrary
import CaseStore
import Casework
import Cryptography
import EgressGuard
import Policy
import Redaction
import Release
import StrictJSON
import Synchronization
import Vault
import Vocabulary

extension Desk {
    /// Starts a draft from a referral's coded fields.
    func draftAnalysis(_ request: ApiRequest) async throws -> JSONValue {
        let body = try request.object()
        let caseID = try self.caseID(try request.text("referral"))
        _ = try self.referral(caseID)
        let author = try self.officer(named: try request.text("author"))
        let type: DocumentType
        switch try request.text("type") {
        case "pia": type = .analysis
        case "mo": type = .modusOperandiBulletin
        default: throw Problem(.badData, "There is no such type.", next: "Use pia or mo.")
        }
        var revises: BulletinIdentifier?
        if let text = body["revises"]?.stringValue {
            revises = BulletinIdentifier(text: text)
            let bulletin = try await self.bulletin(text)
            guard bulletin.origin == self.signingKey.publicKey, bulletin.state == .inForce else {
                throw Problem(
                    .wrongState,
                    "Only an own bulletin in force can be corrected.",
                    next: "fairlead bulletin list"
                )
            }
        }
        let content = AnalysisContent(
            lessons: body["lessons"]?.stringValue,
            revises: revises,
            isUrgent: body["urgent"]?.boolValue ?? false
        )
        let draft = StoredDraft(
            draftID: Hex.encode(SecureRandom.bytes(16)),
            revision: 1,
            caseID: caseID,
            documentType: type.rawValue,
            state: "draft",
            author: author.id.text,
            day: try self.calendarDay()
        )
        try self.cases.store(draft, content: SecretText(copying: JSONWriter.write(content.json)))
        try self.note(.draftMade, by: author, about: draft.draftID, detail: type.rawValue)
        return self.summary(of: draft)
    }

    /// Changes a draft: a new revision, and whatever was signed over the one before is void.
    ///
    /// - Throws: `Problem` when the release has left; it can only be corrected then.
    func reviseAnalysis(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let body = try request.object()
        let author = try self.officer(named: try request.text("author"))
        let latest = try self.draft(id)
        var content = try self.content(of: latest, access: CaseAccess(actor: author.id.text, purpose: .analysis))
        if let lessons = body["lessons"]?.stringValue { content.lessons = lessons.isEmpty ? nil : lessons }
        if let isUrgent = body["urgent"]?.boolValue { content.isUrgent = isUrgent }
        for release in try self.cases.releases() where release.draftID == id {
            var machine = try self.machine(of: release)
            do {
                try machine.replace()
            } catch {
                throw Problem(
                    .wrongState,
                    "It has left; a bulletin is corrected, not changed.",
                    next: "fairlead analysis draft REFERRAL --revises BULLETIN"
                )
            }
            guard machine.name != release.state else { continue }
            try self.cases.update(Self.updated(release, machine))
        }
        self.candidates.withLock { $0[id] = nil }
        let draft = StoredDraft(
            draftID: id,
            revision: latest.revision + 1,
            caseID: latest.caseID,
            documentType: latest.documentType,
            state: "draft",
            author: author.id.text,
            day: try self.calendarDay()
        )
        try self.cases.store(draft, content: SecretText(copying: JSONWriter.write(content.json)))
        try self.note(.draftChanged, by: author, about: id)
        return self.summary(of: draft)
    }

    /// All drafts.
    func listAnalyses() throws -> JSONValue {
        .object(["analyses": .array(try self.cases.drafts().map { self.summary(of: $0) })])
    }

    /// One draft: each field's forms with level and rule, and the crowd behind them.
    func showAnalysis(_ id: String) throws -> JSONValue {
        let stored = try self.draft(id)
        let draft = try self.redacted(stored)
        guard var object = self.summary(of: stored).objectValue else { return .null }
        object.set("fields", .array(draft.report.lines.map(Self.json)))
        object.set("crowd", .array(draft.report.crowd.map(Self.json)))
        return .object(object)
    }

    /// What a reader of one level would see, by the code that seals.
    func previewAnalysis(_ id: String, level: String) throws -> JSONValue {
        guard let reader = ConfidentialityLevel(rawValue: level), reader != .originOnly else {
            throw Problem(.badRequest, "There is no such level.", next: "Use customs, partners or public.")
        }
        let draft = try self.redacted(try self.draft(id))
        var claims = JSONObject()
        for claim in draft.bulletin.claims where reader.mayRead(claim.tier.level) {
            claims.set(claim.name, claim.value)
        }
        return .object(["level": .string(level), "claims": .object(claims)])
    }

    /// Runs the gate's checks: "passed", "held" or "blocked" with the rules.
    func checkAnalysis(_ id: String) throws -> JSONValue {
        do {
            _ = try self.freeze(try self.draft(id))
            return .object(["verdict": "passed"])
        } catch let problem as Problem where [.guardBlocked, .crowdTooSmall].contains(problem.kind) {
            guard var object = problem.json.objectValue else { throw problem }
            object.set("verdict", problem.kind == .crowdTooSmall ? "held" : "blocked")
            return .object(object)
        }
    }

    /// Freezes a draft into exact bytes; the first officer signs the digest that comes back.
    func candidate(_ id: String) throws -> JSONValue {
        let draft = try self.draft(id)
        try self.refuseSubmittedTwice(draft)
        let candidate = try self.freeze(draft)
        self.candidates.withLock { $0[draft.draftID] = candidate }
        return .object([
            "analysis": .string(draft.draftID),
            "digest": .string(Hex.encode(candidate.manifest.digest)),
        ])
    }

    /// Takes the first officer's signature over a candidate.
    func submitAnalysis(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let draft = try self.draft(id)
        let (officer, decision) = try self.decision(request)
        try self.refuseSubmittedTwice(draft)
        guard let candidate = self.candidates.withLock({ $0[draft.draftID] }) else {
            throw Problem(refusal: .staleDigest)
        }
        let machine: ReleaseMachine
        do {
            machine = try ReleaseMachine.submit(
                candidate,
                author: draft.author,
                officer: officer.id.text,
                decision: decision
            )
        } catch {
            throw Problem(refusal: error)
        }
        let release = StoredRelease(
            digest: candidate.manifest.digest,
            draftID: draft.draftID,
            revision: draft.revision,
            caseID: draft.caseID,
            state: machine.name,
            batchID: nil,
            record: machine.encoded()
        )
        try self.cases.store(release, manifest: SecretText(copying: candidate.manifest.encoded()))
        try self.cases.setState("submitted", ofDraft: draft.draftID, revision: draft.revision)
        self.candidates.withLock { $0[draft.draftID] = nil }
        try self.note(.releaseSubmitted, by: officer, about: draft.draftID)
        return .object([
            "release": .string(draft.draftID),
            "state": .string(machine.name),
            "digest": .string(Hex.encode(candidate.manifest.digest)),
        ])
    }

    private func refuseSubmittedTwice(_ draft: StoredDraft) throws {
        let isSubmitted = try self.cases.releases().contains {
            $0.draftID == draft.draftID && $0.revision == draft.revision
        }
        guard !isSubmitted else {
            throw Problem(
                .wrongState,
                "This revision was submitted already.",
                next: "Change it: fairlead analysis revise \(draft.draftID) --author NAME"
            )
        }
    }

    private func freeze(_ draft: StoredDraft) throws -> ReleaseCandidate {
        let wishes = try self.referral(draft.caseID).wishes
        guard !wishes.hubIssueOnly else {
            throw Problem(
                .held,
                "The referrer allows issue by a hub only, and hubs do not issue for others yet.",
                next: "Ask the referrer again, then: fairlead referral wishes set"
            )
        }
        let redacted = try self.redacted(draft)
        let content = try self.content(of: draft, access: CaseAccess(actor: draft.author, purpose: .analysis))
        do {
            return try ReleaseCandidate(
                of: redacted,
                memberName: self.configuration.member,
                policyDigest: self.policyDigest,
                policy: self.policy,
                audiences: ["customs", "partners"],
                terms: ReleaseTerms(
                    authors: try self.cases.authors(ofDraft: draft.draftID),
                    earliestDay: wishes.notBefore?.daysSinceEpoch,
                    readers: self.tierReaders(),
                    isUrgent: content.isUrgent
                ),
                outgoing: self.vault
            )
        } catch let refusal as ReleaseRefusal {
            try self.note(.guardRefused, about: draft.draftID)
            throw Problem(refusal: refusal)
        }
    }

    /// Puts a case through the policy.
    ///
    /// - Throws: `Problem`: blocked text by rule and place, or a crowd that is too small.
    private func redacted(_ stored: StoredDraft) throws -> Draft {
        let access = CaseAccess(actor: stored.author, purpose: .analysis)
        guard let type = DocumentType(rawValue: stored.documentType) else { throw Self.notFound("analysis") }
        let incident = try self.cases.load(stored.caseID, access: access)
        let content = try self.content(of: stored, access: access)
        let circumstances = try self.circumstances(of: stored, incident, content, access: access)
        let language = Language(rawValue: try self.cases.language(of: stored.caseID).rawValue) ?? .en
        do {
            return try self.redactor.draft(
                incident,
                as: type,
                facts: content.facts(language: language),
                circumstances: circumstances,
                textGuard: CaseTextGuard(
                    referrers: self.vault.egressGuard,
                    incident: EgressGuard(keys: CaseKeywords.keywords(of: incident))
                ),
                supersedes: content.revises
            )
        } catch {
            let kind: AuditEventKind = if case .crowdTooSmall = error { .crowdHeld } else { .guardRefused }
            try self.note(kind, about: stored.draftID)
            throw Problem(redaction: error)
        }
    }

    func content(of stored: StoredDraft, access: CaseAccess) throws -> AnalysisContent {
        let sealed = try self.cases.content(of: stored, access: access)
        let bytes = sealed.withUTF8 { span in (0..<span.count).map { span[$0] } }
        return AnalysisContent(json: try JSONParser.parse(bytes))
    }

    private func summary(of draft: StoredDraft) -> JSONValue {
        .object([
            "id": .string(draft.draftID),
            "revision": .number(JSONNumber(draft.revision)),
            "type": .string(draft.documentType),
            "state": .string(draft.state),
            "referral": .string(draft.caseID.text),
            "author": .string(draft.author),
        ])
    }

    private static func json(_ line: RedactionReport.Line) -> JSONValue {
        .object([
            "field": .string(line.field.rawValue),
            "reason": .string(line.reason),
            "forms": .array(
                line.claims.map { claim in
                    .object([
                        "claim": .string(claim.name),
                        "level": .string(claim.level.rawValue),
                        "form": .string(claim.generalisation.rawValue),
                    ])
                }
            ),
            "dropped": .array(line.dropped.map { .string($0) }),
        ])
    }

    static func json(_ verdict: CrowdVerdict) -> JSONValue {
        .object([
            "level": .string(verdict.level.rawValue),
            "place": .string(verdict.place?.rawValue ?? "none"),
            "period": .string(verdict.period?.rawValue ?? "none"),
            "met": .bool(verdict.isMet),
        ])
    }
}

extension Problem {
    /// A refusal of the redactor, for people: places and rules, never the words.
    init(redaction refusal: RedactionRefusal) {
        switch refusal {
        case .crowdTooSmall(let verdict):
            self.init(
                .crowdTooSmall,
                "Held: too few could have reported this, even in its coarsest form for \(verdict.level.rawValue).",
                next: "Wait until more incidents of the period are known, or ask the hub to issue it."
            )
        case .textRefused(let field, let findings), .marksOpen(let field, let findings):
            self.init(
                .guardBlocked,
                "The text holds what may point to whoever reported.",
                next: "Write these places in other words, and draft again.",
                places: findings.map {
                    Problem.Place(
                        pointer: "/\(field.rawValue)/\($0.range.lowerBound)-\($0.range.upperBound)",
                        rule: $0.rule
                    )
                }
            )
        case .textTooLong(let field, let limit, let found):
            self.init(
                .badData,
                "The text is too long: \(found) characters, at most \(limit).",
                next: "Shorten it.",
                places: [Problem.Place(pointer: "/\(field.rawValue)", rule: "text-limit")]
            )
        case .typeNotInPolicy(let type):
            self.init(.configuration, "The policy has no rules for \(type.rawValue).", next: "Add them to the policy.")
        }
    }
}
