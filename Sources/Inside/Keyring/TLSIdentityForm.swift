// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// Certificate and key of a TLS identity as one secret: the certificate's length in four bytes, certificate, key.
enum TLSIdentityForm {
    static func joined(_ identity: TLSIdentity) -> SecretBytes {
        let length = identity.certificateDER.count
        return SecretBytes(count: 4 + length + identity.privateKeyDER.count) { target in
            for index in 0..<4 { target[index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index)) }
            for (index, byte) in identity.certificateDER.enumerated() { target[4 + index] = byte }
            identity.privateKeyDER.withUnsafeBytes { key in
                for (index, byte) in key.enumerated() { target[4 + length + index] = byte }
            }
        }
    }

    static func split(_ secret: SecretBytes) throws -> TLSIdentity {
        guard secret.count > 4 else { throw KeyringError.damaged(.tls) }
        let length = secret.withUnsafeBytes { bytes in bytes[0..<4].reduce(0) { $0 << 8 | Int($1) } }
        guard length <= secret.count - 4 else { throw KeyringError.damaged(.tls) }
        let certificate = secret.withUnsafeBytes { bytes in [UInt8](bytes[4..<4 + length]) }
        return try TLSIdentity(certificateDER: certificate, privateKeyDER: secret.slice(4 + length..<secret.count))
    }
}
