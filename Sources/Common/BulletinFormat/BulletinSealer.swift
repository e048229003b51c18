// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Turns a bulletin into what travels: seals its tiers, then signs over their hashes.
package enum BulletinSealer {
    /// Seals and signs.
    ///
    /// - Parameters:
    ///   - bulletin: the exact content.
    ///   - month: of the departure.
    ///   - recipients: keys of each sealed tier.
    ///   - key: the origin's node key.
    ///   - bundleBytesMin: least size of each sealed bundle, a power of two.
    /// - Returns: the package and the content keys for reading it back.
    /// - Throws: a missing recipient, a key that cannot be used, or a package that is too large.
    package static func seal(
        _ bulletin: Bulletin,
        month: CalendarMonth,
        recipients: [TierRecipients],
        key: SigningKey,
        bundleBytesMin: Int = BulletinLimits.bundleBytesMin
    ) throws(BulletinIssueError) -> SealedBulletin {
        let contentHash = SDJWTIssuer.contentHash(of: SDJWTIssuer.payload(of: bulletin, month: month, tiers: nil))
        var parts: [BulletinPart] = []
        var references: [TierReference] = []
        var contentKeys: [(tier: Tier, key: SecretBytes)] = []
        for content in bulletin.tiers {
            let bundle = TierBundle(disclosures: content.disclosures.map(\.encoded))
            var bytes = bundle.encoded()
            var commitment: [UInt8]?
            if content.tier.isSealed {
                let sealed = try seal(
                    bundle.encoded(byteCountMin: bundleBytesMin),
                    of: content.tier,
                    bulletin,
                    contentHash,
                    recipients
                )
                bytes = sealed.bytes
                commitment = sealed.keyCommitment
                contentKeys.append((content.tier, sealed.contentKey))
            }
            parts.append(BulletinPart(tier: content.tier, bytes: bytes))
            references.append(
                TierReference(tier: content.tier, partHash: Hashing.sha256(bytes), keyCommitment: commitment)
            )
        }
        let payload = SDJWTIssuer.payload(of: bulletin, month: month, tiers: references)
        let result = BulletinPackage(core: SDJWTIssuer.sign(payload, key: key), parts: parts)
        guard result.byteCount <= BulletinLimits.bodyBytes else {
            throw .packageTooLarge(byteCount: result.byteCount, limit: BulletinLimits.bodyBytes)
        }
        return SealedBulletin(package: result, contentKeys: contentKeys)
    }

    private static func seal(
        _ bundle: [UInt8],
        of tier: Tier,
        _ bulletin: Bulletin,
        _ contentHash: [UInt8],
        _ recipients: [TierRecipients]
    ) throws(BulletinIssueError) -> SealedTier {
        let keys = recipients.first { $0.tier == tier }?.keys ?? []
        let context = SealingContext(identifier: bulletin.identifier, tier: tier, contentHash: contentHash)
        do {
            return try TierSealing.seal(bundle, recipients: keys, context: context)
        } catch {
            if case .recipientCount(let count) = error { throw .recipientCount(tier, count: count) }
            throw .sealingFailed(tier)
        }
    }
}
