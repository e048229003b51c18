// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import StrictJSON

/// Opens bulletins of a log with whatever keys a reader has.
///
/// The entry layer above ``SDJWTVerifier``: exact form of the signed part, parts equal to the hashes that were signed,
/// sealed tiers opened where a key fits, every disclosure referenced.
package enum BulletinReader {
    /// Verifies and opens.
    ///
    /// - Parameters:
    ///   - core: compact JWS, may be hostile.
    ///   - parts: in the order of the signed tiers; nil for a part that was erased or is not held.
    ///   - issuerKey: node key of the entry's origin.
    ///   - issuer: value that `iss` must have; nil accepts any.
    ///   - openingKeys: keys of the reader, current and former; may be empty.
    /// - Returns: what this reader may see.
    /// - Throws: the first rule that was broken. A tier sealed to others is no error.
    package static func open(
        core: [UInt8],
        parts: [[UInt8]?],
        issuerKey: SigningPublicKey,
        issuer: String? = nil,
        openingKeys: [AgreementKey] = []
    ) throws(BulletinRejection) -> OpenedBulletin {
        let verified = try BulletinCore.verify(core, key: issuerKey, issuer: issuer)
        return try open(verified, core: core, parts: parts, issuerKey: issuerKey) {
            (bytes, reference, context) throws(TierSealingError) in
            try TierSealing.open(
                bytes,
                keys: openingKeys,
                keyCommitment: reference.keyCommitment ?? [],
                context: context
            )
        }
    }

    /// Opens what an origin sealed itself, with the content keys of the sealing.
    ///
    /// - Parameters:
    ///   - sealed: the result of ``BulletinSealer``.
    ///   - issuerKey: the origin's own public key.
    /// - Returns: the whole bulletin.
    /// - Throws: the first rule that was broken.
    package static func reopen(
        _ sealed: SealedBulletin,
        issuerKey: SigningPublicKey
    ) throws(BulletinRejection) -> OpenedBulletin {
        let core = sealed.package.core
        let verified = try BulletinCore.verify(core, key: issuerKey)
        guard verified.tiers.map(\.tier) == sealed.package.parts.map(\.tier) else { throw .partsMismatch }
        return try open(verified, core: core, parts: sealed.package.parts.map(\.bytes), issuerKey: issuerKey) {
            (bytes, reference, context) throws(TierSealingError) in
            guard let key = sealed.contentKeys.first(where: { $0.tier == reference.tier })?.key else {
                throw .notAddressed
            }
            return try TierSealing.open(
                bytes,
                contentKey: key,
                keyCommitment: reference.keyCommitment ?? [],
                context: context
            )
        }
    }

    private typealias Opener = ([UInt8], TierReference, SealingContext) throws(TierSealingError) -> TierBundle

    private static func open(
        _ verified: BulletinCore,
        core: [UInt8],
        parts: [[UInt8]?],
        issuerKey: SigningPublicKey,
        opener: Opener
    ) throws(BulletinRejection) -> OpenedBulletin {
        guard parts.count == verified.tiers.count else { throw .partsMismatch }
        var opened: [(tier: Tier, disclosures: [Disclosure])] = []
        var sealedTiers: [Tier] = []
        var missingTiers: [Tier] = []
        for (reference, part) in zip(verified.tiers, parts) {
            let tier = reference.tier
            guard let part else {
                missingTiers.append(tier)
                continue
            }
            guard Hashing.sha256(part) == reference.partHash else { throw .partHashMismatch(tier) }
            guard let bundle = try self.bundle(part, reference, verified, opener) else {
                sealedTiers.append(tier)
                continue
            }
            opened.append((tier, try disclosures(of: bundle, tier: tier)))
        }
        let processed: VerifiedSDJWT
        do {
            let texts = opened.flatMap { $0.disclosures.map(\.encoded) }
            processed = try SDJWTVerifier.verify(
                compact: SDJWTIssuer.compact(core: core, disclosures: texts),
                key: issuerKey
            )
        } catch { throw .signedPart(error) }
        guard processed.digestCount == verified.digests.count else { throw .nestedDigests }
        var claims = JSONObject()
        for (name, value) in processed.payload.members where processed.disclosed.contains(name) {
            claims.set(name, value)
        }
        return OpenedBulletin(
            core: verified,
            claims: claims,
            opened: opened,
            tiersSealed: sealedTiers,
            tiersMissing: missingTiers
        )
    }

    /// The bundle in a part; nil when it is sealed to others.
    private static func bundle(
        _ part: [UInt8],
        _ reference: TierReference,
        _ core: BulletinCore,
        _ opener: Opener
    ) throws(BulletinRejection) -> TierBundle? {
        let tier = reference.tier
        guard tier.isSealed else {
            guard let bundle = TierBundle(decoding: part) else { throw .bundleMalformed(tier) }
            return bundle
        }
        let context = SealingContext(identifier: core.identifier, tier: tier, contentHash: core.contentHash)
        do { return try opener(part, reference, context) } catch {
            if error == .notAddressed { return nil }
            throw .sealing(tier, error)
        }
    }

    private static func disclosures(
        of bundle: TierBundle,
        tier: Tier
    ) throws(BulletinRejection) -> [Disclosure] {
        var result: [Disclosure] = []
        for (index, encoded) in bundle.disclosures.enumerated() {
            let disclosure: Disclosure
            do { disclosure = try Disclosure(encoded: encoded, index: index) } catch { throw .signedPart(error) }
            guard ClaimName.isDisclosable(disclosure.name) else { throw .claimNameNotAllowed(tier, index: index) }
            guard isSalt(disclosure.salt) else { throw .saltMalformed(tier, index: index) }
            result.append(disclosure)
        }
        return result
    }

    private static func isSalt(_ text: String) -> Bool {
        do {
            return try Base64URL.decode(text).count == BulletinLimits.saltBytes
        } catch { return false }
    }
}
