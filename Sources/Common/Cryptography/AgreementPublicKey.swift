// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// An X25519 public key (RFC 7748): what a tier, a reply or an audience epoch is sealed to.
///
/// Any 32 bytes are accepted here; a key of low order is refused when it is used.
package struct AgreementPublicKey: Hashable, Comparable, Sendable {
    package static let byteCount = 32

    /// The u-coordinate, little endian.
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count == Self.byteCount else {
            throw .wrongLength(.agreementKey, expected: Self.byteCount, actual: bytes.count)
        }
        self.bytes = bytes
    }

    /// Whether everybody knows the secret that anybody shares with this key: it is zero.
    ///
    /// RFC 9180, section 7.1.4, asks both sides to refuse such keys; swift-crypto 4.5.2 does not.
    var isLowOrder: Bool {
        Sodium.start()
        var scalar = [UInt8](repeating: 0, count: Self.byteCount)
        scalar[0] = 8
        var shared = [UInt8](repeating: 0, count: Self.byteCount)
        return crypto_scalarmult_curve25519(&shared, scalar, self.bytes) != 0
    }

    package static func < (left: AgreementPublicKey, right: AgreementPublicKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
