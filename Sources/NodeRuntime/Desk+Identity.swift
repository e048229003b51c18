// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import AuditTrail
import CaseStore
import Casework
import Cryptography
import StrictJSON
import Vault

extension Desk {
    /// Shows who reported one case, to an officer who signed for it, after the audit trail says so.
    ///
    /// - Throws: `Problem`; nothing was opened then.
    func openIdentity(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let caseID = try self.caseID(id)
        _ = try self.referral(caseID)
        let text = try request.object()["text"]?.stringValue ?? ""
        guard let purpose = CaseAccess.Purpose(rawValue: try request.text("reason")),
            Self.identityPurposes.contains(purpose)
        else {
            throw Problem(
                .badData,
                "There is no such reason.",
                next: "Use \(Self.identityPurposes.map(\.rawValue).joined(separator: ", "))."
            )
        }
        let officer = try self.stated(
            request,
            .openIdentity,
            on: caseID.text,
            terms: [purpose.rawValue, Hex.encode(Hashing.sha256(Array(text.utf8)))]
        )
        if !text.isEmpty {
            try self.cases.store(accessReason: SecretText(text), of: caseID, audit: try self.audit.head().sequence + 1)
        }
        let record = try self.vault.identity(
            of: caseID,
            access: CaseAccess(actor: officer.id.text, purpose: purpose)
        )
        var fields: [JSONValue] = []
        record.forEach { field, value in
            fields.append(.object(["field": .string("\(field)"), "value": .string(value)]))
        }
        return .object([
            "referral": .string(caseID.text), "reason": .string(purpose.rawValue), "fields": .array(fields),
        ])
    }

    static let identityPurposes: [CaseAccess.Purpose] = [.feedback, .validation, .protection, .legalObligation]

    /// Changes what the referrer asked for; once something of the case has left, wishes can only become stricter.
    func setWishes(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let caseID = try self.caseID(id)
        let referral = try self.referral(caseID)
        let codes = (try request.object()["wishes"]?.arrayValue ?? []).compactMap(\.stringValue)
        let wishes = try Self.wishes(codes)
        let officer = try self.stated(request, .setWishes, on: caseID.text, terms: wishes.codes)
        let hasLeft = try self.cases.releases().contains {
            $0.caseID == caseID && ["departed", "withdrawn"].contains($0.state)
        }
        guard !hasLeft || wishes.isAtLeastAsNarrow(as: referral.wishes) else {
            throw Problem(
                .wrongState,
                "A bulletin of this case has left; its referrer's wishes can only become stricter.",
                next: "Add to them: \(referral.wishes.codes.joined(separator: " "))"
            )
        }
        try self.note(.wishesChanged, by: officer, about: caseID.text)
        let updated = try self.cases.updateReferral(of: caseID) { $0.wishes = wishes }
        return .object([
            "referral": .string(caseID.text), "wishes": .array(updated.wishes.codes.map { .string($0) }),
        ])
    }

    static func wishes(_ codes: [String]) throws -> ReferrerWishes {
        guard let wishes = ReferrerWishes(codes: codes) else {
            throw Problem(
                .badData,
                "A wish is unknown, stands twice or names no day.",
                next: "Use no-port, not-before:YYYY-MM-DD, hub-issue-only, no-industry."
            )
        }
        return wishes
    }
}
