// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// Hashes and message authentication codes.
package enum Hashing {
    /// Bytes of a SHA-256 or HMAC-SHA-256 value.
    package static let sha256ByteCount = 32

    /// SHA-256 (FIPS 180-4).
    package static func sha256(_ message: [UInt8]) -> [UInt8] {
        Sodium.start()
        return [UInt8](unsafeUninitializedCapacity: self.sha256ByteCount) { buffer, initialized in
            crypto_hash_sha256(buffer.octets, message, UInt64(message.count))
            initialized = self.sha256ByteCount
        }
    }

    /// BLAKE2b (RFC 7693) without key.
    ///
    /// - Parameters:
    ///   - message: what to hash.
    ///   - length: bytes of the result, 16 to 64.
    /// - Returns: the hash.
    package static func blake2b(_ message: [UInt8], length: Int = 32) -> [UInt8] {
        precondition((16...64).contains(length), "a BLAKE2b value of \(length) bytes")
        Sodium.start()
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, initialized in
            crypto_generichash(buffer.octets, length, message, UInt64(message.count), nil, 0)
            initialized = length
        }
    }

    /// HMAC-SHA-256 (RFC 2104) with a key of any length.
    package static func hmacSHA256(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        key.withUnsafeBytes { self.hmacSHA256(key: $0, message) }
    }

    /// HMAC-SHA-256 (RFC 2104) with a protected key.
    package static func hmacSHA256(key: SecretBytes, _ message: [UInt8]) -> [UInt8] {
        key.withUnsafeBytes { self.hmacSHA256(key: $0, message) }
    }

    private static func hmacSHA256(key: UnsafeRawBufferPointer, _ message: [UInt8]) -> [UInt8] {
        Sodium.start()
        var state = crypto_auth_hmacsha256_state()
        defer { withUnsafeMutableBytes(of: &state) { sodium_memzero($0.octets, $0.count) } }
        crypto_auth_hmacsha256_init(&state, key.octets, key.count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        return [UInt8](unsafeUninitializedCapacity: self.sha256ByteCount) { buffer, initialized in
            crypto_auth_hmacsha256_final(&state, buffer.octets)
            initialized = self.sha256ByteCount
        }
    }

    /// Whether two byte strings are equal, in a time that does not tell where they differ.
    package static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}
