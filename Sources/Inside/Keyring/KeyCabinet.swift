// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Database
import Foundation
import GRDB

/// The table of sealed keys, with the key that opens them.
struct KeyCabinet: Sendable {
    let encryptionKey: SecretBytes

    /// Seals a key and stores it.
    ///
    /// - Throws: ``KeyringError/alreadyStored(_:)``; errors of the database.
    func store(_ secret: SecretBytes, as context: KeyContext, in database: GRDB.Database) throws {
        let sealed = try SealedBox.seal(secret, key: self.encryptionKey, authenticating: context.bytes)
        try database.execute(
            sql: """
                INSERT INTO private_key (kind, name, number, first_day, last_day, sealed) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, name, number) DO NOTHING
                """,
            arguments: [
                context.kind.rawValue, context.name, context.number, context.firstDay, context.lastDay, Data(sealed),
            ]
        )
        guard database.changesCount == 1 else { throw KeyringError.alreadyStored(context.kind) }
    }

    /// The key of which there is one.
    ///
    /// - Throws: ``KeyringError/damaged(_:)`` when it is missing or does not open.
    func single(_ kind: KeyKind, in database: GRDB.Database) throws -> SecretBytes {
        let stored = try self.all(kind, in: database)
        guard let first = stored.first, stored.count == 1 else { throw KeyringError.damaged(kind) }
        return first.secret
    }

    /// All keys of a kind, by name and number.
    ///
    /// - Throws: ``KeyringError/damaged(_:)`` when one does not open.
    func all(_ kind: KeyKind, in database: GRDB.Database) throws -> [(context: KeyContext, secret: SecretBytes)] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM private_key WHERE kind = ? ORDER BY name, number",
            arguments: [kind.rawValue]
        )
        return try rows.map { row in try self.open(row, kind: kind) }
    }

    private func open(_ row: Row, kind: KeyKind) throws -> (context: KeyContext, secret: SecretBytes) {
        do {
            let firstDay: Int = try row.checked("first_day")
            let lastDay: Int = try row.checked("last_day")
            guard firstDay <= lastDay else { throw KeyringError.damaged(kind) }
            let context = KeyContext(
                kind,
                name: try row.checked("name"),
                number: try row.checked("number"),
                days: firstDay...lastDay
            )
            let sealed: Data = try row.checked("sealed")
            let secret = try SealedBox.openSecret(
                [UInt8](sealed),
                key: self.encryptionKey,
                authenticating: context.bytes
            )
            return (context, secret)
        } catch {
            throw KeyringError.damaged(kind)
        }
    }
}
