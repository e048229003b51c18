// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import BulletinLibrary
import CaseStore
import Casework
import Cryptography
import Release
import StrictJSON

/// Finds what a request names, or says that there is none; absent and not permitted get one answer.
extension Desk {
    func caseID(_ text: String) throws -> CaseID {
        guard let caseID = CaseID(text: text) else { throw Self.notFound("referral") }
        return caseID
    }

    func referral(_ caseID: CaseID) throws -> Referral {
        do {
            return try self.cases.referral(of: caseID)
        } catch CaseStoreError.unknownCase {
            throw Self.notFound("referral")
        }
    }

    func draft(_ id: String) throws -> StoredDraft {
        guard let draft = try self.cases.draft(id) else { throw Self.notFound("analysis") }
        return draft
    }

    func bulletin(_ identifier: String) async throws -> LibraryBulletin {
        guard let bulletin = try await self.library.bulletin(identifier: identifier) else {
            throw Self.notFound("bulletin")
        }
        return bulletin
    }

    func officer(named id: String) throws -> Officer {
        guard
            let officer = try self.officers.list().first(where: {
                ($0.name.text == id || $0.id.text == id) && $0.isEnabled
            })
        else {
            throw Problem(
                .notAllowed,
                "There is no officer of that name at this desk.",
                next: "Enrol one: fairlead officer add NAME --key-file FILE"
            )
        }
        return officer
    }

    /// The officer whose key signed a decision, and the decision with its signature checked.
    func decision(_ request: ApiRequest) throws -> (officer: Officer, decision: Decision) {
        guard let kind = DecisionKind(rawValue: try request.text("decision")) else {
            throw Problem(
                .badData,
                "There is no such decision.",
                next: "Use approve, send-back, stop, depart-early or withdraw."
            )
        }
        let decision: Decision
        do {
            decision = Decision(
                kind: kind,
                digest: try Hex.decode(try request.text("digest")),
                officerKey: try SigningPublicKey(bytes: try Base64URL.decode(try request.text("officer_key"))),
                signature: try Base64URL.decode(try request.text("signature"))
            )
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .badData,
                "Digest, key or signature is not encoded as it should be.",
                next: "Use the command."
            )
        }
        do {
            try decision.verify()
        } catch {
            throw Problem(refusal: error)
        }
        guard let officer = try self.officers.officer(publicKey: decision.officerKey), officer.isEnabled else {
            throw Problem(refusal: .unknownOfficer)
        }
        return (officer, decision)
    }

    /// Today as a date.
    func calendarDay() throws -> CalendarDay {
        guard let day = CalendarDay(daysSinceEpoch: Int(clamping: self.today)) else {
            throw Problem(.configuration, "The clock shows no usable date.", next: "Set the machine's clock.")
        }
        return day
    }

    static func notFound(_ what: String) -> Problem {
        Problem(.notFound, "There is no such \(what) here.", next: "List what there is: fairlead \(what) list")
    }
}

extension Problem {
    /// A refusal of the gate, for people.
    init(refusal: ReleaseRefusal) {
        switch refusal {
        case .guardBlocked(let rules):
            self.init(
                .guardBlocked,
                "The guard found something of a referrer in what would leave (\(rules.joined(separator: ", "))).",
                next: "Write it in other words, or leave it out; then draft again."
            )
        case .staleDigest:
            self.init(
                .staleDigest,
                "The digest signed is not the one that waits.",
                next: "Look at it again: fairlead release show"
            )
        case .badSignature:
            self.init(.badSignature, "The decision's signature does not verify.", next: "Sign with the officer's key.")
        case .unknownOfficer:
            self.init(.notAllowed, "The key belongs to no officer of this desk.", next: "fairlead officer list")
        case .secondPersonNeeded:
            self.init(
                .secondPersonNeeded,
                "You drafted, changed or signed this already; somebody else has to.",
                next: "Ask another officer to look at it."
            )
        case .wrongState(let state):
            self.init(.wrongState, "It is \(state); this has no place then.", next: "fairlead release list")
        case .notInvolved:
            self.init(.notAllowed, "Only one of its two officers may stop it.", next: "Ask one of them.")
        case .storedManifestDamaged:
            self.init(.badData, "The stored release was altered.", next: "Restore cases.sqlite from a backup.")
        case .notUrgentClass(let what):
            self.init(
                .badData,
                "An urgent release says the method alone, without place and date; this one has \(what).",
                next: "Release it without --urgent; it then leaves with a month's batch."
            )
        case .earlyReasonDiffers:
            self.init(
                .badData,
                "The first officer gave another reason for leaving early.",
                next: "Look at it: fairlead release show; give the same reason, or none."
            )
        case .unfit(let error):
            self.init(.badData, "No bulletin can be made of this draft: \(error).", next: "Shorten its texts.")
        }
    }
}
