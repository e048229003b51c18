// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import AuditTrail
import CaseStore
import Casework
import Intake
import StrictJSON
import Vocabulary

extension Desk {
    /// Imports a dossier; the answer holds the receipt code, once.
    ///
    /// - Parameters:
    ///   - bytes: dossier/1.
    ///   - wishes: codes with commas between, of what the referrer asked for; nil for nothing.
    /// - Returns: id, state and the receipt code.
    /// - Throws: `Problem` with place and rule, or `duplicate`; nothing is stored then.
    func importReferral(_ bytes: [UInt8], wishes: String? = nil) throws -> JSONValue {
        let wishes = try Self.wishes((wishes ?? "").split(separator: ",").map(String.init))
        let dossier: Dossier
        do {
            dossier = try DossierReader(vocabularies: self.vocabularies).read(bytes)
        } catch {
            throw Problem(dossier: error)
        }
        do {
            let receipt = try self.referrals.receive(
                dossier,
                wishes: wishes,
                today: try self.calendarDay(),
                access: CaseAccess(actor: "system", purpose: .validation)
            )
            return .object([
                "id": .string(dossier.incident.coded.caseID.text),
                "state": "received",
                "receipt_code": .string(receipt.text),
            ])
        } catch CaseStoreError.duplicate(_, let existing) {
            throw Problem(
                .duplicate,
                "This dossier was imported already, as referral \(existing.text).",
                next: "Look at it: fairlead referral show \(existing.text)"
            )
        }
    }

    /// All referrals, coded fields only.
    func listReferrals() throws -> JSONValue {
        let referrals = try self.cases.referrals()
        return .object([
            "referrals": .array(
                try referrals.map { referral in
                    let coded = try self.cases.codedCase(referral.caseID)
                    return .object([
                        "id": .string(referral.caseID.text),
                        "state": .string(referral.progress.state.rawValue),
                        "received_on": .string(referral.receivedOn.text),
                        "wco_region": .string(coded.region.rawValue),
                        "mo": .array(coded.modusOperandi.map { .string($0.rawValue) }),
                        "feedback": .string(Self.name(of: referral.feedback)),
                    ])
                }
            )
        ])
    }

    /// One referral's coded fields; nothing of who reported.
    func showReferral(_ id: String) throws -> JSONValue {
        let caseID = try self.caseID(id)
        let referral = try self.referral(caseID)
        let coded = try self.cases.codedCase(caseID)
        return .object([
            "id": .string(caseID.text),
            "state": .string(referral.progress.state.rawValue),
            "received_on": .string(referral.receivedOn.text),
            "country": .string(coded.country.rawValue),
            "wco_region": .string(coded.region.rawValue),
            "port": .string(coded.port.rawValue),
            "mode": .string(coded.mode.rawValue),
            "mo": Self.codes(coded.modusOperandi),
            "concealment": Self.codes(coded.concealment),
            "detection": Self.codes(coded.detection),
            "indicators": Self.codes(coded.indicators),
            "security_gaps": Self.codes(coded.securityGaps),
            "recommendations": Self.codes(coded.recommendations),
            "treatments": Self.codes(coded.treatments),
            "outcomes": Self.codes(coded.outcomes),
            "operational_hold": .bool(coded.operationalHold.isActive),
            "feedback": .string(Self.name(of: referral.feedback)),
            "wishes": .array(referral.wishes.codes.map { .string($0) }),
        ])
    }

    /// Records feedback at the origin; it leaves by no other way.
    func giveFeedback(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let caseID = try self.caseID(id)
        let body = try request.object()
        let officer = try self.officer(named: try request.text("officer"))
        let step = CaseStep(actor: officer.id.text, day: try self.calendarDay())
        let state = try request.text("state")
        let reviewOn = body["review_on"]?.stringValue.flatMap(CalendarDay.init(text:))
        let telling = try self.telling(body)
        do {
            try self.cases.updateReferral(of: caseID) { referral in
                switch state {
                case "given": try referral.feedback.tell(telling, at: step)
                case "partial": try referral.feedback.tell(telling, at: step, restDueBy: try Self.required(reviewOn))
                case "withheld":
                    try referral.feedback.withhold(
                        reason: try self.withholdingReason(body),
                        reviewOn: try Self.required(reviewOn),
                        at: step
                    )
                default:
                    throw Problem(.badData, "There is no such state.", next: "Use given, partial or withheld.")
                }
            }
        } catch let refusal as ReferralRefusal {
            throw Problem(.wrongState, "Feedback cannot be recorded so: \(refusal).", next: "fairlead feedback list")
        }
        try self.note(.feedbackGiven, by: officer, about: caseID.text, detail: state)
        return try self.feedback(of: try self.referral(caseID))
    }

    /// Feedback given, withheld and due.
    func listFeedback() throws -> JSONValue {
        .object(["feedback": .array(try self.cases.referrals().map { try self.feedback(of: $0) })])
    }

    private func feedback(of referral: Referral) throws -> JSONValue {
        var object: JSONObject = [
            "referral": .string(referral.caseID.text),
            "state": .string(Self.name(of: referral.feedback)),
            "overdue": .bool(referral.feedback.isOverdue(on: try self.calendarDay())),
        ]
        switch referral.feedback {
        case .due(let day): object.set("due", .string(day.text))
        case .withheld(_, let reason, let day):
            object.set("reason", .string(reason.rawValue))
            object.set("review_on", .string(day.text))
        case .told(let step, let telling, let rest):
            object.set("told_on", .string(step.day.text))
            object.set("usefulness", .string(telling.usefulness.rawValue))
            if let rest { object.set("due", .string(rest.text)) }
        case .acknowledged(let step, let telling, _):
            object.set("told_on", .string(step.day.text))
            object.set("usefulness", .string(telling.usefulness.rawValue))
        }
        return .object(object)
    }

    private func telling(_ body: JSONObject) throws -> FeedbackMachine.Telling {
        guard let usefulness = FeedbackMachine.Usefulness(rawValue: body["usefulness"]?.stringValue ?? "cannot-say")
        else {
            throw Problem(
                .badData,
                "There is no such grade of usefulness.",
                next: "Use useful, partly, explained or cannot-say."
            )
        }
        let outcomes = (body["outcomes"]?.arrayValue ?? []).compactMap { $0.stringValue }
        if let unknown = outcomes.firstIndex(where: { !self.vocabularies.outcomes.contains($0) }) {
            throw Problem(
                .badData,
                "An outcome is not in the vocabulary.",
                next: "See policy/vocabularies/outcomes.yaml.",
                places: [Problem.Place(pointer: "/outcomes/\(unknown)", rule: "unknown-code")]
            )
        }
        return FeedbackMachine.Telling(
            usefulness: usefulness,
            outcomes: outcomes.map(TermCode.init(rawValue:)),
            requests: []
        )
    }

    private func withholdingReason(_ body: JSONObject) throws -> TermCode {
        guard let reason = body["reason"]?.stringValue, self.vocabularies.withholdingReasons.contains(reason) else {
            throw Problem(
                .badData,
                "A reason code is needed to withhold feedback.",
                next: "Use one of policy/vocabularies/withholding-reasons.yaml."
            )
        }
        return TermCode(rawValue: reason)
    }

    private static func required(_ day: CalendarDay?) throws -> CalendarDay {
        guard let day else {
            throw Problem(.badData, "A review date is needed.", next: "Add --review-on YYYY-MM-DD.")
        }
        return day
    }

    static func name(of feedback: FeedbackMachine) -> String {
        switch feedback {
        case .due: "due"
        case .withheld: "withheld"
        case .told(_, _, nil): "given"
        case .told: "partial"
        case .acknowledged: "acknowledged"
        }
    }

    static func codes(_ codes: [TermCode]) -> JSONValue { .array(codes.map { .string($0.rawValue) }) }
}
