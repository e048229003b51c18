// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Database
import Foundation
import GRDB

/// The row that turns a passphrase into the key-encryption key: cost, salt, sealed key and a checksum over all of it.
///
/// The checksum needs no key: it tells a damaged record from a wrong passphrase. It says nothing about the passphrase.
struct PassphraseRecord {
    static let domain = "fairlead-keyring-record-v1"

    let parameters: PassphraseParameters
    let salt: [UInt8]
    let sealedKey: [UInt8]

    /// Seals a key under a passphrase with a fresh salt.
    init(sealing key: SecretBytes, passphrase: SecretBytes, parameters: PassphraseParameters) throws {
        self.parameters = parameters
        self.salt = SecureRandom.bytes(PassphraseKey.saltByteCount)
        let passphraseKey = try PassphraseKey.derive(passphrase: passphrase, salt: self.salt, parameters: parameters)
        let context = Self.context(parameters, salt: self.salt)
        self.sealedKey = try SealedBox.seal(key, key: passphraseKey, authenticating: context)
    }

    /// Reads the row.
    ///
    /// - Throws: ``KeyringError/damaged(_:)``, ``KeyringError/unknownParameters``.
    init(row: Row) throws {
        let algorithm: String
        let cost: (operations: Int64, memoryBytes: Int64)
        let checksum: [UInt8]
        do {
            algorithm = try row.checked("algorithm")
            cost = (try row.checked("operations"), try row.checked("memory_bytes"))
            self.salt = [UInt8](try row.checked("salt", as: Data.self))
            self.sealedKey = [UInt8](try row.checked("sealed_key", as: Data.self))
            checksum = [UInt8](try row.checked("checksum", as: Data.self))
        } catch {
            throw KeyringError.damaged(nil)
        }
        guard let operations = UInt64(exactly: cost.operations), let memoryBytes = UInt64(exactly: cost.memoryBytes)
        else {
            throw KeyringError.damaged(nil)
        }
        let context = Self.context(algorithm, operations, memoryBytes, salt: self.salt)
        guard Hashing.sha256(context + self.sealedKey) == checksum else { throw KeyringError.damaged(nil) }
        guard algorithm == PassphraseParameters.algorithm, self.salt.count == PassphraseKey.saltByteCount else {
            throw KeyringError.unknownParameters
        }
        do {
            self.parameters = try PassphraseParameters(operations: operations, memoryBytes: memoryBytes)
        } catch {
            throw KeyringError.unknownParameters
        }
    }

    /// The key, with the right passphrase.
    ///
    /// - Throws: ``KeyringError/wrongPassphrase``; errors of the derivation.
    func open(passphrase: SecretBytes) throws -> SecretBytes {
        let passphraseKey = try PassphraseKey.derive(
            passphrase: passphrase,
            salt: self.salt,
            parameters: self.parameters
        )
        do {
            let context = Self.context(self.parameters, salt: self.salt)
            return try SealedBox.openSecret(self.sealedKey, key: passphraseKey, authenticating: context)
        } catch CryptographyError.authenticationFailed {
            throw KeyringError.wrongPassphrase
        }
    }

    /// Writes the row, in place of one that is there.
    func store(in database: GRDB.Database) throws {
        let context = Self.context(self.parameters, salt: self.salt)
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO passphrase_record
                    (id, algorithm, operations, memory_bytes, salt, sealed_key, checksum)
                VALUES (1, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                PassphraseParameters.algorithm, Int64(self.parameters.operations), Int64(self.parameters.memoryBytes),
                Data(self.salt), Data(self.sealedKey), Data(Hashing.sha256(context + self.sealedKey)),
            ]
        )
    }

    private static func context(_ parameters: PassphraseParameters, salt: [UInt8]) -> [UInt8] {
        self.context(PassphraseParameters.algorithm, parameters.operations, parameters.memoryBytes, salt: salt)
    }

    private static func context(
        _ algorithm: String,
        _ operations: UInt64,
        _ memoryBytes: UInt64,
        salt: [UInt8]
    ) -> [UInt8] {
        KeyContext.joined([
            [UInt8](self.domain.utf8), [UInt8](algorithm.utf8), KeyContext.octets(operations),
            KeyContext.octets(memoryBytes), salt,
        ])
    }
}
