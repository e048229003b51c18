// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// Symmetric sealing with XChaCha20-Poly1305: nonce, ciphertext and tag in one byte string.
///
/// The nonce is 24 random bytes, so that one key may seal as often as it likes. The cipher does not commit to its key.
package enum SealedBox {
    package static let keyByteCount = 32
    package static let nonceByteCount = 24
    package static let tagByteCount = 16

    /// Bytes that sealing adds: nonce and tag.
    package static let overhead = 40

    /// Seals under a fresh random nonce.
    ///
    /// - Parameters:
    ///   - plaintext: what to hide.
    ///   - key: 32 bytes.
    ///   - authenticating: bound to the message, not hidden; the opener needs the same bytes.
    /// - Returns: nonce (24 bytes), ciphertext, tag (16 bytes).
    /// - Throws: ``CryptographyError/wrongLength(_:expected:actual:)`` for the key.
    package static func seal(
        _ plaintext: [UInt8],
        key: SecretBytes,
        authenticating: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        try self.seal(
            plaintext,
            key: key,
            nonce: SecureRandom.bytes(self.nonceByteCount),
            authenticating: authenticating
        )
    }

    /// Seals under a given nonce, which must never be used twice with one key.
    package static func seal(
        _ plaintext: [UInt8],
        key: SecretBytes,
        nonce: [UInt8],
        authenticating: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let result = plaintext.withUnsafeBytes { bytes in
            Result { () throws(CryptographyError) in
                try self.seal(bytes, key: key, nonce: nonce, authenticating: authenticating)
            }
        }
        return try result.get()
    }

    /// Seals a secret without an unprotected copy in between.
    package static func seal(
        _ secret: SecretBytes,
        key: SecretBytes,
        authenticating: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        try secret.withUnsafeBytes { (bytes) throws(CryptographyError) in
            let nonce = SecureRandom.bytes(self.nonceByteCount)
            return try self.seal(bytes, key: key, nonce: nonce, authenticating: authenticating)
        }
    }

    /// Opens what ``seal(_:key:authenticating:)`` returned.
    ///
    /// - Throws: ``CryptographyError/wrongLength(_:expected:actual:)`` for the key or for bytes too short to be sealed,
    ///   ``CryptographyError/authenticationFailed`` when they do not open.
    package static func open(
        _ sealed: [UInt8],
        key: SecretBytes,
        authenticating: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let length = try self.plaintextByteCount(of: sealed, key: key)
        var plaintext = [UInt8](repeating: 0, count: length)
        let isAuthentic = plaintext.withUnsafeMutableBytes { target in
            self.open(sealed, into: target, key: key, authenticating: authenticating)
        }
        guard isAuthentic else { throw .authenticationFailed }
        return plaintext
    }

    /// Opens into protected memory.
    package static func openSecret(
        _ sealed: [UInt8],
        key: SecretBytes,
        authenticating: [UInt8]
    ) throws(CryptographyError) -> SecretBytes {
        let length = try self.plaintextByteCount(of: sealed, key: key)
        return try SecretBytes(count: length) { target throws(CryptographyError) in
            guard self.open(sealed, into: target, key: key, authenticating: authenticating) else {
                throw .authenticationFailed
            }
        }
    }

    private static func plaintextByteCount(of sealed: [UInt8], key: SecretBytes) throws(CryptographyError) -> Int {
        guard key.count == self.keyByteCount else {
            throw .wrongLength(.aeadKey, expected: self.keyByteCount, actual: key.count)
        }
        guard sealed.count >= self.overhead else {
            throw .wrongLength(.sealedBytes, expected: self.overhead, actual: sealed.count)
        }
        return sealed.count - self.overhead
    }

    private static func seal(
        _ plaintext: UnsafeRawBufferPointer,
        key: SecretBytes,
        nonce: [UInt8],
        authenticating: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        guard key.count == self.keyByteCount else {
            throw .wrongLength(.aeadKey, expected: self.keyByteCount, actual: key.count)
        }
        guard nonce.count == self.nonceByteCount else {
            throw .wrongLength(.aeadNonce, expected: self.nonceByteCount, actual: nonce.count)
        }
        Sodium.start()
        var sealed = nonce
        sealed.append(contentsOf: repeatElement(0, count: plaintext.count + self.tagByteCount))
        sealed.withUnsafeMutableBytes { target in
            key.withUnsafeBytes { key in
                _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                    target.octets + self.nonceByteCount,
                    nil,
                    plaintext.octets,
                    UInt64(plaintext.count),
                    authenticating,
                    UInt64(authenticating.count),
                    nil,
                    nonce,
                    key.octets
                )
            }
        }
        return sealed
    }

    private static func open(
        _ sealed: [UInt8],
        into target: UnsafeMutableRawBufferPointer,
        key: SecretBytes,
        authenticating: [UInt8]
    ) -> Bool {
        Sodium.start()
        return sealed.withUnsafeBytes { sealed in
            key.withUnsafeBytes { key in
                crypto_aead_xchacha20poly1305_ietf_decrypt(
                    target.octets,
                    nil,
                    nil,
                    sealed.octets + self.nonceByteCount,
                    UInt64(sealed.count - self.nonceByteCount),
                    authenticating,
                    UInt64(authenticating.count),
                    sealed.octets,
                    key.octets
                ) == 0
            }
        }
    }
}
