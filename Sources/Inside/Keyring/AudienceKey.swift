// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// The private key of one epoch of an audience that this node belongs to.
///
/// An epoch is named by who issued it, the audience and the number: two hubs count for themselves.
package struct AudienceKey: Sendable {
    /// Name of the audience.
    package let audience: String

    /// Number of the epoch.
    package let epoch: UInt64

    /// Node key of the hub that issued the epoch.
    package let issuer: SigningPublicKey

    /// Days on which others seal to the epoch's key, since 1970-01-01.
    package let days: ClosedRange<Int>

    /// Opens what is sealed to the epoch's public key.
    package let key: AgreementKey

    package init(audience: String, epoch: UInt64, issuer: SigningPublicKey, days: ClosedRange<Int>, key: AgreementKey) {
        self.audience = audience
        self.epoch = epoch
        self.issuer = issuer
        self.days = days
        self.key = key
    }
}
