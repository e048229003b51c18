// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Database
import Foundation
import GRDB

/// The table of sealed keys, with the keys that open them.
///
/// Keys that last lie under the keyring's own key (epoch 0); keys that will be destroyed lie under an epoch's.
struct KeyCabinet: Sendable {
    let encryptionKey: SecretBytes
    let epochs: EpochKeys

    /// Seals a key and stores it.
    ///
    /// - Throws: ``KeyringError/alreadyStored(_:)``; errors of the database.
    func store(_ secret: SecretBytes, as context: KeyContext, in database: GRDB.Database) throws {
        let epoch = context.kind.isDestroyedInTime ? self.epochs.current.number : 0
        let sealed = try self.seal(secret, as: context, epoch: epoch)
        try database.execute(
            sql: """
                INSERT INTO private_key (kind, name, number, first_day, last_day, sealed, epoch)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, name, number) DO NOTHING
                """,
            arguments: [
                context.kind.rawValue, context.name, context.number, context.firstDay, context.lastDay, Data(sealed),
                epoch,
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
    func all(
        _ kind: KeyKind,
        in database: GRDB.Database,
        outsideCurrentEpoch: Bool = false
    ) throws -> [(context: KeyContext, secret: SecretBytes)] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM private_key WHERE kind = ? AND epoch <> ? ORDER BY name, number",
            arguments: [kind.rawValue, outsideCurrentEpoch ? self.epochs.current.number : -1]
        )
        return try rows.map { row in try self.open(row, kind: kind) }
    }

    /// Seals every key that will be destroyed under the current epoch.
    ///
    /// - Returns: how many were under another.
    func moveAll(in database: GRDB.Database) throws -> Int {
        var count = 0
        for kind in KeyKind.allCases where kind.isDestroyedInTime {
            for (context, secret) in try self.all(kind, in: database, outsideCurrentEpoch: true) {
                try database.execute(
                    sql: "UPDATE private_key SET sealed = ?, epoch = ? WHERE kind = ? AND name = ? AND number = ?",
                    arguments: [
                        Data(try self.seal(secret, as: context, epoch: self.epochs.current.number)),
                        self.epochs.current.number, kind.rawValue, context.name, context.number,
                    ]
                )
                count += 1
            }
        }
        return count
    }

    func countOutsideCurrentEpoch(in database: GRDB.Database) throws -> Int {
        try KeyKind.allCases.filter(\.isDestroyedInTime).reduce(0) { count, kind in
            count + (try self.all(kind, in: database, outsideCurrentEpoch: true).count)
        }
    }

    private func seal(_ secret: SecretBytes, as context: KeyContext, epoch: Int) throws -> [UInt8] {
        try SealedBox.seal(secret, key: try self.key(of: epoch, context.kind), authenticating: context.bytes)
    }

    private func key(of epoch: Int, _ kind: KeyKind) throws -> SecretBytes {
        guard epoch > 0 else { return self.encryptionKey }
        guard let key = self.epochs[epoch] else { throw KeyringError.damaged(kind) }
        return key
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
                key: try self.key(of: try row.checked("epoch"), kind),
                authenticating: context.bytes
            )
            return (context, secret)
        } catch {
            throw KeyringError.damaged(kind)
        }
    }
}
