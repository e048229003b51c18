// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What can go wrong with keys, seals and encodings.
///
/// No case carries a key, a passphrase or a plaintext: a log line made of it is harmless.
package enum CryptographyError: Error, Hashable, Sendable {
    /// What a length belongs to.
    package enum Quantity: String, Hashable, Sendable {
        case agreementKey = "agreement key"
        case aeadKey = "sealing key"
        case aeadNonce = "nonce"
        case certificate
        case encapsulatedKey = "encapsulated key"
        case hash
        case passphraseSalt = "passphrase salt"
        case privateKey = "private key"
        case sealedBytes = "sealed bytes"
        case signingKey = "signing key"
        case signingSeed = "signing seed"
    }

    /// A value has another length than its kind requires; counted in bytes.
    case wrongLength(Quantity, expected: Int, actual: Int)
    /// A value is longer than this module accepts; counted in bytes.
    case tooLong(Quantity, limit: Int, actual: Int)
    /// Sealed bytes do not open: another key, other associated data, or altered bytes. The three cannot be told apart.
    case authenticationFailed
    /// The peer's X25519 key is of low order: the shared secret would be known to everybody.
    case lowOrderPublicKey
    /// Passphrase parameters outside the accepted range.
    case passphraseParametersOutOfRange(operations: UInt64, memoryBytes: UInt64)
    /// The system did not give the memory that the passphrase parameters ask for.
    case passphraseMemoryUnavailable(memoryBytes: UInt64)
    /// A character that base64url without padding does not allow at this place.
    case invalidBase64URL(offset: Int)
    /// A character that is no lower-case hexadecimal digit, or an odd count of digits.
    case invalidHex(offset: Int)
    /// Bytes that are no X.509 certificate with a readable public key.
    case malformedCertificate
    /// Bytes that are no PKCS #8 private key.
    case malformedPrivateKey
    /// The private key does not belong to the certificate.
    case keyDoesNotMatchCertificate
    /// OpenSSL refused a step; `code` is its packed error code, for `openssl errstr`.
    case certificateStepFailed(CertificateStep, code: UInt)
}

/// The steps of making a TLS identity, named so that a failure says where.
package enum CertificateStep: String, Hashable, Sendable {
    case keyGeneration = "key generation"
    case certificate
    case serialNumber = "serial number"
    case validity
    case subject
    case extensions
    case signature
    case export
}
