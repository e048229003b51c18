// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import AuditTrail
import CaseStore
import Casework
import Cryptography
import Foundation
import Policy
import PolicyFiles
import Redaction
import StrictJSON
import Synchronization
import Vault
import Vocabulary

extension Desk {
    /// The policy that the desk applies, with the place of every statement.
    func showPolicy() -> JSONValue {
        guard var object = PolicyView.json(self.policies).objectValue else { return .null }
        object.set("refused", self.policyRefusal.map { .string($0) } ?? .null)
        return .object(object)
    }

    /// Which rule gives which form of a draft to whom, and why; also of a draft that is held.
    func explainAnalysis(_ id: String) throws -> JSONValue {
        let stored = try self.draft(id)
        let access = CaseAccess(actor: stored.author, purpose: .analysis)
        guard let type = DocumentType(rawValue: stored.documentType) else { throw Self.notFound("analysis") }
        let incident = try self.cases.load(stored.caseID, access: access)
        let content = try self.content(of: stored, access: access)
        let language = Language(rawValue: try self.cases.language(of: stored.caseID).rawValue) ?? .en
        let explanation: Explanation
        do {
            explanation = try self.redactor.explanation(
                of: incident,
                as: type,
                facts: content.facts(language: language),
                circumstances: try self.circumstances(of: stored, incident, content, access: access)
            )
        } catch let refusal as RedactionRefusal {
            throw Problem(redaction: refusal)
        }
        guard var object = ExplanationView(explanation: explanation, policy: self.policy).json.objectValue else {
            return .null
        }
        object.set("summary", PolicyExplain.row(id, explanation, content.isUrgent, self.policy))
        return .object(object)
    }

    /// Which circumstances of the policy hold for a draft's case.
    func circumstances(
        of stored: StoredDraft,
        _ incident: Case,
        _ content: AnalysisContent,
        access: CaseAccess
    ) throws -> Circumstances {
        Circumstances(
            referrer: try self.vault.referrerClass(of: incident, access: access),
            posts: try self.vault.codes(of: stored.caseID, access: access) { record in
                ReferrerPosts.codes(of: record, roles: self.vocabularies.insiderRoles)
            },
            wishes: try self.referral(stored.caseID).wishes,
            incident: incident.coded,
            isUrgent: content.isUrgent
        )
    }

    /// Replaces the desk's table of populations, on disk and for the next draft.
    ///
    /// - Parameter bytes: a CSV file.
    /// - Returns: `{"digest","places"}`.
    /// - Throws: `Problem` with the line of the first fault; then nothing is changed.
    func importPopulations(_ bytes: [UInt8]) throws -> JSONValue {
        let table: Populations
        do throws(PolicyFileError) {
            table = try PopulationsFile.parse(bytes, file: "populations.csv", vocabularies: self.vocabularies)
        } catch {
            throw Problem(policyFile: error)
        }
        let folder = self.home.policyOverrides
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let digest = Hex.encode(Hashing.sha256(bytes))
        // Noted first: a table that is in force without a note must not exist.
        try self.note(.settingChanged, about: digest, detail: "populations")
        let file = folder.appending(path: "populations.csv")
        try Data(bytes).write(to: file, options: .atomic)
        self.populations.withLock { $0 = table }
        return .object(["digest": .string(digest), "places": .integer(table.placeCount)])
    }
}
