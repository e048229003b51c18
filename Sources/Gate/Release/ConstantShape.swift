// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Redaction

/// The one outward shape of everything in a constant batch, so that a cover looks like a bulletin.
///
/// Nothing travels in the open, because a cover has nothing true to say there; all sealed bundles have one size, and the
/// number of digests is one.
enum ConstantShape {
    /// A draft whose public claims travel sealed to the widest audience.
    static func closed(_ draft: BulletinDraft) -> BulletinDraft {
        BulletinDraft(
            type: draft.type,
            claims: draft.claims.map { claim in
                claim.tier.isSealed ? claim : DraftClaim(name: claim.name, value: claim.value, tier: .partners)
            },
            tiers: Tier.allCases,
            supersedes: draft.supersedes
        )
    }

    /// Refuses what cannot have the shape.
    ///
    /// - Throws: `tooManyClaims`, `tierTooLarge`.
    static func check(_ bulletin: Bulletin) throws(BulletinIssueError) {
        guard bulletin.digests.count == BulletinLimits.constantDigests else {
            let count = bulletin.tiers.flatMap(\.disclosures).count
            throw .tooManyClaims(count: count, limit: BulletinLimits.constantDigests)
        }
        for tier in bulletin.tiers {
            let byteCount = TierBundle(disclosures: tier.disclosures.map(\.encoded)).encoded().count
            guard byteCount <= BulletinLimits.constantBundleBytes else {
                throw .tierTooLarge(tier.tier, byteCount: byteCount, limit: BulletinLimits.constantBundleBytes)
            }
        }
    }

    static func fits(_ bulletin: Bulletin) -> Bool {
        do { try self.check(bulletin) } catch { return false }
        return bulletin.tiers.map(\.tier) == Tier.allCases
            && bulletin.tiers.allSatisfy { $0.tier.isSealed || $0.disclosures.isEmpty }
    }
}
