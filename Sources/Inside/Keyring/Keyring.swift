// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Database
import Foundation
import GRDB

/// All private keys of a desk, in one file sealed under its passphrase.
///
/// Passphrase → Argon2id → key-encryption key → each secret sealed by XChaCha20-Poly1305 with its name as associated
/// data. The parameters of Argon2id stand in the file, so that a small node can have smaller ones.
package final class Keyring: Sendable {
    package struct DatedKey: Sendable {
        /// Days since 1970-01-01 on which others seal to it.
        package let days: ClosedRange<UInt64>
        package let key: AgreementKey
    }

    package struct AudienceKey: Sendable {
        package let audience: String
        package let epoch: UInt64
        package let key: AgreementKey
    }

    private let pool: DatabasePool
    private let keyEncryptionKey: SecretBytes

    private static let checkText = Array("fairlead-keyring-v1".utf8)

    private init(pool: DatabasePool, keyEncryptionKey: SecretBytes) {
        self.pool = pool
        self.keyEncryptionKey = keyEncryptionKey
    }

    /// Makes a keyring with a fresh node key, vault key and TLS identity.
    ///
    /// - Parameters:
    ///   - path: where no file is yet.
    ///   - passphrase: opens it from now on.
    ///   - parameters: of Argon2id, stored in the file.
    /// - Throws: ``KeyringRefusal/exists``, errors of the database, `CryptographyError`.
    package static func create(
        at path: String,
        passphrase: SecretBytes,
        parameters: PassphraseParameters
    ) throws -> Keyring {
        guard !FileManager.default.fileExists(atPath: path) else { throw KeyringRefusal.exists }
        let pool = try DatabaseFile.openPool(path: path, migrations: [KeyringSchema.create])
        let salt = SecureRandom.bytes(PassphraseKey.saltByteCount)
        let key = try PassphraseKey.derive(passphrase: passphrase, salt: salt, parameters: parameters)
        let check = try SealedBox.seal(Self.checkText, key: key, authenticating: Self.binding(SecretName.check))
        try pool.write { database in
            try database.execute(
                sql: "INSERT INTO passphrase VALUES (1, ?, ?, ?, ?, ?)",
                arguments: [
                    PassphraseParameters.algorithm, Int64(parameters.operations), Int64(parameters.memoryBytes),
                    Data(salt), Data(check),
                ]
            )
        }
        let keyring = Keyring(pool: pool, keyEncryptionKey: key)
        let identity = try TLSIdentity.generate()
        try keyring.store(SigningKey().seed, as: SecretName.node)
        try keyring.store(SecretBytes(random: 32), as: SecretName.vault)
        try keyring.store(identity.privateKeyDER, as: SecretName.tlsKey)
        try keyring.store(SecretBytes(copying: identity.certificateDER), as: SecretName.tlsCertificate)
        return keyring
    }

    /// Opens a keyring.
    ///
    /// - Throws: ``KeyringRefusal/wrongPassphrase``, errors of the database (newer version, damaged).
    package static func open(at path: String, passphrase: SecretBytes) throws -> Keyring {
        let pool = try DatabaseFile.openPool(path: path, migrations: [KeyringSchema.create])
        let row = try pool.read { try Row.fetchOne($0, sql: "SELECT * FROM passphrase") }
        guard let row, (row["algorithm"] as String) == PassphraseParameters.algorithm else {
            throw KeyringRefusal.missingKey(SecretName.check)
        }
        let parameters = try PassphraseParameters(
            operations: UInt64(row["operations"] as Int64),
            memoryBytes: UInt64(row["memoryBytes"] as Int64)
        )
        let key = try PassphraseKey.derive(
            passphrase: passphrase,
            salt: Array(row["salt"] as Data),
            parameters: parameters
        )
        do {
            let check = try SealedBox.open(
                Array(row["sealedCheck"] as Data),
                key: key,
                authenticating: Self.binding(SecretName.check)
            )
            guard check == Self.checkText else { throw KeyringRefusal.wrongPassphrase }
        } catch {
            // Sealed bytes do not tell a wrong passphrase from an altered file; people mistype more often.
            throw KeyringRefusal.wrongPassphrase
        }
        return Keyring(pool: pool, keyEncryptionKey: key)
    }

    /// Signs this member's entries.
    package func nodeKey() throws -> SigningKey { try SigningKey(seed: try self.secret(SecretName.node)) }

    /// Wraps the vault's per-case keys.
    package func vaultKey() throws -> SecretBytes { try self.secret(SecretName.vault) }

    /// The desk's own TLS identity.
    package func tlsIdentity() throws -> TLSIdentity {
        try TLSIdentity(
            certificateDER: try self.secret(SecretName.tlsCertificate).copiedBytes(),
            privateKeyDER: try self.secret(SecretName.tlsKey)
        )
    }

    /// Keys that members seal to, oldest first; former ones open what was sealed before.
    package func agreementKeys() throws -> [DatedKey] {
        try self.names().compactMap { name in
            guard let days = SecretName.days(name) else { return nil }
            return DatedKey(days: days, key: try AgreementKey(privateKey: try self.secret(name)))
        }.sorted { $0.days.lowerBound < $1.days.lowerBound }
    }

    /// Keeps a fresh agreement key.
    package func add(_ key: AgreementKey, days: ClosedRange<UInt64>) throws {
        try self.store(key.privateKeyBytes, as: SecretName.agreement(days))
    }

    /// Forgets agreement keys whose last day is before the given one: what was sealed to them stays closed from then on.
    package func removeAgreementKeys(endedBefore day: UInt64) throws {
        for name in try self.names() {
            guard let days = SecretName.days(name), days.upperBound < day else { continue }
            try self.pool.write { try $0.execute(sql: "DELETE FROM secrets WHERE name = ?", arguments: [name]) }
        }
    }

    /// Keys of the audiences that this desk belongs to.
    package func audienceKeys() throws -> [AudienceKey] {
        try self.names().compactMap { name in
            guard let (audience, epoch) = SecretName.audience(name) else { return nil }
            let key = try AgreementKey(privateKey: try self.secret(name))
            return AudienceKey(audience: audience, epoch: epoch, key: key)
        }.sorted { ($0.audience, $0.epoch) < ($1.audience, $1.epoch) }
    }

    /// Keeps an audience's epoch key.
    package func add(_ key: AgreementKey, audience: String, epoch: UInt64) throws {
        try self.store(key.privateKeyBytes, as: SecretName.audience(audience, epoch))
    }

    private func names() throws -> [String] {
        try self.pool.read { try String.fetchAll($0, sql: "SELECT name FROM secrets ORDER BY name") }
    }

    private func store(_ secret: SecretBytes, as name: String) throws {
        let sealed = try SealedBox.seal(secret, key: self.keyEncryptionKey, authenticating: Self.binding(name))
        try self.pool.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO secrets VALUES (?, ?)",
                arguments: [name, Data(sealed)]
            )
        }
    }

    private func secret(_ name: String) throws -> SecretBytes {
        let sealed = try self.pool.read {
            try Data.fetchOne($0, sql: "SELECT sealed FROM secrets WHERE name = ?", arguments: [name])
        }
        guard let sealed else { throw KeyringRefusal.missingKey(name) }
        do {
            return try SealedBox.openSecret(
                Array(sealed),
                key: self.keyEncryptionKey,
                authenticating: Self.binding(name)
            )
        } catch {
            throw KeyringRefusal.damagedKey(name)
        }
    }

    private static func binding(_ name: String) -> [UInt8] { Array("fairlead-keyring-v1/\(name)".utf8) }
}
