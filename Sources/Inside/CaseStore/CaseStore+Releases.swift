// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Foundation
import GRDB

extension CaseStore {
    /// Stores a release candidate under the digest of its manifest.
    ///
    /// - Parameters:
    ///   - release: where it stands.
    ///   - manifest: the exact bytes whose digest is approved, sealed before they are written.
    /// - Throws: ``CaseStoreError/alreadyStored`` for a digest that exists, errors of the vault or the database.
    package func store(_ release: StoredRelease, manifest: borrowing SecretText) throws {
        let sealed = Data(try self.sealing.seal(manifest, as: .release, of: release.caseID))
        try self.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO releases
                    (digest, draft_id, revision, case_id, state, batch_id, record, sealed_manifest)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING
                    """,
                arguments: [
                    Data(release.digest), release.draftID, release.revision, Data(release.caseID.bytes), release.state,
                    release.batchID, Data(release.record), sealed,
                ]
            )
            guard db.changesCount == 1 else { throw CaseStoreError.alreadyStored }
        }
    }

    /// All releases, ordered by draft and revision.
    package func releases() throws -> [StoredRelease] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM releases ORDER BY draft_id, revision, digest")
        }
        return try rows.map { try Self.release($0) }
    }

    /// The release with a digest.
    package func release(withDigest digest: [UInt8]) throws -> StoredRelease? {
        let row = try self.pool.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM releases WHERE digest = ?", arguments: [Data(digest)])
        }
        return try row.map { try Self.release($0) }
    }

    /// The manifest of a release; the read is reported by the vault.
    package func manifest(of release: StoredRelease, access: CaseAccess) throws -> SecretText {
        let sealed = try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT sealed_manifest FROM releases WHERE digest = ?",
                arguments: [Data(release.digest)]
            )
        }
        guard let sealed else { throw CaseStoreError.unknownCase(release.caseID) }
        return try self.sealing.open([UInt8](sealed), as: .release, of: release.caseID, access: access)
    }

    /// Writes state, batch and record of a release that is stored; digest and manifest never change.
    package func update(_ release: StoredRelease) throws {
        try self.pool.write { db in
            try db.execute(
                sql: "UPDATE releases SET state = ?, batch_id = ?, record = ? WHERE digest = ?",
                arguments: [release.state, release.batchID, Data(release.record), Data(release.digest)]
            )
            guard db.changesCount == 1 else { throw CaseStoreError.unknownCase(release.caseID) }
        }
    }

    /// Stores an approval; each officer approves a digest once.
    ///
    /// - Parameter approval: the officer's signed bytes.
    /// - Throws: ``CaseStoreError/alreadyStored`` for a second approval by the same officer, errors of the database.
    package func store(_ approval: StoredApproval) throws {
        try self.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO approvals (digest, officer, day, record) VALUES (?, ?, ?, ?)
                    ON CONFLICT (digest, officer) DO NOTHING
                    """,
                arguments: [
                    Data(approval.digest), approval.officer, approval.day.daysSinceEpoch, Data(approval.record),
                ]
            )
            guard db.changesCount == 1 else { throw CaseStoreError.alreadyStored }
        }
    }

    /// The approvals of a digest, ordered by officer.
    package func approvals(ofDigest digest: [UInt8]) throws -> [StoredApproval] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT officer, day, record FROM approvals WHERE digest = ? ORDER BY officer",
                arguments: [Data(digest)]
            )
        }
        return rows.compactMap { row in
            CalendarDay(daysSinceEpoch: row["day"]).map { day in
                StoredApproval(
                    digest: digest,
                    officer: row["officer"],
                    day: day,
                    record: [UInt8](row["record"] as Data)
                )
            }
        }
    }

    /// Removes the approvals of a digest that was sent back.
    package func removeApprovals(ofDigest digest: [UInt8]) throws {
        try self.pool.write { db in
            try db.execute(sql: "DELETE FROM approvals WHERE digest = ?", arguments: [Data(digest)])
        }
    }

    private static func release(_ row: Row) throws -> StoredRelease {
        StoredRelease(
            digest: [UInt8](row["digest"] as Data),
            draftID: row["draft_id"],
            revision: row["revision"],
            caseID: try Self.caseID(row["case_id"]),
            state: row["state"],
            batchID: row["batch_id"],
            record: [UInt8](row["record"] as Data)
        )
    }
}
