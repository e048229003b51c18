// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// An X25519 private key (RFC 7748): opens what was sealed to its public half.
package struct AgreementKey: Sendable {
    package static let byteCount = 32

    /// The public half.
    package let publicKey: AgreementPublicKey

    /// The 32 bytes to keep, sealed.
    package let privateKeyBytes: SecretBytes

    /// Makes a new key.
    package init() {
        let secret = SecretBytes(random: Self.byteCount)
        self.privateKeyBytes = secret
        self.publicKey = Self.publicKey(of: secret)
    }

    /// Takes up a key.
    ///
    /// - Parameter privateKey: 32 bytes.
    /// - Throws: ``CryptographyError/wrongLength(_:expected:actual:)``.
    package init(privateKey: SecretBytes) throws(CryptographyError) {
        guard privateKey.count == Self.byteCount else {
            throw .wrongLength(.agreementKey, expected: Self.byteCount, actual: privateKey.count)
        }
        self.privateKeyBytes = privateKey
        self.publicKey = Self.publicKey(of: privateKey)
    }

    /// The X25519 function (RFC 7748, section 5).
    ///
    /// - Parameter peer: the other side's public key.
    /// - Returns: 32 bytes, not uniform: hash them before use as a key.
    /// - Throws: ``CryptographyError/lowOrderPublicKey`` when the result would be zero.
    package func sharedSecret(with peer: AgreementPublicKey) throws(CryptographyError) -> SecretBytes {
        try SecretBytes(count: 32) { target throws(CryptographyError) in
            let code = self.privateKeyBytes.withUnsafeBytes { secret in
                crypto_scalarmult_curve25519(
                    target.octets,
                    secret.octets,
                    peer.bytes
                )
            }
            guard code == 0 else { throw .lowOrderPublicKey }
        }
    }

    private static func publicKey(of secret: SecretBytes) -> AgreementPublicKey {
        var bytes = [UInt8](repeating: 0, count: AgreementPublicKey.byteCount)
        secret.withUnsafeBytes { secret in
            _ = crypto_scalarmult_curve25519_base(&bytes, secret.octets)
        }
        do {
            return try AgreementPublicKey(bytes: bytes)
        } catch {
            preconditionFailure("a public key of \(bytes.count) bytes")
        }
    }
}
