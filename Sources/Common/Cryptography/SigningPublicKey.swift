// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// An Ed25519 public key (RFC 8032).
///
/// Any 32 bytes are accepted as a name of a key; one that is no point of the curve, not in canonical form or of small
/// order verifies nothing, because libsodium refuses it at each verification.
package struct SigningPublicKey: Hashable, Comparable, Sendable {
    package static let byteCount = 32
    package static let signatureByteCount = 64

    /// The 32 bytes of RFC 8032, section 5.1.2.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == Self.byteCount else {
            throw .wrongLength(.signingKey, expected: Self.byteCount, actual: bytes.count)
        }
        self.bytes = bytes
    }

    /// Whether this key made the signature over the message.
    ///
    /// Strict: only one form of a signature is valid (RFC 8032, section 5.1.7, with S below the group order).
    package func isValid(signature: [UInt8], for message: [UInt8]) -> Bool {
        guard signature.count == Self.signatureByteCount else { return false }
        Sodium.start()
        return crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), self.bytes) == 0
    }

    /// Short name of the key in signed documents: base64url of the first 8 bytes of its SHA-256.
    package var keyID: String {
        Base64URL.encode([UInt8](Hashing.sha256(self.bytes).prefix(8)))
    }

    package static func < (left: SigningPublicKey, right: SigningPublicKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
