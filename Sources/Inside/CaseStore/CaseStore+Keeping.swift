// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Foundation
import GRDB

/// How long a case is kept, and what stays of it afterwards.
extension CaseStore {
    /// What people decided about keeping a case; nothing decided for most.
    package func retention(of caseID: CaseID) throws -> CaseRetention {
        let record = try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT record FROM retention WHERE case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }
        return try record.map { try Self.decode(CaseRetention.self, $0, of: caseID) } ?? CaseRetention()
    }

    /// Stores what people decided about keeping a case.
    package func store(_ retention: CaseRetention, of caseID: CaseID) throws {
        try self.pool.write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO retention (case_id, record) VALUES (?, ?)",
                arguments: [Data(caseID.bytes), try Self.encode(retention)]
            )
        }
    }

    /// Stores the signed statement that a case's secrets are destroyed, before they are; the first one stays.
    package func store(tombstone record: [UInt8], of caseID: CaseID) throws {
        try self.pool.write { db in
            try db.execute(
                sql: "INSERT OR IGNORE INTO tombstones (case_id, record) VALUES (?, ?)",
                arguments: [Data(caseID.bytes), Data(record)]
            )
        }
    }

    /// The signed statement of one case; nil when there is none.
    package func tombstone(of caseID: CaseID) throws -> [UInt8]? {
        try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT record FROM tombstones WHERE case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }.map { [UInt8]($0) }
    }

    /// Cases whose destruction was stated.
    package func casesWithTombstone() throws -> [CaseID] {
        try self.pool.read { db in
            try Data.fetchAll(db, sql: "SELECT case_id FROM tombstones ORDER BY case_id")
        }.map(Self.caseID)
    }

    /// Hash of the receipt code that was given for a case.
    package func receiptHash(of caseID: CaseID) throws -> [UInt8] {
        let hash = try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT receipt_hash FROM referrals WHERE case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }
        guard let hash else { throw CaseStoreError.unknownCase(caseID) }
        return [UInt8](hash)
    }

    /// Keeps in sealed words why somebody looked at who reported.
    ///
    /// - Parameters:
    ///   - reason: the officer's words.
    ///   - caseID: the case.
    ///   - sequence: the number of the look in the audit trail.
    /// - Throws: errors of the vault or the database.
    package func store(accessReason reason: borrowing SecretText, of caseID: CaseID, audit sequence: Int) throws {
        let sealed = Data(try self.sealing.seal(reason, as: .accessReason, of: caseID))
        try self.pool.write { db in
            try db.execute(
                sql: "INSERT INTO access_reasons (case_id, audit_sequence, sealed_reason) VALUES (?, ?, ?)",
                arguments: [Data(caseID.bytes), sequence, sealed]
            )
        }
    }
}
