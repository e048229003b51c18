// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Database
import Foundation
import GRDB

/// One append-only chain of hashes over everything that happened at a desk.
///
/// Each entry's hash covers a salt, the entry and the hash before, so that the chain can be shown without its contents.
/// The head stands in a row of its own: cutting off the end shows too.
package final class AuditTrail: Sendable {
    private let pool: DatabasePool

    /// Opens or makes the file.
    ///
    /// - Throws: the errors of the module `Database`.
    package init(path: String) throws {
        self.pool = try DatabaseFile.openPool(path: path, migrations: [Self.createSchema])
    }

    private static func createSchema(_ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE entries (
                    number INTEGER PRIMARY KEY,
                    day INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    salt BLOB NOT NULL,
                    hash BLOB NOT NULL
                );
                CREATE TABLE head (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL, hash BLOB NOT NULL);
                INSERT INTO head VALUES (1, 0, zeroblob(32));
                """
        )
    }

    /// Writes an event; it is durable when this returns.
    ///
    /// - Parameter day: days since 1970-01-01.
    @discardableResult
    package func append(_ event: AuditEvent, day: UInt64) throws -> AuditEntry {
        try self.pool.write { database in
            guard let head = try Row.fetchOne(database, sql: "SELECT * FROM head") else { throw AuditFault.missingHead }
            let number = (head["number"] as Int64) + 1
            let salt = SecureRandom.bytes(16)
            let hash = Self.hash(number, day, event, salt: salt, previous: Array(head["hash"] as Data))
            try database.execute(
                sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    number, Int64(day), event.kind.rawValue, event.actor, event.subject, event.detail, Data(salt),
                    Data(hash),
                ]
            )
            try database.execute(sql: "UPDATE head SET number = ?, hash = ?", arguments: [number, Data(hash)])
            return AuditEntry(number: number, day: day, event: event, hash: hash)
        }
    }

    /// Number and hash of the last entry: what an auditor notes elsewhere.
    package func head() throws -> (number: Int64, hash: [UInt8]) {
        try self.pool.read { database in
            guard let head = try Row.fetchOne(database, sql: "SELECT * FROM head") else { throw AuditFault.missingHead }
            return (head["number"], Array(head["hash"] as Data))
        }
    }

    /// The newest entries, newest first.
    package func entries(limit: Int) throws -> [AuditEntry] {
        try self.pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM entries ORDER BY number DESC LIMIT ?", arguments: [limit])
                .compactMap(Self.entry)
        }
    }

    /// Reads everything again.
    ///
    /// - Throws: ``AuditFault``, the first place that was altered, or errors of the database.
    /// - Returns: how many entries are as they were written.
    package func verify() throws -> Int64 {
        try self.pool.read { database in
            var previous = [UInt8](repeating: 0, count: 32)
            var expected: Int64 = 1
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM entries ORDER BY number")
            while let row = try rows.next() {
                let number: Int64 = row["number"]
                guard number == expected else { throw AuditFault.missingEntries(before: number) }
                let day: Int64 = row["day"]
                guard let entry = Self.entry(row), day >= 0 else { throw AuditFault.alteredEntry(number: number) }
                let salt = Array(row["salt"] as Data)
                guard Self.hash(number, entry.day, entry.event, salt: salt, previous: previous) == entry.hash else {
                    throw AuditFault.alteredEntry(number: number)
                }
                previous = entry.hash
                expected += 1
            }
            guard let head = try Row.fetchOne(database, sql: "SELECT * FROM head"),
                (head["number"] as Int64) == expected - 1, Array(head["hash"] as Data) == previous
            else { throw AuditFault.missingHead }
            return expected - 1
        }
    }

    private static func entry(_ row: Row) -> AuditEntry? {
        guard let kind = AuditEvent.Kind(rawValue: row["kind"]) else { return nil }
        return AuditEntry(
            number: row["number"],
            day: UInt64(max(0, row["day"] as Int64)),
            event: AuditEvent(kind, actor: row["actor"], subject: row["subject"], detail: row["detail"]),
            hash: Array(row["hash"] as Data)
        )
    }

    /// Each field goes in with its length: two entries cannot have one text.
    private static func hash(
        _ number: Int64,
        _ day: UInt64,
        _ event: AuditEvent,
        salt: [UInt8],
        previous: [UInt8]
    ) -> [UInt8] {
        var input = Array("fairlead-audit-v1".utf8) + [0] + previous + salt
        for field in ["\(number)", "\(day)", event.kind.rawValue, event.actor, event.subject, event.detail] {
            let bytes = Array(field.utf8)
            input += Array("\(bytes.count):".utf8) + bytes
        }
        return Hashing.sha256(input)
    }
}
