// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import Foundation
import GRDB

/// Entries as rows.
enum AuditRow {
    static let createVersion1: DatabaseFile.Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE entry (
                    sequence INTEGER PRIMARY KEY,
                    milliseconds INTEGER NOT NULL,
                    kind TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    details TEXT NOT NULL,
                    salt BLOB NOT NULL,
                    content_digest BLOB NOT NULL,
                    previous BLOB NOT NULL,
                    hash BLOB NOT NULL
                ) STRICT;
                CREATE TABLE head (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    sequence INTEGER NOT NULL,
                    hash BLOB NOT NULL
                ) STRICT;
                """
        )
    }

    static func insert(_ entry: AuditEntry, into database: GRDB.Database) throws {
        try database.execute(
            sql: """
                INSERT INTO entry
                    (sequence, milliseconds, kind, actor, subject, details, salt, content_digest, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry.sequence, entry.milliseconds, entry.event.kind.rawValue, entry.event.actor.text,
                entry.event.subject?.text ?? "", AuditContent.text(of: entry.event.details), Data(entry.salt),
                Data(entry.contentDigest), Data(entry.previous), Data(entry.hash),
            ]
        )
        try database.execute(
            sql: "INSERT OR REPLACE INTO head (id, sequence, hash) VALUES (1, ?, ?)",
            arguments: [entry.sequence, Data(entry.hash)]
        )
    }

    /// What the file says its last entry is; nil when it says nothing.
    static func headRow(in database: GRDB.Database) throws -> AuditHead? {
        guard let row = try Row.fetchOne(database, sql: "SELECT sequence, hash FROM head") else { return nil }
        do {
            return AuditHead(
                sequence: try row.checked("sequence"),
                hash: [UInt8](try row.checked("hash", as: Data.self))
            )
        } catch {
            // No head of any chain: whoever compares finds the difference.
            return AuditHead(sequence: -1, hash: [])
        }
    }

    /// The head to continue from.
    ///
    /// - Throws: ``AuditTrailError/damaged`` when the last row is another than the file says.
    static func storedHead(in database: GRDB.Database) throws -> AuditHead {
        let row = try Row.fetchOne(database, sql: "SELECT * FROM entry ORDER BY sequence DESC LIMIT 1")
        guard let row else {
            guard try self.headRow(in: database) == nil else { throw AuditTrailError.damaged }
            return .empty
        }
        guard let entry = self.entry(row), try self.headRow(in: database) == entry.head else {
            throw AuditTrailError.damaged
        }
        return entry.head
    }

    /// The entry that a row holds; nil when it holds none.
    static func entry(_ row: Row) -> AuditEntry? {
        do {
            let subject: String = try row.checked("subject")
            guard let kind = AuditEventKind(rawValue: try row.checked("kind")),
                let actor = AuditActor(text: try row.checked("actor")),
                let details = AuditContent.details(of: try row.checked("details")),
                subject.isEmpty || AuditCode(subject) != nil
            else { return nil }
            return AuditEntry(
                sequence: try row.checked("sequence"),
                milliseconds: try row.checked("milliseconds"),
                event: AuditEvent(kind, by: actor, subject: AuditCode(subject), details: details),
                previous: [UInt8](try row.checked("previous", as: Data.self)),
                hash: [UInt8](try row.checked("hash", as: Data.self)),
                salt: [UInt8](try row.checked("salt", as: Data.self)),
                contentDigest: [UInt8](try row.checked("content_digest", as: Data.self))
            )
        } catch {
            return nil
        }
    }
}
