// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import Foundation
import GRDB

/// The desk's diary of what was done and by whom: append-only, each entry chained to the one before.
///
/// The chain shows alterations by whoever cannot also rewrite everything after; against somebody who can, the head is
/// written down elsewhere from time to time (``head()``, ``verify(against:)``).
///
/// *Invariant:* an entry is durable before ``append(_:at:)`` returns; what it records happens after.
package final class AuditTrail: Sendable {
    private let pool: DatabasePool
    private let file: String

    /// Opens the trail, or makes it on first use.
    ///
    /// - Parameter path: the SQLite file.
    /// - Throws: `DatabaseFailure`.
    package init(path: String) throws {
        self.file = URL(filePath: path).lastPathComponent
        self.pool = try DatabaseFile.openPool(path: path, migrations: [AuditRow.createVersion1])
    }

    /// Writes an event down.
    ///
    /// - Parameters:
    ///   - event: what is about to happen, or has been refused.
    ///   - milliseconds: wall clock, since 1970-01-01.
    /// - Returns: the entry, durable.
    /// - Throws: `DatabaseFailure`; ``AuditTrailError/damaged`` when the last entry cannot be read.
    @discardableResult package func append(_ event: AuditEvent, at milliseconds: Int64) throws -> AuditEntry {
        try self.naming {
            try self.pool.write { database in
                let head = try AuditRow.storedHead(in: database)
                let entry = AuditEntry(event: event, milliseconds: milliseconds, after: head)
                try AuditRow.insert(entry, into: database)
                return entry
            }
        }
    }

    /// The last entry's number and hash, to be written down elsewhere.
    ///
    /// - Returns: ``AuditHead/empty`` for an empty trail.
    /// - Throws: `DatabaseFailure`, ``AuditTrailError/damaged``.
    package func head() throws -> AuditHead {
        try self.naming { try self.pool.read(AuditRow.storedHead) }
    }

    /// Entries after a number, oldest first.
    ///
    /// - Parameters:
    ///   - sequence: 0 for the beginning.
    ///   - limit: entries at most.
    /// - Returns: the entries, unchecked.
    /// - Throws: `DatabaseFailure`, ``AuditTrailError/damaged``.
    package func entries(after sequence: Int, limit: Int) throws -> [AuditEntry] {
        try self.naming {
            try self.pool.read { database in
                try Row.fetchAll(
                    database,
                    sql: "SELECT * FROM entry WHERE sequence > ? ORDER BY sequence LIMIT ?",
                    arguments: [sequence, limit]
                ).map { row in
                    guard let entry = AuditRow.entry(row) else { throw AuditTrailError.damaged }
                    return entry
                }
            }
        }
    }

    /// How often each kind of event stands in the trail, by actor.
    ///
    /// - Parameter sequence: entries after this one are counted; 0 for all.
    /// - Returns: counts, unchecked; ``verify(against:)`` says whether the trail is whole.
    /// - Throws: `DatabaseFailure`.
    package func counts(after sequence: Int = 0) throws -> [(kind: String, actor: String, count: Int)] {
        try self.naming {
            try self.pool.read { database in
                try Row.fetchAll(
                    database,
                    sql: """
                        SELECT kind, actor, count(*) AS count FROM entry WHERE sequence > ?
                        GROUP BY kind, actor ORDER BY kind, actor
                        """,
                    arguments: [sequence]
                ).map { ($0["kind"], $0["actor"], $0["count"]) }
            }
        }
    }

    /// Reads the whole trail and checks every byte of it.
    ///
    /// - Parameter pinned: a head that was written down elsewhere; nil when there is none.
    /// - Returns: the findings; reading goes on after the first.
    /// - Throws: `DatabaseFailure` when the file cannot be read at all.
    package func verify(against pinned: AuditHead? = nil) throws -> AuditVerification {
        try self.naming {
            try self.pool.read { database in
                var check = AuditChainCheck(pinned: pinned)
                let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entry ORDER BY sequence")
                while let row = try rows.next() { check.take(row) }
                let verdict = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
                return check.finish(storedHead: try AuditRow.headRow(in: database), isFileConsistent: verdict == "ok")
            }
        }
    }

    private func naming<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw DatabaseFailure(error, file: self.file) ?? error
        }
    }
}
