// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Policy
import StrictJSON

/// The signed part of a bulletin of a log, verified: what every relay can check without opening anything.
///
/// Only ``verify(_:key:issuer:)`` makes one. Stricter than ``SDJWTVerifier``: exactly the members of protocol 6.1 in
/// exactly one way of writing, padded and sorted digests, tiers with hashes.
package struct BulletinCore: Hashable, Sendable {
    /// Value of `iss`.
    package let issuer: String
    package let type: DocumentType
    package let identifier: BulletinIdentifier
    package let month: CalendarMonth
    /// SHA-256 of the policy, 32 bytes.
    package let policyDigest: [UInt8]
    /// References to the parts, ascending, the public one first.
    package let tiers: [TierReference]
    package let supersedes: BulletinIdentifier?
    package let digests: [String]
    /// What sealing is bound to.
    ///
    /// Protocol 6.2.
    let contentHash: [UInt8]

    /// Verifies the core of an entry.
    ///
    /// - Parameters:
    ///   - core: compact JWS, may be hostile.
    ///   - key: node key of the entry's origin.
    ///   - issuer: value that `iss` must have, such as `urn:node:` and the name in the roster; nil accepts any.
    /// - Returns: the signed part as typed values.
    /// - Throws: the first rule that was broken.
    package static func verify(
        _ core: [UInt8],
        key: SigningPublicKey,
        issuer: String? = nil
    ) throws(BulletinRejection) -> BulletinCore {
        guard core.count <= BulletinLimits.compactBytes else {
            throw .signedPart(.tooLong(byteCount: core.count, limit: BulletinLimits.compactBytes))
        }
        if let offset = core.firstIndex(where: { !(0x21...0x7D).contains($0) }) {
            throw .signedPart(.notASCII(offset: offset))
        }
        let signed: SignedJWT
        do { signed = try SignedJWT.verify(String(decoding: core, as: UTF8.self), key: key) } catch {
            throw .signedPart(error)
        }
        guard signed.header.names == ["alg", "typ", "kid"] else { throw .headerNotExact }
        guard signed.header["kid"]?.stringValue == key.keyID else { throw .keyIdentifierMismatch }
        // One way of writing: then the hash without `tiers` is the same for everybody.
        guard JSONWriter.write(.object(signed.payload)) == signed.payloadBytes else { throw .payloadNotExact }
        let result = try BulletinCore(payload: signed.payload)
        if let issuer, result.issuer != issuer { throw .issuerMismatch }
        return result
    }

    private init(payload: JSONObject) throws(BulletinRejection) {
        let required = [
            ClaimName.issuer, ClaimName.type, ClaimName.identifier, ClaimName.month, ClaimName.digestAlgorithm,
            ClaimName.digests, ClaimName.policy, ClaimName.tiers,
        ]
        guard required.allSatisfy({ payload[$0] != nil }) else { throw .memberMissing }
        guard payload.names.allSatisfy({ required.contains($0) || $0 == ClaimName.supersedes }) else {
            throw .memberUnknown
        }
        func text(_ name: String) -> String? { payload[name]?.stringValue }
        guard let issuer = text(ClaimName.issuer), issuer.hasPrefix(Bulletin.issuerPrefix),
            issuer.utf8.count > Bulletin.issuerPrefix.utf8.count
        else { throw .issuerMalformed }
        guard let type = text(ClaimName.type).flatMap(DocumentType.init(rawValue:)) else { throw .documentTypeUnknown }
        guard let identifier = text(ClaimName.identifier).flatMap(BulletinIdentifier.init(text:)) else {
            throw .identifierMalformed
        }
        guard let month = text(ClaimName.month).flatMap(CalendarMonth.init(text:)) else { throw .monthMalformed }
        guard text(ClaimName.digestAlgorithm) == "sha-256" else { throw .digestAlgorithmMissing }
        guard let policyDigest = text(ClaimName.policy).flatMap(DigestList.bytes(of:)) else { throw .policyMalformed }
        if let value = payload[ClaimName.supersedes] {
            guard let supersedes = value.stringValue.flatMap(BulletinIdentifier.init(text:)) else {
                throw .supersedesMalformed
            }
            self.supersedes = supersedes
        } else {
            supersedes = nil
        }
        self.issuer = issuer
        self.type = type
        self.identifier = identifier
        self.month = month
        self.policyDigest = policyDigest
        digests = try Self.digests(payload)
        tiers = try Self.tiers(payload)
        contentHash = SDJWTIssuer.contentHash(of: payload)
    }

    private static func digests(_ payload: JSONObject) throws(BulletinRejection) -> [String] {
        guard let elements = payload[ClaimName.digests]?.arrayValue else { throw .digestsMalformed }
        let digests = elements.compactMap(\.stringValue)
        guard digests.count == elements.count, DigestList.isWellFormed(digests) else { throw .digestsMalformed }
        return digests
    }

    private static func tiers(_ payload: JSONObject) throws(BulletinRejection) -> [TierReference] {
        guard let elements = payload[ClaimName.tiers]?.arrayValue else { throw .tiersMalformed }
        let tiers = elements.compactMap(TierReference.init(json:))
        guard tiers.count == elements.count, tiers.first?.tier == .everyone else { throw .tiersMalformed }
        guard zip(tiers, tiers.dropFirst()).allSatisfy({ $0.tier < $1.tier }) else { throw .tiersMalformed }
        return tiers
    }
}
