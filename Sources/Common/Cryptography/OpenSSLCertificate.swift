// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import COpenSSL

/// One `X509` and its lifetime; never leaves the thread that made it.
final class OpenSSLCertificate {
    let pointer: OpaquePointer

    /// Reads one certificate; bytes after it are refused.
    init(der: [UInt8]) throws(CryptographyError) {
        guard der.count <= TLSIdentity.certificateByteLimit else {
            throw .tooLong(.certificate, limit: TLSIdentity.certificateByteLimit, actual: der.count)
        }
        let certificate: OpaquePointer? = der.withUnsafeBufferPointer { bytes in
            var cursor = bytes.baseAddress
            guard let parsed = d2i_X509(nil, &cursor, bytes.count) else { return nil }
            guard let start = bytes.baseAddress, let cursor, cursor - start == bytes.count else {
                X509_free(parsed)
                return nil
            }
            return parsed
        }
        guard let certificate else {
            ERR_clear_error()
            throw .malformedCertificate
        }
        self.pointer = certificate
    }

    /// Makes a certificate for a key and signs it with the same key.
    init(selfSignedBy key: OpenSSLKey, validDays: Int) throws(CryptographyError) {
        guard let certificate = X509_new() else { throw .failed(.certificate) }
        self.pointer = certificate
        guard X509_set_version(certificate, Int(X509_VERSION_3)) == 1, X509_set_pubkey(certificate, key.pointer) == 1
        else { throw .failed(.certificate) }
        try Self.setSerialNumber(of: certificate)
        try Self.setValidity(of: certificate, days: validDays)
        try Self.setNames(of: certificate)
        try Self.addExtension(NID_basic_constraints, "critical,CA:FALSE", to: certificate)
        try Self.addExtension(NID_key_usage, "critical,digitalSignature", to: certificate)
        try Self.addExtension(NID_ext_key_usage, "serverAuth,clientAuth", to: certificate)
        guard X509_sign(certificate, key.pointer, EVP_sha256()) > 0 else { throw .failed(.signature) }
    }

    deinit {
        X509_free(self.pointer)
    }

    /// The certificate as DER.
    func der() throws(CryptographyError) -> [UInt8] {
        try Self.export { i2d_X509(self.pointer, $0) }
    }

    /// The SubjectPublicKeyInfo as it stands in the certificate, DER.
    func subjectPublicKeyInfo() throws(CryptographyError) -> [UInt8] {
        guard let info = X509_get_X509_PUBKEY(self.pointer) else { throw .malformedCertificate }
        return try Self.export { i2d_X509_PUBKEY(info, $0) }
    }

    private static func setSerialNumber(of certificate: OpaquePointer) throws(CryptographyError) {
        // 127 random bits: positive, and at most 20 octets as RFC 5280, section 4.1.2.2 asks.
        var bytes = SecureRandom.bytes(16)
        bytes[0] &= 0x7F
        bytes[0] |= 0x40
        guard let number = BN_bin2bn(bytes, Int32(bytes.count), nil) else { throw .failed(.serialNumber) }
        defer { BN_free(number) }
        guard BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil else {
            throw .failed(.serialNumber)
        }
    }

    private static func setValidity(of certificate: OpaquePointer, days: Int) throws(CryptographyError) {
        let secondsPerDay = 86_400
        // One day back: a peer library that looks at dates all the same must not refuse a clock that is a little late.
        guard X509_gmtime_adj(X509_getm_notBefore(certificate), -secondsPerDay) != nil,
            X509_gmtime_adj(X509_getm_notAfter(certificate), days * secondsPerDay) != nil
        else { throw .failed(.validity) }
    }

    private static func setNames(of certificate: OpaquePointer) throws(CryptographyError) {
        guard let name = X509_get_subject_name(certificate) else { throw .failed(.subject) }
        let commonName = [UInt8]("fairlead".utf8)
        guard
            X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_ASC, commonName, Int32(commonName.count), -1, 0)
                == 1,
            X509_set_issuer_name(certificate, name) == 1
        else { throw .failed(.subject) }
    }

    private static func addExtension(
        _ identifier: Int32,
        _ value: String,
        to certificate: OpaquePointer
    ) throws(CryptographyError) {
        guard let made = X509V3_EXT_conf_nid(nil, nil, identifier, value) else { throw .failed(.extensions) }
        defer { X509_EXTENSION_free(made) }
        guard X509_add_ext(certificate, made, -1) == 1 else { throw .failed(.extensions) }
    }

    private static func export(
        _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
    ) throws(CryptographyError) -> [UInt8] {
        let length = Int(write(nil))
        guard length > 0 else { throw .failed(.export) }
        var bytes = [UInt8](repeating: 0, count: length)
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            var cursor = buffer.baseAddress
            return Int(write(&cursor))
        }
        guard written == length else { throw .failed(.export) }
        return bytes
    }
}
