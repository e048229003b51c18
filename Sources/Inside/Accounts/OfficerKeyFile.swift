// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// The file an officer carries: a signing key sealed under the officer's own passphrase.
///
/// JSON, so that the public part can be read by anybody; the desk enrols the public key and never sees the seed.
package struct OfficerKeyFile: Hashable, Sendable {
    /// Value of `format`; a file with another is of a newer program.
    package static let format = "fairlead-officer-key/1"

    /// Bytes of a file that are read at most; ours have about 600.
    package static let byteLimit = 8 * 1024

    /// Display name.
    package let name: OfficerName

    /// What signatures of the officer are verified with.
    package let publicKey: SigningPublicKey

    /// Cost of trying a passphrase.
    package let parameters: PassphraseParameters

    let salt: [UInt8]
    let sealedSeed: [UInt8]

    /// Makes a key and its file.
    ///
    /// - Parameters:
    ///   - name: display name.
    ///   - passphrase: the officer's own, UTF-8 as typed.
    ///   - parameters: cost of trying it; stored.
    /// - Returns: the file and the key, open.
    /// - Throws: ``OfficerKeyFileError/passphraseCostNotAffordable(memoryBytes:)``.
    package static func create(
        name: OfficerName,
        passphrase: SecretBytes,
        parameters: PassphraseParameters = .moderate
    ) throws(OfficerKeyFileError) -> (file: OfficerKeyFile, key: SigningKey) {
        let key = SigningKey()
        let salt = SecureRandom.bytes(PassphraseKey.saltByteCount)
        let context = Self.context(name: name, publicKey: key.publicKey, parameters: parameters, salt: salt)
        do {
            let passphraseKey = try PassphraseKey.derive(passphrase: passphrase, salt: salt, parameters: parameters)
            let sealedSeed = try SealedBox.seal(key.seed, key: passphraseKey, authenticating: context)
            let file = OfficerKeyFile(
                name: name,
                publicKey: key.publicKey,
                parameters: parameters,
                salt: salt,
                sealedSeed: sealedSeed
            )
            return (file, key)
        } catch {
            throw .passphraseCostNotAffordable(memoryBytes: parameters.memoryBytes)
        }
    }

    /// Opens the key.
    ///
    /// - Parameter passphrase: UTF-8 as typed.
    /// - Returns: the signing key, whose public half is ``publicKey``.
    /// - Throws: ``OfficerKeyFileError/wrongPassphrase``,
    ///   ``OfficerKeyFileError/passphraseCostNotAffordable(memoryBytes:)``, ``OfficerKeyFileError/damaged``.
    package func unlock(passphrase: SecretBytes) throws(OfficerKeyFileError) -> SigningKey {
        let key: SigningKey
        do {
            let passphraseKey = try PassphraseKey.derive(
                passphrase: passphrase,
                salt: self.salt,
                parameters: self.parameters
            )
            let seed = try SealedBox.openSecret(self.sealedSeed, key: passphraseKey, authenticating: self.context)
            key = try SigningKey(seed: seed)
        } catch {
            switch error {
            case .authenticationFailed: throw .wrongPassphrase
            case .passphraseMemoryUnavailable(let memoryBytes):
                throw .passphraseCostNotAffordable(memoryBytes: memoryBytes)
            default: throw .damaged
            }
        }
        guard key.publicKey == self.publicKey else { throw .damaged }
        return key
    }

    /// Ends the JSON: a hash over everything else, which tells damage from a wrong passphrase.
    var checksum: [UInt8] {
        Hashing.sha256(self.context + self.sealedSeed)
    }

    private var context: [UInt8] {
        Self.context(name: self.name, publicKey: self.publicKey, parameters: self.parameters, salt: self.salt)
    }

    /// What the sealed seed is bound to: each field with its length before it.
    private static func context(
        name: OfficerName,
        publicKey: SigningPublicKey,
        parameters: PassphraseParameters,
        salt: [UInt8]
    ) -> [UInt8] {
        let fields: [[UInt8]] = [
            [UInt8](self.format.utf8), [UInt8](name.text.utf8), publicKey.bytes,
            [UInt8](PassphraseParameters.algorithm.utf8), [UInt8](String(parameters.operations).utf8),
            [UInt8](String(parameters.memoryBytes).utf8), salt,
        ]
        return fields.flatMap { field in [UInt8](String(field.count).utf8) + [UInt8(ascii: ":")] + field }
    }
}
