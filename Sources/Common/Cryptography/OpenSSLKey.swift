// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import COpenSSL

/// One `EVP_PKEY` and its lifetime; never leaves the thread that made it.
final class OpenSSLKey {
    let pointer: OpaquePointer

    /// Makes a P-256 key.
    init() throws(CryptographyError) {
        guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil) else { throw .failed(.keyGeneration) }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1) == 1,
            EVP_PKEY_keygen(context, &key) == 1,
            let key
        else { throw .failed(.keyGeneration) }
        self.pointer = key
    }

    /// Reads a PKCS #8 key.
    init(pkcs8 der: SecretBytes) throws(CryptographyError) {
        guard der.count <= TLSIdentity.privateKeyByteLimit else {
            throw .tooLong(.privateKey, limit: TLSIdentity.privateKeyByteLimit, actual: der.count)
        }
        let key: OpaquePointer? = der.withUnsafeBytes { bytes in
            let start = bytes.octets
            var cursor: UnsafePointer<UInt8>? = start
            guard let info = d2i_PKCS8_PRIV_KEY_INFO(nil, &cursor, bytes.count) else { return nil }
            defer { PKCS8_PRIV_KEY_INFO_free(info) }
            guard let cursor, cursor - start == bytes.count else { return nil }
            return EVP_PKCS82PKEY(info)
        }
        guard let key else {
            ERR_clear_error()
            throw .malformedPrivateKey
        }
        self.pointer = key
    }

    deinit {
        EVP_PKEY_free(self.pointer)
    }

    /// The key as PKCS #8 DER, written straight into protected memory.
    func pkcs8() throws(CryptographyError) -> SecretBytes {
        guard let info = EVP_PKEY2PKCS8(self.pointer) else { throw .failed(.export) }
        defer { PKCS8_PRIV_KEY_INFO_free(info) }
        let length = Int(i2d_PKCS8_PRIV_KEY_INFO(info, nil))
        guard length > 0 else { throw .failed(.export) }
        return SecretBytes(count: length) { target in
            var cursor: UnsafeMutablePointer<UInt8>? = target.octets
            _ = i2d_PKCS8_PRIV_KEY_INFO(info, &cursor)
        }
    }
}

extension CryptographyError {
    /// The oldest error of OpenSSL's queue for this thread, which is then emptied.
    static func failed(_ step: CertificateStep) -> CryptographyError {
        let code = ERR_get_error()
        ERR_clear_error()
        return .certificateStepFailed(step, code: code)
    }
}
