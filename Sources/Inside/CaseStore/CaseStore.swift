// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Cryptography
import Database
import Foundation
import GRDB

/// Cases, referrals, drafts, releases and feedback of one desk, in one SQLite file.
///
/// Codes stand in the clear so that they can be searched; every word that a person typed is sealed by the injected
/// `CaseSealing` before it comes near a statement. This module holds no key.
package final class CaseStore: Sendable {
    let pool: DatabasePool
    let sealing: any CaseSealing

    /// Opens the store, or makes it on first use.
    ///
    /// - Parameters:
    ///   - path: the SQLite file.
    ///   - sealing: the vault.
    /// - Throws: errors of the database.
    package init(path: String, sealing: any CaseSealing) throws {
        self.pool = try DatabaseFile.openPool(
            path: path,
            migrations: CaseStoreSchema.migrations,
            isCompacting: true
        )
        self.sealing = sealing
    }

    /// Admits a case with its referral, in one transaction of this store.
    ///
    /// The transaction is also the lock: of two imports of one dossier at the same time, in one process or two, the
    /// second finds the case and does not come to `enrol`, which would replace the key of the first.
    ///
    /// - Parameters:
    ///   - dossier: as read.
    ///   - receipt: of which only a hash is kept.
    ///   - referral: the state of the referral at receipt.
    ///   - enrol: makes the key of the case in the vault; called once it is clear that the case is new.
    /// - Throws: ``CaseStoreError/duplicate(dossierID:existing:)``, errors of the vault or the database.
    package func admit(
        _ dossier: borrowing Dossier,
        receipt: ReceiptCode,
        referral: Referral,
        enrol: () throws -> Void
    ) throws {
        try self.pool.write { db in
            try Self.refuseDuplicate(db, dossierID: dossier.id, caseID: dossier.incident.coded.caseID)
            try enrol()
            try self.insertCase(db, dossier)
            try db.execute(
                sql: """
                    INSERT INTO referrals (case_id, receipt_hash, received_on, progress, feedback, wishes)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    Data(referral.caseID.bytes), Data(Self.hash(of: receipt)), referral.receivedOn.daysSinceEpoch,
                    try Self.encode(referral.progress), try Self.encode(referral.feedback),
                    Self.text(of: referral.wishes),
                ]
            )
            try Self.appendStep(db, referral)
        }
    }

    private static func refuseDuplicate(_ db: GRDB.Database, dossierID: String, caseID: CaseID) throws {
        let existing = try Data.fetchOne(
            db,
            sql: "SELECT case_id FROM cases WHERE dossier_id = ? OR case_id = ?",
            arguments: [dossierID, Data(caseID.bytes)]
        )
        guard let existing else { return }
        throw CaseStoreError.duplicate(dossierID: dossierID, existing: try Self.caseID(existing))
    }

    private func insertCase(_ db: GRDB.Database, _ dossier: borrowing Dossier) throws {
        let coded = dossier.incident.coded
        let identifiers = dossier.incident.identifying.encoded()
        try db.execute(
            sql: """
                INSERT INTO cases (case_id, dossier_id, language, coded, sealed_identifiers, sealed_narrative)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(coded.caseID.bytes), dossier.id, dossier.language.rawValue, try Self.encode(coded),
                Data(try self.sealing.seal(identifiers, as: .identifiers, of: coded.caseID)),
                Data(try self.sealing.seal(dossier.narrative, as: .narrative, of: coded.caseID)),
            ]
        )
    }

    /// The coded half of every case, ordered by case id.
    package func codedCases() throws -> [CodedCase] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT case_id, coded FROM cases ORDER BY case_id")
        }
        return try rows.map { row in
            try Self.decode(CodedCase.self, row["coded"], of: try Self.caseID(row["case_id"]))
        }
    }

    /// The coded half of one case.
    package func codedCase(_ caseID: CaseID) throws -> CodedCase {
        try Self.decode(CodedCase.self, try self.column("coded", of: caseID), of: caseID)
    }

    /// The language of the narrative of a case.
    package func language(of caseID: CaseID) throws -> TermCode {
        let language = try self.pool.read { db in
            try String.fetchOne(
                db,
                sql: "SELECT language FROM cases WHERE case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }
        guard let language else { throw CaseStoreError.unknownCase(caseID) }
        return TermCode(rawValue: language)
    }

    /// The whole case with its identifying half; the read is reported by the vault.
    ///
    /// - Parameters:
    ///   - caseID: the case.
    ///   - access: who reads and why.
    /// - Returns: the case as it was read from its dossier.
    /// - Throws: ``CaseStoreError``, errors of the vault or the database.
    package func load(_ caseID: CaseID, access: CaseAccess) throws -> Case {
        let coded = try self.codedCase(caseID)
        let sealed = [UInt8](try self.column("sealed_identifiers", of: caseID))
        let text = try self.sealing.open(sealed, as: .identifiers, of: caseID, access: access)
        do throws(SealedFieldsError) {
            return Case(coded: coded, identifying: try IdentifyingDetails(encoded: text))
        } catch {
            throw CaseStoreError.damaged(caseID)
        }
    }

    /// The narrative of a case; the read is reported by the vault.
    package func narrative(of caseID: CaseID, access: CaseAccess) throws -> SecretText {
        let sealed = [UInt8](try self.column("sealed_narrative", of: caseID))
        return try self.sealing.open(sealed, as: .narrative, of: caseID, access: access)
    }

    /// Empties the write-ahead log into the file.
    package func checkpoint() throws {
        _ = try self.pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }

    private func column(_ name: StaticString, of caseID: CaseID) throws -> Data {
        let value = try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT \(name) FROM cases WHERE case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }
        guard let value else { throw CaseStoreError.unknownCase(caseID) }
        return value
    }

    /// What is kept of a receipt code: the code has 80 random bits, so that a plain hash cannot be searched.
    package static func hash(of receipt: ReceiptCode) -> [UInt8] {
        Hashing.sha256(Array("fairlead-receipt-v1".utf8) + [0] + receipt.bytes)
    }

    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(value)
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data, of caseID: CaseID) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch is DecodingError {
            throw CaseStoreError.damaged(caseID)
        }
    }

    static func caseID(_ data: Data) throws -> CaseID {
        guard let caseID = CaseID(bytes: [UInt8](data)) else { throw CaseStoreError.damagedID }
        return caseID
    }

    static func day(_ number: Int, of caseID: CaseID) throws -> CalendarDay {
        guard let day = CalendarDay(daysSinceEpoch: number) else { throw CaseStoreError.damaged(caseID) }
        return day
    }
}
