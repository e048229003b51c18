// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Foundation
import GRDB

extension CaseStore {
    /// Stores a new revision of a draft; a stored revision is never changed, except for its state.
    ///
    /// - Parameters:
    ///   - draft: what lists show.
    ///   - content: the runtime's bytes, sealed before they are written.
    /// - Throws: ``CaseStoreError/alreadyStored`` for a revision that exists, errors of the vault or the database.
    package func store(_ draft: StoredDraft, content: borrowing SecretText) throws {
        let sealed = Data(try self.sealing.seal(content, as: .draft, of: draft.caseID))
        try self.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO drafts
                    (draft_id, revision, case_id, document_type, state, author, day, sealed_content)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                arguments: [
                    draft.draftID, draft.revision, Data(draft.caseID.bytes), draft.documentType, draft.state,
                    draft.author, draft.day.daysSinceEpoch, sealed,
                ]
            )
            guard db.changesCount == 1 else { throw CaseStoreError.alreadyStored }
        }
    }

    /// The newest revision of every draft, or of the drafts of one case, ordered by day and id.
    package func drafts(of caseID: CaseID? = nil) throws -> [StoredDraft] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT draft_id, max(revision) AS revision, case_id, document_type, state, author, day FROM drafts
                    WHERE ?1 IS NULL OR case_id = ?1 GROUP BY draft_id ORDER BY day, draft_id
                    """,
                arguments: [caseID.map { Data($0.bytes) }]
            )
        }
        return try rows.map { try Self.draft($0) }
    }

    /// One revision of a draft, the newest when none is named.
    package func draft(_ draftID: String, revision: Int? = nil) throws -> StoredDraft? {
        let row = try self.pool.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM drafts WHERE draft_id = ?1 AND (?2 IS NULL OR revision = ?2)
                    ORDER BY revision DESC LIMIT 1
                    """,
                arguments: [draftID, revision]
            )
        }
        return try row.map { try Self.draft($0) }
    }

    /// Officers who wrote any revision of a draft, by id, ascending.
    package func authors(ofDraft draftID: String) throws -> [String] {
        try self.pool.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT DISTINCT author FROM drafts WHERE draft_id = ? ORDER BY author",
                arguments: [draftID]
            )
        }
    }

    /// The content of one revision; the read is reported by the vault.
    ///
    /// - Parameters:
    ///   - draft: which revision.
    ///   - access: who reads and why.
    /// - Returns: the bytes that were stored.
    /// - Throws: ``CaseStoreError/unknownCase(_:)`` when there is no such revision, errors of the vault or the database.
    package func content(of draft: StoredDraft, access: CaseAccess) throws -> SecretText {
        let sealed = try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT sealed_content FROM drafts WHERE draft_id = ? AND revision = ?",
                arguments: [draft.draftID, draft.revision]
            )
        }
        guard let sealed else { throw CaseStoreError.unknownCase(draft.caseID) }
        return try self.sealing.open([UInt8](sealed), as: .draft, of: draft.caseID, access: access)
    }

    /// Moves one revision of a draft to another state.
    package func setState(_ state: String, ofDraft draftID: String, revision: Int) throws {
        try self.pool.write { db in
            try db.execute(
                sql: "UPDATE drafts SET state = ? WHERE draft_id = ? AND revision = ?",
                arguments: [state, draftID, revision]
            )
        }
    }

    private static func draft(_ row: Row) throws -> StoredDraft {
        let caseID = try Self.caseID(row["case_id"])
        return StoredDraft(
            draftID: row["draft_id"],
            revision: row["revision"],
            caseID: caseID,
            documentType: row["document_type"],
            state: row["state"],
            author: row["author"],
            day: try Self.day(row["day"], of: caseID)
        )
    }
}
