// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One program of a member: its TLS key, and where it listens if it does.
///
/// Protocol 2.
package struct RosterEndpoint: Hashable, Sendable {
    /// Length of a key's hash, bytes.
    package static let spkiHashByteCount = 32

    /// Desk, relay or intake.
    package let role: EndpointRole
    /// SHA-256 of the TLS certificate's SubjectPublicKeyInfo: the identity of its links, 32 bytes.
    package let spkiHash: [UInt8]
    /// "host:port"; nil for a program that only dials.
    package let address: String?

    package init(role: EndpointRole, spkiHash: [UInt8], address: String? = nil) {
        self.role = role
        self.spkiHash = spkiHash
        self.address = address
    }
}
