// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Database
import Foundation
import GRDB

/// The officers of one desk, with their public keys.
///
/// An officer is never deleted: signatures of years ago must stay attributable. Disabled is for good; somebody who comes
/// back is enrolled with a new key.
package final class OfficerStore: Sendable {
    private let pool: DatabasePool
    private let file: String

    /// Opens the store, or makes it on first use.
    ///
    /// - Parameter path: the SQLite file.
    /// - Throws: `DatabaseFailure`.
    package init(path: String) throws {
        self.file = URL(filePath: path).lastPathComponent
        self.pool = try DatabaseFile.openPool(path: path, migrations: [Self.createVersion1])
    }

    /// Enrols an officer.
    ///
    /// - Parameters:
    ///   - name: display name.
    ///   - role: what the officer is enrolled for.
    ///   - publicKey: from the officer's key file; must be new here.
    ///   - day: today, counted from 1970-01-01.
    ///   - session: random id of the operator's session.
    /// - Returns: the officer with a fresh id, durable.
    /// - Throws: ``OfficerStoreError/keyAlreadyEnrolled(_:)``, `DatabaseFailure`.
    package func add(
        name: OfficerName,
        role: OfficerRole,
        publicKey: SigningPublicKey,
        day: Int,
        session: String
    ) throws -> Officer {
        let officer = Officer(
            id: OfficerID(),
            name: name,
            role: role,
            publicKey: publicKey,
            enrolledDay: day,
            enrolmentSession: session,
            disabledDay: nil
        )
        try self.naming {
            try self.pool.write { database in
                if let present = try Self.officer(withKey: publicKey, in: database) {
                    throw OfficerStoreError.keyAlreadyEnrolled(present.id)
                }
                try database.execute(
                    sql: """
                        INSERT INTO officer (id, name, role, public_key, enrolled_day, session) VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [officer.id.text, name.text, role.rawValue, Data(publicKey.bytes), day, session]
                )
            }
        }
        return officer
    }

    /// All officers, disabled ones too, by day of enrolment.
    ///
    /// - Returns: the officers.
    /// - Throws: ``OfficerStoreError/damagedRow``, `DatabaseFailure`.
    package func list() throws -> [Officer] {
        try self.fetch("SELECT * FROM officer ORDER BY enrolled_day, rowid", [])
    }

    /// The officer of an id; nil when there is none.
    ///
    /// - Parameter id: from drafts, approvals or the audit trail.
    /// - Returns: the officer, perhaps disabled.
    /// - Throws: ``OfficerStoreError/damagedRow``, `DatabaseFailure`.
    package func officer(id: OfficerID) throws -> Officer? {
        try self.fetch("SELECT * FROM officer WHERE id = ?", [id.text]).first
    }

    /// The officer who holds a key; nil when nobody here does.
    ///
    /// - Parameter publicKey: that verified a signature.
    /// - Returns: the officer, perhaps disabled.
    /// - Throws: ``OfficerStoreError/damagedRow``, `DatabaseFailure`.
    package func officer(publicKey: SigningPublicKey) throws -> Officer? {
        try self.naming { try self.pool.read { try Self.officer(withKey: publicKey, in: $0) } }
    }

    /// The officers whose keys were enrolled in one operator session.
    ///
    /// - Parameter session: random id of the session.
    /// - Returns: more than one is worth a look.
    /// - Throws: ``OfficerStoreError/damagedRow``, `DatabaseFailure`.
    package func officers(enrolledIn session: String) throws -> [Officer] {
        try self.fetch("SELECT * FROM officer WHERE session = ? ORDER BY rowid", [session])
    }

    /// Refuses the officer's signatures from a day on.
    ///
    /// - Parameters:
    ///   - id: of the officer.
    ///   - day: counted from 1970-01-01.
    /// - Throws: ``OfficerStoreError/unknown(_:)``, ``OfficerStoreError/alreadyDisabled(_:)``, `DatabaseFailure`.
    package func disable(id: OfficerID, day: Int) throws {
        try self.naming {
            try self.pool.write { database in
                try database.execute(
                    sql: "UPDATE officer SET disabled_day = ? WHERE id = ? AND disabled_day IS NULL",
                    arguments: [day, id.text]
                )
                guard database.changesCount == 0 else { return }
                let isKnown = try Row.fetchOne(
                    database,
                    sql: "SELECT 1 FROM officer WHERE id = ?",
                    arguments: [id.text]
                )
                throw isKnown == nil ? OfficerStoreError.unknown(id) : OfficerStoreError.alreadyDisabled(id)
            }
        }
    }

    private static let createVersion1: DatabaseFile.Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE officer (
                    id TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    role TEXT NOT NULL,
                    public_key BLOB NOT NULL UNIQUE,
                    enrolled_day INTEGER NOT NULL,
                    session TEXT NOT NULL,
                    disabled_day INTEGER
                ) STRICT
                """
        )
    }

    private static func officer(withKey key: SigningPublicKey, in database: GRDB.Database) throws -> Officer? {
        try Row.fetchOne(database, sql: "SELECT * FROM officer WHERE public_key = ?", arguments: [Data(key.bytes)])
            .map(Self.officer)
    }

    private static func officer(_ row: Row) throws -> Officer {
        do {
            guard let id = OfficerID(text: try row.checked("id")), let name = OfficerName(try row.checked("name")),
                let role = OfficerRole(rawValue: try row.checked("role"))
            else { throw OfficerStoreError.damagedRow }
            return Officer(
                id: id,
                name: name,
                role: role,
                publicKey: try SigningPublicKey(bytes: [UInt8](try row.checked("public_key", as: Data.self))),
                enrolledDay: try row.checked("enrolled_day"),
                enrolmentSession: try row.checked("session"),
                disabledDay: try row.checkedOptional("disabled_day")
            )
        } catch {
            throw OfficerStoreError.damagedRow
        }
    }

    private func fetch(_ sql: String, _ arguments: StatementArguments) throws -> [Officer] {
        try self.naming {
            try self.pool.read { database in
                try Row.fetchAll(database, sql: sql, arguments: arguments).map(Self.officer)
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
