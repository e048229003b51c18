// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// An Ed25519 private key (RFC 8032).
///
/// Signing is deterministic: the same message gives the same signature, which crash recovery relies on.
package struct SigningKey: Sendable {
    package static let seedByteCount = 32

    /// The public half.
    package let publicKey: SigningPublicKey

    /// libsodium's form: seed, then public key.
    private let secret: SecretBytes

    /// Makes a new key.
    package init() {
        let seed = SecretBytes(random: Self.seedByteCount)
        (self.secret, self.publicKey) = Self.expand(seed)
    }

    /// Takes up a key from its seed.
    ///
    /// - Parameter seed: the 32 bytes that RFC 8032 calls the private key.
    /// - Throws: ``CryptographyError/wrongLength(_:expected:actual:)``.
    package init(seed: SecretBytes) throws(CryptographyError) {
        guard seed.count == Self.seedByteCount else {
            throw .wrongLength(.signingSeed, expected: Self.seedByteCount, actual: seed.count)
        }
        (self.secret, self.publicKey) = Self.expand(seed)
    }

    /// The 32 bytes to keep, sealed; everything else is computed from them.
    package var seed: SecretBytes {
        self.secret.slice(0..<Self.seedByteCount)
    }

    /// Signs; 64 bytes.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        self.secret.withUnsafeBytes { secret in
            [UInt8](unsafeUninitializedCapacity: SigningPublicKey.signatureByteCount) { buffer, initialized in
                crypto_sign_ed25519_detached(
                    buffer.octets,
                    nil,
                    message,
                    UInt64(message.count),
                    secret.octets
                )
                initialized = SigningPublicKey.signatureByteCount
            }
        }
    }

    private static func expand(_ seed: SecretBytes) -> (SecretBytes, SigningPublicKey) {
        var publicBytes = [UInt8](repeating: 0, count: SigningPublicKey.byteCount)
        let secret = SecretBytes(count: 64) { target in
            seed.withUnsafeBytes { seed in
                _ = crypto_sign_ed25519_seed_keypair(
                    &publicBytes,
                    target.octets,
                    seed.octets
                )
            }
        }
        do {
            return (secret, try SigningPublicKey(bytes: publicBytes))
        } catch {
            preconditionFailure("a public key of \(publicBytes.count) bytes")
        }
    }
}
