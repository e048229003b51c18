// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Foundation
import StrictJSON

/// An officer's own key: a small JSON file whose private half only the officer's passphrase opens.
package struct OfficerKeyFile: Sendable {
    private static let format = "fairlead-officer-key/1"
    private static let byteLimit = 16 * 1024

    package let officer: String
    package let publicKey: SigningPublicKey
    private let parameters: PassphraseParameters
    private let salt: [UInt8]
    private let sealedSeed: [UInt8]

    /// Makes a fresh key.
    ///
    /// - Throws: ``AccountRefusal/invalidID``, `CryptographyError`.
    package static func create(
        officer: String,
        passphrase: SecretBytes,
        parameters: PassphraseParameters
    ) throws -> OfficerKeyFile {
        guard Officer.isValidID(officer) else { throw AccountRefusal.invalidID }
        let key = SigningKey()
        let salt = SecureRandom.bytes(PassphraseKey.saltByteCount)
        let wrapping = try PassphraseKey.derive(passphrase: passphrase, salt: salt, parameters: parameters)
        return OfficerKeyFile(
            officer: officer,
            publicKey: key.publicKey,
            parameters: parameters,
            salt: salt,
            sealedSeed: try SealedBox.seal(
                key.seed,
                key: wrapping,
                authenticating: Self.binding(officer, key.publicKey)
            )
        )
    }

    /// Opens the private half.
    ///
    /// - Throws: ``AccountRefusal/wrongPassphrase``, also for an altered file.
    package func open(passphrase: SecretBytes) throws -> SigningKey {
        let wrapping = try PassphraseKey.derive(
            passphrase: passphrase,
            salt: self.salt,
            parameters: self.parameters
        )
        do {
            let seed = try SealedBox.openSecret(
                self.sealedSeed,
                key: wrapping,
                authenticating: Self.binding(self.officer, self.publicKey)
            )
            let key = try SigningKey(seed: seed)
            guard key.publicKey == self.publicKey else { throw AccountRefusal.wrongPassphrase }
            return key
        } catch {
            throw AccountRefusal.wrongPassphrase
        }
    }

    /// Writes the file, mode 0600.
    ///
    /// - Throws: ``AccountRefusal/keyFileExists``: a key is never overwritten.
    package func write(to path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw AccountRefusal.keyFileExists }
        let object: JSONObject = [
            "format": .string(Self.format),
            "officer": .string(self.officer),
            "public_key": .string(Base64URL.encode(self.publicKey.bytes)),
            "algorithm": .string(PassphraseParameters.algorithm),
            "operations": .number(JSONNumber(Int(self.parameters.operations))),
            "memory_bytes": .number(JSONNumber(Int(self.parameters.memoryBytes))),
            "salt": .string(Base64URL.encode(self.salt)),
            "sealed_seed": .string(Base64URL.encode(self.sealedSeed)),
        ]
        let data = Data(JSONWriter.write(.object(object), pretty: true))
        guard
            FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Reads a file.
    ///
    /// - Throws: ``AccountRefusal/notAKeyFile``, ``AccountRefusal/newerKeyFile``.
    package static func read(_ bytes: [UInt8]) throws -> OfficerKeyFile {
        guard bytes.count <= Self.byteLimit else { throw AccountRefusal.notAKeyFile }
        do {
            let object = try JSONParser.parse(bytes).objectValue ?? [:]
            let format = object["format"]?.stringValue ?? ""
            guard format == Self.format else {
                throw format.hasPrefix("fairlead-officer-key/") ? AccountRefusal.newerKeyFile : .notAKeyFile
            }
            guard let officer = object["officer"]?.stringValue, Officer.isValidID(officer),
                let key = object["public_key"]?.stringValue, let salt = object["salt"]?.stringValue,
                let seed = object["sealed_seed"]?.stringValue,
                object["algorithm"]?.stringValue == PassphraseParameters.algorithm,
                let operations = object["operations"]?.integerValue, operations > 0,
                let memory = object["memory_bytes"]?.integerValue, memory > 0
            else { throw AccountRefusal.notAKeyFile }
            return OfficerKeyFile(
                officer: officer,
                publicKey: try SigningPublicKey(bytes: try Base64URL.decode(key)),
                parameters: try PassphraseParameters(operations: UInt64(operations), memoryBytes: UInt64(memory)),
                salt: try Base64URL.decode(salt),
                sealedSeed: try Base64URL.decode(seed)
            )
        } catch let refusal as AccountRefusal {
            throw refusal
        } catch {
            throw AccountRefusal.notAKeyFile
        }
    }

    private static func binding(_ officer: String, _ key: SigningPublicKey) -> [UInt8] {
        Array("fairlead-officer-key-v1/\(officer)/".utf8) + key.bytes
    }
}
