// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import Cryptography
import Database
package import EgressGuard
import Foundation
import GRDB
import Synchronization

/// Who reported, sealed; the only holder of the keys of cases.
///
/// Each case has a random key, wrapped by the vault key, under which the referrer's record and all free text of the case
/// are sealed. To destroy the wrapped key is to destroy the case's secrets; in a backup that was made before, they are
/// destroyed when the key of its epoch is (``Vault/moveKeys(to:)``).
///
/// *Invariant:* every read is reported to the audit port first; a read that cannot be reported does not happen.
/// *Invariant:* the guard in memory covers all live records: it is rebuilt before a change is reported as done, and a
/// record that does not open stops the vault instead of being left out.
package final class Vault: Sendable {
    let pool: DatabasePool
    /// Held while a row is read that it opens: row and key are then of one moment.
    let sealing: Mutex<CaseKeySealing>
    let audit: any VaultAudit
    let guarded: Mutex<GuardedRecords>

    /// Opens the vault, or makes it on first use, and builds the guard.
    ///
    /// - Parameters:
    ///   - path: the SQLite file.
    ///   - keys: the epoch's key from the keyring, and the one before while keys are moved.
    ///   - audit: hears of every read.
    /// - Throws: ``VaultError/wrongKey``, ``VaultError/damaged(_:_:)``, errors of the database.
    package init(path: String, keys: EpochKeys, audit: any VaultAudit) throws {
        let pool = try DatabaseFile.openPool(path: path, migrations: VaultSchema.migrations, isCompacting: true)
        let sealing = CaseKeySealing(epochs: keys)
        try pool.write { db in
            if let row = try Row.fetchOne(db, sql: "SELECT sealed, epoch FROM vault_check") {
                let check = [UInt8](row["sealed"] as Data)
                guard sealing.passes(check: check, epoch: row["epoch"]) else { throw VaultError.wrongKey }
            } else {
                try db.execute(
                    sql: "INSERT INTO vault_check (id, sealed, epoch) VALUES (1, ?, ?)",
                    arguments: [Data(try sealing.check()), sealing.epoch]
                )
            }
        }
        // What a crash kept in the log although it had been destroyed.
        try DatabaseFile.emptyLog(of: pool, file: URL(filePath: path).lastPathComponent)
        let records = try Self.allRecords(pool, sealing)
        try audit.record(
            VaultEvent(
                kind: .guardBuilt(records: records.count),
                caseID: nil,
                access: CaseAccess(actor: "system", purpose: .guardConstruction)
            )
        )
        self.pool = pool
        self.sealing = Mutex(sealing)
        self.audit = audit
        self.guarded = Mutex(GuardedRecords(records))
    }

    /// The guard over all live records, as it stands now; a value that the gate may keep for one scan.
    package var egressGuard: EgressGuard {
        self.guarded.withLock { $0.egressGuard() }
    }

    /// Rules broken by bytes that are hashes, keys, signatures or encoded text for the most part.
    ///
    /// Looks for the values in every encoding that the guard knows, but a short value counts only as a whole word: in
    /// random bytes anything of three letters is found sooner or later.
    package func rules(inEncoded bytes: [UInt8]) -> [String] {
        self.guarded.withLock { $0.rules(inEncoded: bytes) }
    }

    /// The cases whose keys are held, in order; canaries are nobody's case.
    package func liveCases() throws -> [CaseID] {
        let canaries = Set(self.guarded.withLock { $0.canaries })
        return try self.pool.read { db in
            try Data.fetchAll(db, sql: "SELECT case_id FROM case_keys ORDER BY case_id")
                .compactMap { CaseID(bytes: [UInt8]($0)) }
        }.filter { !canaries.contains($0) }
    }

    /// Tells the gate which kind of person reported, without telling who.
    ///
    /// - Parameters:
    ///   - incident: the case, for the name of the ship's operator.
    ///   - access: who asks.
    /// - Returns: the coarse class.
    /// - Throws: ``VaultError``, errors of the audit port or the database.
    package func referrerClass(of incident: Case, access: CaseAccess) throws -> ReferrerClass {
        let caseID = incident.coded.caseID
        try self.audit.record(VaultEvent(kind: .classComputed, caseID: caseID, access: access))
        let record = try self.record(of: caseID)
        return ReferrerClass(of: record, operatorName: incident.identifying.vessel?.operatorName)
    }

    /// Opens who reported, for a stated purpose.
    ///
    /// - Parameters:
    ///   - caseID: the case.
    ///   - access: who asks and why; analysis and guard construction do not need to know who.
    /// - Returns: the record, to be read by borrowing.
    /// - Throws: ``VaultError``, errors of the audit port or the database.
    package func identity(of caseID: CaseID, access: CaseAccess) throws -> ReferrerRecord {
        switch access.purpose {
        case .feedback, .validation, .protection, .legalObligation: break
        case .analysis, .guardConstruction: throw VaultError.purposeNotAllowed(access.purpose)
        }
        try self.audit.record(VaultEvent(kind: .identityOpened, caseID: caseID, access: access))
        return try self.record(of: caseID)
    }

    /// Empties the write-ahead log into the file, so that what was deleted is overwritten there too.
    func checkpoint() throws {
        _ = try self.pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }
}

extension Vault: CaseSealing {
    package func seal(_ text: borrowing SecretText, as kind: SealedKind, of caseID: CaseID) throws -> [UInt8] {
        try CaseKeySealing.seal(text, as: kind, of: caseID, key: try self.key(of: caseID))
    }

    package func open(
        _ sealed: [UInt8],
        as kind: SealedKind,
        of caseID: CaseID,
        access: CaseAccess
    ) throws -> SecretText {
        let key = try self.key(of: caseID)
        try self.audit.record(VaultEvent(kind: .textOpened(kind), caseID: caseID, access: access))
        return try Self.open(sealed, as: kind, of: caseID, key: key)
    }
}

extension Vault: ReferrerRegistry {
    package func enrol(_ record: borrowing ReferrerRecord, for caseID: CaseID, access: CaseAccess) throws {
        try self.audit.record(VaultEvent(kind: .enrolled, caseID: caseID, access: access))
        let key = SecretBytes(random: CaseKeySealing.keyByteCount)
        let sealed = try record.withEncoded { encoded in
            try CaseKeySealing.seal(encoded, as: .referrer, of: caseID, key: key)
        }
        let guardedRecord = GuardedRecords.Record(caseID, record)
        try self.pool.write { db in
            let id = Data(caseID.bytes)
            try db.execute(sql: "DELETE FROM case_keys WHERE case_id = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM shredded WHERE case_id = ?", arguments: [id])
            // Inside the transaction: a move to the next epoch comes before it or after it, never between.
            let sealing = self.sealing.withLock { $0 }
            try db.execute(
                sql: "INSERT INTO case_keys (case_id, wrapped, epoch) VALUES (?, ?, ?)",
                arguments: [id, Data(try sealing.wrap(key, of: caseID)), sealing.epoch]
            )
            try db.execute(
                sql: "INSERT INTO referrers (case_id, sealed) VALUES (?, ?)",
                arguments: [id, Data(sealed)]
            )
        }
        self.guarded.withLock { $0.insert(guardedRecord) }
    }

    package func shred(_ caseID: CaseID, access: CaseAccess) throws {
        _ = try self.key(of: caseID)
        try self.audit.record(VaultEvent(kind: .shredded, caseID: caseID, access: access))
        try self.pool.write { db in
            let id = Data(caseID.bytes)
            try db.execute(sql: "DELETE FROM case_keys WHERE case_id = ?", arguments: [id])
            try db.execute(sql: "INSERT OR REPLACE INTO shredded (case_id) VALUES (?)", arguments: [id])
        }
        try self.checkpoint()
        self.guarded.withLock { $0.remove(caseID) }
    }
}

extension Vault: ReferrerMatcher {
    package func scan(_ bytes: [UInt8]) -> [MatchedRange] {
        self.egressGuard.scan(bytes: bytes).map { finding in
            MatchedRange(rule: finding.rule, range: finding.byteRange, mustGo: finding.action == .remove)
        }
    }

    package func scan(text: String) -> [MatchedRange] {
        self.egressGuard.scan(text: text, level: .everyone).map { finding in
            MatchedRange(rule: finding.rule, range: finding.range, mustGo: finding.action == .remove)
        }
    }
}

extension Vault {
    func record(of caseID: CaseID) throws -> ReferrerRecord {
        let key = try self.key(of: caseID)
        let sealed = try self.pool.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT sealed FROM referrers WHERE case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }
        guard let sealed else { throw VaultError.damaged(caseID, .referrer) }
        return try Self.record(sealed: [UInt8](sealed), of: caseID, key: key)
    }

    private func key(of caseID: CaseID) throws -> SecretBytes {
        let id = Data(caseID.bytes)
        return try self.sealing.withLock { sealing in
            let (row, isShredded) = try self.pool.read { db in
                (
                    try Row.fetchOne(
                        db,
                        sql: "SELECT wrapped, epoch FROM case_keys WHERE case_id = ?",
                        arguments: [id]
                    ),
                    try Bool.fetchOne(db, sql: "SELECT 1 FROM shredded WHERE case_id = ?", arguments: [id]) ?? false
                )
            }
            guard let row else { throw isShredded ? VaultError.shredded(caseID) : VaultError.unknownCase(caseID) }
            return try Self.unwrap(row, of: caseID, sealing)
        }
    }

    /// The key of a case, from a row with `wrapped` and `epoch`.
    static func unwrap(_ row: Row, of caseID: CaseID, _ sealing: CaseKeySealing) throws(VaultError) -> SecretBytes {
        do throws(CryptographyError) {
            return try sealing.unwrap([UInt8](row["wrapped"] as Data), of: caseID, epoch: row["epoch"])
        } catch {
            throw VaultError.damaged(caseID, .referrer)
        }
    }

    private static func open(
        _ sealed: [UInt8],
        as kind: SealedKind,
        of caseID: CaseID,
        key: SecretBytes
    ) throws(VaultError) -> SecretText {
        do throws(CryptographyError) {
            return try CaseKeySealing.open(sealed, as: kind, of: caseID, key: key)
        } catch {
            throw VaultError.damaged(caseID, kind)
        }
    }

    private static func record(
        sealed: [UInt8],
        of caseID: CaseID,
        key: SecretBytes
    ) throws(VaultError) -> ReferrerRecord {
        let encoded = try Self.open(sealed, as: .referrer, of: caseID, key: key)
        do throws(SealedFieldsError) {
            return try ReferrerRecord(encoded: encoded)
        } catch {
            throw VaultError.damaged(caseID, .referrer)
        }
    }

    private static func allRecords(
        _ pool: DatabasePool,
        _ sealing: CaseKeySealing
    ) throws -> [GuardedRecords.Record] {
        let rows = try pool.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT case_keys.case_id, wrapped, epoch, sealed FROM case_keys JOIN referrers USING (case_id)
                    ORDER BY case_keys.case_id
                    """
            )
        }
        return try rows.map { row in
            // The table's own check allows sixteen bytes only.
            guard let caseID = CaseID(bytes: [UInt8](row["case_id"] as Data)) else { throw VaultError.wrongKey }
            let key = try Self.unwrap(row, of: caseID, sealing)
            let record = try Self.record(sealed: [UInt8](row["sealed"] as Data), of: caseID, key: key)
            return GuardedRecords.Record(caseID, record)
        }
    }
}
