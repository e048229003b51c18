// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// What a sealed tier is bound to: bulletin, tier and signed content.
///
/// A slot or a bundle that is moved to another document, tier or issuer does not open there.
package struct SealingContext: Hashable, Sendable {
    package let identifier: BulletinIdentifier
    package let tier: Tier
    /// SHA-256 of the signed payload without the member `tiers`, 32 bytes.
    package let contentHash: [UInt8]

    package init(identifier: BulletinIdentifier, tier: Tier, contentHash: [UInt8]) {
        self.identifier = identifier
        self.tier = tier
        self.contentHash = contentHash
    }

    /// The bytes that HPKE takes as `info` and the bundle as additional data.
    ///
    /// Protocol 6.2.
    var info: [UInt8] {
        Array(WireConstants.Domain.tier.utf8) + [0] + Array(identifier.text.utf8) + [tier.rawValue] + contentHash
    }
}
