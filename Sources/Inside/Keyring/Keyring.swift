// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Database
import Foundation
import GRDB
import Synchronization

/// All private keys of a node in one file, sealed under one passphrase.
///
/// passphrase → (Argon2id) passphrase key → key-encryption key (random) → keys that last, and the epoch key in a file of
/// its own → keys that are destroyed in time, and the keys of cases in the vault. To change the passphrase is to seal the
/// key-encryption key again. Each sealed key is bound to its kind, name, number and days.
///
/// *Invariant:* no private key is ever in the file unsealed, and none leaves it except through this type.
package final class Keyring: Sendable {
    /// Signs the node's headers and documents.
    package let signingKey: SigningKey

    /// The desk's end of TLS links.
    package let tlsIdentity: TLSIdentity

    private let pool: DatabasePool
    private let encryptionKey: SecretBytes
    private let file: String
    let epochFile: EpochKeyFile
    let epochs: Mutex<EpochKeys>

    /// Makes a keyring with a signing key, a TLS identity, a first epoch key and a first agreement key.
    ///
    /// The epoch key first, then all rows in one transaction: a cut in between leaves a file that is not a keyring yet.
    ///
    /// - Parameters:
    ///   - path: of the file; must not hold a keyring.
    ///   - passphrase: UTF-8 as typed.
    ///   - parameters: cost of trying a passphrase; stored.
    ///   - agreementDays: days on which others may seal to the first agreement key, counted from 1970-01-01.
    /// - Returns: the keyring, open.
    /// - Throws: ``KeyringError/alreadyExists(file:)``, `DatabaseFailure`, `CryptographyError`.
    package static func create(
        at path: String,
        passphrase: SecretBytes,
        parameters: PassphraseParameters = .moderate,
        agreementDays: ClosedRange<Int>
    ) throws -> Keyring {
        let file = URL(filePath: path).lastPathComponent
        let pool = try DatabaseFile.openPool(path: path, migrations: KeyringSchema.migrations, isCompacting: true)
        guard try pool.read(Self.record) == nil else { throw KeyringError.alreadyExists(file: file) }
        let epochs = EpochKeys(
            current: EpochKeys.Key(
                number: 1,
                secret: SecretBytes(random: SealedBox.keyByteCount),
                firstDay: agreementDays.lowerBound
            )
        )
        let cabinet = KeyCabinet(encryptionKey: SecretBytes(random: SealedBox.keyByteCount), epochs: epochs)
        let epochFile = EpochKeyFile(beside: path, sealingKey: cabinet.encryptionKey)
        try epochFile.write(epochs)
        let record = try PassphraseRecord(
            sealing: cabinet.encryptionKey,
            passphrase: passphrase,
            parameters: parameters
        )
        let identity = try TLSIdentity.generate()
        try Self.naming(file) {
            try pool.write { database in
                guard try Self.record(database) == nil else { throw KeyringError.alreadyExists(file: file) }
                try record.store(in: database)
                try cabinet.store(SigningKey().seed, as: KeyContext(.signing), in: database)
                try cabinet.store(TLSIdentityForm.joined(identity), as: KeyContext(.tls), in: database)
                let agreement = KeyContext(.agreement, name: "", number: 1, days: agreementDays)
                try cabinet.store(AgreementKey().privateKeyBytes, as: agreement, in: database)
            }
        }
        return try Keyring(pool: pool, cabinet: cabinet, epochFile: epochFile, file: file)
    }

    /// Opens a keyring.
    ///
    /// - Parameters:
    ///   - path: of the file.
    ///   - passphrase: UTF-8 as typed.
    /// - Returns: the keyring, open.
    /// - Throws: ``KeyringError/wrongPassphrase``, ``KeyringError/damaged(_:)``, ``KeyringError/notFound(file:)``,
    ///   ``KeyringError/unknownParameters``, ``KeyringError/epochKeyMissing``, ``KeyringError/epochKeyDamaged``,
    ///   `DatabaseFailure.newerVersion` and the file's other failures.
    package static func open(at path: String, passphrase: SecretBytes) throws -> Keyring {
        let file = URL(filePath: path).lastPathComponent
        guard FileManager.default.fileExists(atPath: path) else { throw KeyringError.notFound(file: file) }
        let pool = try DatabaseFile.openPool(path: path, migrations: KeyringSchema.migrations, isCompacting: true)
        guard let record = try Self.naming(file, { try pool.read(Self.record) }) else {
            throw KeyringError.notFound(file: file)
        }
        let encryptionKey = try record.open(passphrase: passphrase)
        let epochFile = EpochKeyFile(beside: path, sealingKey: encryptionKey)
        let cabinet = KeyCabinet(encryptionKey: encryptionKey, epochs: try epochFile.read())
        // What a crash kept in the log although it had been removed.
        try DatabaseFile.emptyLog(of: pool, file: file)
        return try Keyring(pool: pool, cabinet: cabinet, epochFile: epochFile, file: file)
    }

    private init(pool: DatabasePool, cabinet: KeyCabinet, epochFile: EpochKeyFile, file: String) throws {
        self.pool = pool
        self.encryptionKey = cabinet.encryptionKey
        self.file = file
        self.epochFile = epochFile
        self.epochs = Mutex(cabinet.epochs)
        let singles = try Self.naming(file) {
            try pool.read { database in
                (signing: try cabinet.single(.signing, in: database), tls: try cabinet.single(.tls, in: database))
            }
        }
        do {
            self.signingKey = try SigningKey(seed: singles.signing)
            self.tlsIdentity = try TLSIdentityForm.split(singles.tls)
        } catch {
            throw KeyringError.damaged(nil)
        }
    }

    /// Read anew for each use: an epoch may have begun since.
    var cabinet: KeyCabinet { KeyCabinet(encryptionKey: self.encryptionKey, epochs: self.epochKeys) }

    /// The node's own agreement keys, newest first: the current one and former ones that are still needed.
    ///
    /// - Returns: at least one, unless all were removed.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func agreementKeys() throws -> [DatedAgreementKey] {
        let stored = try self.read(.agreement)
        return try stored.reversed().map { entry in
            DatedAgreementKey(
                number: Int(entry.context.number),
                key: try AgreementKey(privateKey: entry.secret),
                days: Int(entry.context.firstDay)...Int(entry.context.lastDay)
            )
        }
    }

    /// The newest agreement key that others may seal to on a day; nil when a new one is due.
    ///
    /// - Parameter day: days since 1970-01-01.
    /// - Returns: the key with its days.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`.
    package func agreementKey(on day: Int) throws -> DatedAgreementKey? {
        try self.agreementKeys().first { $0.days.contains(day) }
    }

    /// Makes and stores a new agreement key.
    ///
    /// - Parameter days: on which others may seal to it, counted from 1970-01-01.
    /// - Returns: the key, durable.
    /// - Throws: `DatabaseFailure`.
    package func addAgreementKey(days: ClosedRange<Int>) throws -> DatedAgreementKey {
        let key = AgreementKey()
        let number = try self.write { database in
            let last = try Int64.fetchOne(
                database,
                sql: "SELECT max(number) FROM private_key WHERE kind = ?",
                arguments: [KeyKind.agreement.rawValue]
            )
            let number = (last ?? 0) + 1
            let context = KeyContext(.agreement, name: "", number: number, days: days)
            try self.cabinet.store(key.privateKeyBytes, as: context, in: database)
            return number
        }
        return DatedAgreementKey(number: Int(number), key: key, days: days)
    }

    /// Destroys agreement keys whose last day is past: what was sealed to them cannot be opened any more.
    ///
    /// - Parameter day: keys with an earlier last day go; days since 1970-01-01.
    /// - Returns: how many went.
    /// - Throws: `DatabaseFailure`.
    @discardableResult package func removeAgreementKeys(endedBefore day: Int) throws -> Int {
        try self.remove(.agreement, endedBefore: day)
    }

    func remove(_ kind: KeyKind, endedBefore day: Int) throws -> Int {
        let count = try self.write { database in
            try database.execute(
                sql: "DELETE FROM private_key WHERE kind = ? AND last_day < ?",
                arguments: [kind.rawValue, day]
            )
            return database.changesCount
        }
        if count > 0 { try self.emptyLog() }
        return count
    }

    /// Seals the keys under another passphrase.
    ///
    /// - Parameters:
    ///   - current: must open the keyring.
    ///   - new: takes its place.
    ///   - parameters: cost of trying the new one.
    /// - Throws: ``KeyringError/wrongPassphrase``, `DatabaseFailure`, `CryptographyError`.
    package func changePassphrase(
        from current: SecretBytes,
        to new: SecretBytes,
        parameters: PassphraseParameters
    ) throws {
        guard let record = try Self.naming(self.file, { try self.pool.read(Self.record) }) else {
            throw KeyringError.notFound(file: self.file)
        }
        let encryptionKey = try record.open(passphrase: current)
        let sealed = try PassphraseRecord(sealing: encryptionKey, passphrase: new, parameters: parameters)
        try self.write { database in try sealed.store(in: database) }
        // The old record would open with the old passphrase: it must not stay in the log.
        try DatabaseFile.emptyLog(of: self.pool, file: self.file)
    }

    func read(_ kind: KeyKind) throws -> [(context: KeyContext, secret: SecretBytes)] {
        try Self.naming(self.file) {
            // The key and the row of one moment: an epoch that ends meanwhile would part them.
            try self.epochs.withLock { epochs in
                let cabinet = KeyCabinet(encryptionKey: self.encryptionKey, epochs: epochs)
                return try self.pool.read { database in try cabinet.all(kind, in: database) }
            }
        }
    }

    func write<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value {
        try Self.naming(self.file) { try self.pool.write(body) }
    }

    /// Stores a key of an audience.
    func store(_ key: AgreementKey, as context: KeyContext) throws {
        try self.write { database in
            try self.cabinet.store(key.privateKeyBytes, as: context, in: database)
        }
    }

    /// Makes the log of SQLite forget what was removed.
    func emptyLog() throws {
        try DatabaseFile.emptyLog(of: self.pool, file: self.file)
    }

    private static func record(_ database: GRDB.Database) throws -> PassphraseRecord? {
        try Row.fetchOne(database, sql: "SELECT * FROM passphrase_record").map(PassphraseRecord.init)
    }

    private static func naming<Value>(_ file: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw DatabaseFailure(error, file: file) ?? error
        }
    }
}
