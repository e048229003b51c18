// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// What the gate proposes to publish, before salts, identifiers and signatures.
package struct BulletinDraft: Hashable, Sendable {
    package let type: DocumentType
    /// Claims in the order in which their tier lists them; no name twice.
    package let claims: [DraftClaim]
    /// Tiers that the bulletin has, ascending, the public one first; a tier may be empty, so that emptiness is hidden.
    package let tiers: [Tier]
    /// The bulletin that this one replaces.
    package let supersedes: BulletinIdentifier?

    package init(
        type: DocumentType,
        claims: [DraftClaim],
        tiers: [Tier] = Tier.allCases,
        supersedes: BulletinIdentifier? = nil
    ) {
        self.type = type
        self.claims = claims
        self.tiers = tiers
        self.supersedes = supersedes
    }
}
