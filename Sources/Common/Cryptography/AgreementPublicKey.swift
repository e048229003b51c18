// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

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

    package static func < (left: AgreementPublicKey, right: AgreementPublicKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
