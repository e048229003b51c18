// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Crypto
import FoundationEssentials

/// Hybrid public key encryption in base mode (RFC 9180): one sender who stays unnamed, one message, one recipient.
///
/// Suite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305 (0x0020, 0x0001, 0x0003). The cipher does not
/// commit to its key: whoever needs that (tiers) signs a key commitment beside it.
package enum HPKEBox {
    /// Bytes of the encapsulated key.
    package static let encapsulatedByteCount = 32

    /// Bytes that sealing adds: encapsulated key and tag.
    package static let overhead = 48

    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

    /// Seals one message.
    ///
    /// - Parameters:
    ///   - plaintext: what only the recipient may read.
    ///   - recipient: the public key to seal to.
    ///   - info: binds the key schedule to its purpose; the opener needs the same bytes.
    ///   - authenticating: bound to the message, not hidden; the opener needs the same bytes.
    /// - Returns: the encapsulated key (32 bytes) and the ciphertext (16 bytes longer than the plaintext).
    /// - Throws: ``CryptographyError/lowOrderPublicKey`` for a recipient key that X25519 refuses.
    package static func seal(
        _ plaintext: [UInt8],
        to recipient: AgreementPublicKey,
        info: [UInt8],
        authenticating: [UInt8]
    ) throws(CryptographyError) -> (encapsulated: [UInt8], ciphertext: [UInt8]) {
        guard !recipient.isLowOrder else { throw .lowOrderPublicKey }
        do {
            let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: recipient.bytes)
            var sender = try HPKE.Sender(recipientKey: key, ciphersuite: self.suite, info: Data(info))
            let ciphertext = try sender.seal(plaintext, authenticating: authenticating)
            return ([UInt8](sender.encapsulatedKey), [UInt8](ciphertext))
        } catch {
            throw .lowOrderPublicKey
        }
    }

    /// Opens one message.
    ///
    /// - Parameters:
    ///   - ciphertext: as ``seal(_:to:info:authenticating:)`` returned it.
    ///   - encapsulated: the encapsulated key, 32 bytes.
    ///   - key: the recipient's private key.
    ///   - info: the bytes given when it was sealed.
    ///   - authenticating: the bytes given when it was sealed.
    /// - Returns: the plaintext.
    /// - Throws: ``CryptographyError/wrongLength(_:expected:actual:)`` or ``CryptographyError/lowOrderPublicKey`` for the
    ///   encapsulated key, ``CryptographyError/authenticationFailed`` for everything else.
    package static func open(
        _ ciphertext: [UInt8],
        encapsulated: [UInt8],
        with key: AgreementKey,
        info: [UInt8],
        authenticating: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let opened = try self.openAll(
            [(ciphertext, authenticating)],
            encapsulated: encapsulated,
            with: key,
            info: info
        )
        return opened[0]
    }

    /// Opens the messages of one sender context in their order; the published vectors have 257.
    static func openAll(
        _ messages: [(ciphertext: [UInt8], authenticating: [UInt8])],
        encapsulated: [UInt8],
        with key: AgreementKey,
        info: [UInt8]
    ) throws(CryptographyError) -> [[UInt8]] {
        guard encapsulated.count == self.encapsulatedByteCount else {
            throw .wrongLength(.encapsulatedKey, expected: self.encapsulatedByteCount, actual: encapsulated.count)
        }
        guard try !AgreementPublicKey(bytes: encapsulated).isLowOrder else { throw .lowOrderPublicKey }
        do {
            let privateKey = try key.privateKeyBytes.withUnsafeBytes { bytes in
                try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
            }
            var recipient = try HPKE.Recipient(
                privateKey: privateKey,
                ciphersuite: self.suite,
                info: Data(info),
                encapsulatedKey: Data(encapsulated)
            )
            var opened: [[UInt8]] = []
            opened.reserveCapacity(messages.count)
            for message in messages {
                opened.append([UInt8](try recipient.open(message.ciphertext, authenticating: message.authenticating)))
            }
            return opened
        } catch {
            throw .authenticationFailed
        }
    }
}
