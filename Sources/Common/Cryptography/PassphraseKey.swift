// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// A key from a passphrase by Argon2id (RFC 9106).
package enum PassphraseKey {
    package static let saltByteCount = 16
    package static let keyByteCount = 32

    /// Derives 32 bytes; takes the time and memory that the parameters say.
    ///
    /// - Parameters:
    ///   - passphrase: bytes as typed, UTF-8.
    ///   - salt: 16 random bytes, stored beside what is sealed.
    ///   - parameters: the cost.
    /// - Returns: the key.
    /// - Throws: ``CryptographyError/wrongLength(_:expected:actual:)`` for the salt,
    ///   ``CryptographyError/passphraseMemoryUnavailable(memoryBytes:)`` when the system does not give the memory.
    package static func derive(
        passphrase: SecretBytes,
        salt: [UInt8],
        parameters: PassphraseParameters
    ) throws(CryptographyError) -> SecretBytes {
        guard salt.count == self.saltByteCount else {
            throw .wrongLength(.passphraseSalt, expected: self.saltByteCount, actual: salt.count)
        }
        return try self.derive(self.keyByteCount, passphrase: passphrase, salt: salt, parameters: parameters)
    }

    /// The same with a result of any length, as the published vectors ask for.
    static func derive(
        _ byteCount: Int,
        passphrase: SecretBytes,
        salt: [UInt8],
        parameters: PassphraseParameters
    ) throws(CryptographyError) -> SecretBytes {
        Sodium.start()
        return try SecretBytes(count: byteCount) { target throws(CryptographyError) in
            let code = passphrase.withUnsafeBytes { passphrase in
                crypto_pwhash(
                    target.octets,
                    UInt64(target.count),
                    passphrase.characters,
                    UInt64(passphrase.count),
                    salt,
                    parameters.operations,
                    Int(parameters.memoryBytes),
                    crypto_pwhash_ALG_ARGON2ID13
                )
            }
            guard code == 0 else { throw .passphraseMemoryUnavailable(memoryBytes: parameters.memoryBytes) }
        }
    }
}
