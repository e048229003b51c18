// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import StrictJSON

/// A bulletin as one reader sees it.
package struct OpenedBulletin: Hashable, Sendable {
    /// The signed part.
    package let core: BulletinCore
    /// Disclosed claims of all tiers that opened, lower tiers first.
    package let claims: JSONObject
    /// Claim names by tier, in the order of the bundle.
    package let claimNames: [(tier: Tier, names: [String])]
    /// The disclosures that were opened, as transmitted, lower tiers first.
    package let disclosures: [String]
    /// Tiers whose claims are in ``claims``.
    package let tiersOpened: [Tier]
    /// Tiers that are there, and sealed to others.
    package let tiersSealed: [Tier]
    /// Tiers whose part was erased or is not held.
    package let tiersMissing: [Tier]

    init(
        core: BulletinCore,
        claims: JSONObject,
        opened: [(tier: Tier, disclosures: [Disclosure])],
        tiersSealed: [Tier],
        tiersMissing: [Tier]
    ) {
        self.core = core
        self.claims = claims
        claimNames = opened.map { ($0.tier, $0.disclosures.map(\.name)) }
        disclosures = opened.flatMap { $0.disclosures.map(\.encoded) }
        tiersOpened = opened.map(\.tier)
        self.tiersSealed = tiersSealed
        self.tiersMissing = tiersMissing
    }

    /// Filling of a constant batch: not to be shown, counted or matched.
    package var isCover: Bool { claims[ClaimName.cover] != nil }

    package var identifier: BulletinIdentifier { core.identifier }
    package var type: DocumentType { core.type }
    package var month: CalendarMonth { core.month }
    package var issuer: String { core.issuer }
    package var policyDigest: [UInt8] { core.policyDigest }

    package static func == (left: OpenedBulletin, right: OpenedBulletin) -> Bool {
        left.core == right.core && left.claims == right.claims && left.disclosures == right.disclosures
            && left.tiersOpened == right.tiersOpened && left.tiersSealed == right.tiersSealed
            && left.tiersMissing == right.tiersMissing
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(core)
        hasher.combine(disclosures)
    }
}
