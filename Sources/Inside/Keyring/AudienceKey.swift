// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// The private key of one epoch of an audience that this node belongs to.
package struct AudienceKey: Sendable {
    /// Name of the audience.
    package let audience: String

    /// Number of the epoch.
    package let epoch: UInt64

    /// Opens what is sealed to the epoch's public key.
    package let key: AgreementKey
}
