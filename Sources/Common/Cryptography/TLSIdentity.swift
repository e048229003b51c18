// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import COpenSSL

/// A TLS key with its self-signed certificate: the name of one end of a link.
///
/// Peers compare the SHA-256 of the certificate's SubjectPublicKeyInfo with the roster; subject, serial number and
/// dates mean nothing to them. The certificate is neutral for that reason: every member's has the same subject.
package struct TLSIdentity: Sendable {
    /// Bytes of a certificate that are read at most; ours have about 430.
    package static let certificateByteLimit = 16 * 1024

    /// Bytes of a private key that are read at most; ours have 138.
    package static let privateKeyByteLimit = 4 * 1024

    /// Ten years: longer than a member keeps one key.
    package static let defaultValidDays = 3_650

    /// The X.509 v3 certificate.
    package let certificateDER: [UInt8]

    /// The P-256 private key as PKCS #8 (RFC 5208).
    package let privateKeyDER: SecretBytes

    /// SHA-256 of the SubjectPublicKeyInfo, 32 bytes: what the roster lists.
    package let subjectPublicKeyInfoHash: [UInt8]

    /// Takes up an identity that was stored.
    ///
    /// - Parameters:
    ///   - certificateDER: one certificate.
    ///   - privateKeyDER: its key as PKCS #8.
    /// - Throws: ``CryptographyError/malformedCertificate``, ``CryptographyError/malformedPrivateKey``,
    ///   ``CryptographyError/keyDoesNotMatchCertificate``, ``CryptographyError/tooLong(_:limit:actual:)``.
    package init(certificateDER: [UInt8], privateKeyDER: SecretBytes) throws(CryptographyError) {
        let certificate = try OpenSSLCertificate(der: certificateDER)
        let key = try OpenSSLKey(pkcs8: privateKeyDER)
        guard X509_check_private_key(certificate.pointer, key.pointer) == 1 else {
            ERR_clear_error()
            throw .keyDoesNotMatchCertificate
        }
        self.certificateDER = certificateDER
        self.privateKeyDER = privateKeyDER
        self.subjectPublicKeyInfoHash = Hashing.sha256(try certificate.subjectPublicKeyInfo())
    }

    /// Makes a P-256 key and a certificate for it that is valid from yesterday.
    ///
    /// - Parameter validDays: length of validity; peers do not look at it.
    /// - Returns: the identity, not stored anywhere yet.
    /// - Throws: ``CryptographyError/certificateStepFailed(_:code:)``.
    package static func generate(validDays: Int = defaultValidDays) throws(CryptographyError) -> TLSIdentity {
        let key = try OpenSSLKey()
        let certificate = try OpenSSLCertificate(selfSignedBy: key, validDays: validDays)
        return try TLSIdentity(certificateDER: try certificate.der(), privateKeyDER: try key.pkcs8())
    }

    /// The hash by which the roster knows the holder of a certificate.
    ///
    /// - Parameter der: the certificate as the TLS handshake gave it; may be hostile.
    /// - Returns: 32 bytes.
    /// - Throws: ``CryptographyError/malformedCertificate``, ``CryptographyError/tooLong(_:limit:actual:)``.
    package static func subjectPublicKeyInfoHash(ofCertificateDER der: [UInt8]) throws(CryptographyError) -> [UInt8] {
        Hashing.sha256(try OpenSSLCertificate(der: der).subjectPublicKeyInfo())
    }
}
