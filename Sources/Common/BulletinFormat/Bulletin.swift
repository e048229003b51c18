// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import Policy

/// A bulletin with its salts, digests and identifier fixed: everything but month, sealing and signature.
///
/// Made once from a draft; two people approve exactly these bytes. All claims are salted anew in every revision, or a
/// comparison would show which one changed.
package struct Bulletin: Hashable, Sendable {
    /// Prefix of an issuer in `iss`.
    ///
    /// Protocol 6.1.
    package static let issuerPrefix = "urn:node:"

    /// Value of `iss`: the prefix and the member's name.
    package let issuer: String
    package let type: DocumentType
    package let identifier: BulletinIdentifier
    /// SHA-256 of the policy under which it was made, 32 bytes.
    package let policyDigest: [UInt8]
    package let supersedes: BulletinIdentifier?
    /// The tiers, ascending.
    package let tiers: [TierDisclosures]
    /// All digests with the padding, ascending.
    package let digests: [String]

    /// Salts the claims of a draft and pads the digests.
    ///
    /// - Parameters:
    ///   - draft: what may leave.
    ///   - memberName: the issuer's name in the roster.
    ///   - policyDigest: SHA-256 of the policy, 32 bytes.
    ///   - identifier: fresh unless a fixture needs a known one.
    ///   - digestsMin: least number of digests after padding.
    /// - Throws: what makes the draft unfit.
    package init(
        draft: BulletinDraft,
        memberName: String,
        policyDigest: [UInt8],
        identifier: BulletinIdentifier = .random(),
        digestsMin: Int = 0
    ) throws(BulletinIssueError) {
        if let claim = draft.claims.first(where: { !draft.tiers.contains($0.tier) }) {
            throw .claimOutsideTiers(claim.tier)
        }
        let tiers = draft.tiers.map { tier in
            TierDisclosures(
                tier: tier,
                disclosures: draft.claims.filter { $0.tier == tier }.map { Disclosure(name: $0.name, value: $0.value) }
            )
        }
        let digests = try Self.padded(tiers.flatMap(\.disclosures).map(\.digest), atLeast: digestsMin)
        try self.init(
            issuer: Self.issuerPrefix + memberName,
            type: draft.type,
            identifier: identifier,
            policyDigest: policyDigest,
            supersedes: draft.supersedes,
            tiers: tiers,
            digests: digests
        )
    }

    /// Puts a bulletin together from stored parts, and checks that they belong together.
    ///
    /// - Throws: what does not fit.
    package init(
        issuer: String,
        type: DocumentType,
        identifier: BulletinIdentifier,
        policyDigest: [UInt8],
        supersedes: BulletinIdentifier?,
        tiers: [TierDisclosures],
        digests: [String]
    ) throws(BulletinIssueError) {
        guard issuer.hasPrefix(Self.issuerPrefix), issuer.utf8.count > Self.issuerPrefix.utf8.count else {
            throw .issuerNameMalformed
        }
        guard policyDigest.count == 32 else { throw .policyDigestMalformed }
        try Self.check(tiers)
        guard DigestList.isWellFormed(digests) else { throw .digestsMalformed }
        let used = tiers.flatMap(\.disclosures).map(\.digest)
        guard used.allSatisfy({ digests.contains($0) }) else { throw .digestsMalformed }
        self.issuer = issuer
        self.type = type
        self.identifier = identifier
        self.policyDigest = policyDigest
        self.supersedes = supersedes
        self.tiers = tiers
        self.digests = digests
    }

    private static func check(_ tiers: [TierDisclosures]) throws(BulletinIssueError) {
        let ordinals = tiers.map(\.tier)
        guard ordinals.first == .everyone, zip(ordinals, ordinals.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw .tiersMalformed
        }
        var names: [String] = []
        for tier in tiers {
            for (index, disclosure) in tier.disclosures.enumerated() {
                guard ClaimName.isDisclosable(disclosure.name) else {
                    throw .claimNameNotAllowed(tier: tier.tier, index: index)
                }
                guard !names.contains(disclosure.name) else { throw .claimTwice(tier: tier.tier, index: index) }
                names.append(disclosure.name)
            }
            let byteCount = TierBundle(disclosures: tier.disclosures.map(\.encoded)).contentByteCount
            guard byteCount <= BulletinLimits.bundleBytesMax else {
                throw .tierTooLarge(tier.tier, byteCount: byteCount, limit: BulletinLimits.bundleBytesMax)
            }
        }
    }

    /// Fills the digests up to 32, 64 or 128 with digests of random bytes, and sorts them.
    private static func padded(_ digests: [String], atLeast minimum: Int) throws(BulletinIssueError) -> [String] {
        let needed = max(minimum, digests.count)
        guard let count = BulletinLimits.paddedDigestCounts.first(where: { $0 >= needed }) else {
            let limit = BulletinLimits.paddedDigestCounts.max() ?? 0
            throw .tooManyClaims(count: digests.count, limit: limit)
        }
        let decoys = (digests.count..<count).map { _ in Base64URL.encode(Hashing.sha256(SecureRandom.bytes(32))) }
        return (digests + decoys).sorted(by: DigestList.isAscending)
    }
}
