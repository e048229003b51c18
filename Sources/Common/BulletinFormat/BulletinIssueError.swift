// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Content that cannot become a bulletin.
package enum BulletinIssueError: Error, Hashable, Sendable {
    /// Tiers are not ascending, or the public one is missing.
    case tiersMalformed
    /// A claim stands in a tier that the bulletin does not have.
    case claimOutsideTiers(Tier)
    case claimNameNotAllowed(tier: Tier, index: Int)
    case claimTwice(tier: Tier, index: Int)
    case tooManyClaims(count: Int, limit: Int)
    case tierTooLarge(Tier, byteCount: Int, limit: Int)
    /// Stored parts do not belong together: a digest is missing, twice, out of order, or of another form.
    case digestsMalformed
    case issuerNameMalformed
    case policyDigestMalformed
    /// A sealed tier has no key to seal to, or more than there are slots.
    case recipientCount(Tier, count: Int)
    case sealingFailed(Tier)
    case packageTooLarge(byteCount: Int, limit: Int)
}
