// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Database
import Foundation
import GRDB

/// The officers of a desk; an officer is never deleted, so that old decisions stay checkable.
package final class OfficerStore: Sendable {
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
                CREATE TABLE officers (
                    id TEXT PRIMARY KEY,
                    key BLOB NOT NULL UNIQUE,
                    enrolledDay INTEGER NOT NULL,
                    enrolmentSession TEXT NOT NULL
                ) WITHOUT ROWID;
                """
        )
    }

    /// Enrols an officer.
    ///
    /// - Throws: ``AccountRefusal``: invalid id, id taken, key taken.
    package func add(_ officer: Officer) throws {
        guard Officer.isValidID(officer.id) else { throw AccountRefusal.invalidID }
        try self.pool.write { database in
            let ids = try String.fetchAll(
                database,
                sql: "SELECT id FROM officers WHERE id = ? OR key = ?",
                arguments: [officer.id, Data(officer.key.bytes)]
            )
            if ids.contains(officer.id) { throw AccountRefusal.officerExists }
            if !ids.isEmpty { throw AccountRefusal.keyInUse }
            try database.execute(
                sql: "INSERT INTO officers VALUES (?, ?, ?, ?)",
                arguments: [
                    officer.id, Data(officer.key.bytes), Int64(officer.enrolledDay), officer.enrolmentSession,
                ]
            )
        }
    }

    /// All officers by id.
    package func officers() throws -> [Officer] {
        try self.pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM officers ORDER BY id").map { row in
                Officer(
                    id: row["id"],
                    key: try SigningPublicKey(bytes: Array(row["key"] as Data)),
                    enrolledDay: UInt64(row["enrolledDay"] as Int64),
                    enrolmentSession: row["enrolmentSession"]
                )
            }
        }
    }

    /// The officer who has a key.
    package func officer(withKey key: SigningPublicKey) throws -> Officer? {
        try self.officers().first { $0.key == key }
    }

    package func officer(_ id: String) throws -> Officer? {
        try self.officers().first { $0.id == id }
    }
}
