// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Policy
package import StrictJSON

/// Writes and signs the signed part of a bulletin.
///
/// Protocol 6.1.
package enum SDJWTIssuer {
    /// Signs a payload.
    ///
    /// - Parameters:
    ///   - payload: written without white space, in its own order.
    ///   - key: the node's key.
    /// - Returns: the compact JWS.
    package static func sign(_ payload: JSONObject, key: SigningKey) -> [UInt8] {
        var header = JSONObject()
        header.set("alg", "Ed25519")
        header.set("typ", .string(SDJWTExpectations.profileType))
        header.set("kid", .string(key.publicKey.keyID))
        let segments = [header, payload].map { Base64URL.encode(JSONWriter.write(.object($0))) }
        let signed = Array(segments.joined(separator: ".").utf8)
        return signed + [UInt8(ascii: ".")] + Array(Base64URL.encode(key.sign(signed)).utf8)
    }

    /// The compact SD-JWT: the signed part followed by disclosures.
    ///
    /// - Parameters:
    ///   - core: compact JWS.
    ///   - disclosures: as transmitted.
    /// - Returns: `JWS~disclosure~...~`.
    package static func compact(core: [UInt8], disclosures: [String]) -> [UInt8] {
        var output = core
        output.append(UInt8(ascii: "~"))
        for disclosure in disclosures {
            output.append(contentsOf: disclosure.utf8)
            output.append(UInt8(ascii: "~"))
        }
        return output
    }

    /// The payload of a bulletin.
    ///
    /// - Parameters:
    ///   - bulletin: everything but month and tiers.
    ///   - month: of the departure.
    ///   - tiers: references to the parts; nil leaves the member out, as the sealing context wants it.
    /// - Returns: the members in the order of protocol 6.1.
    package static func payload(
        of bulletin: Bulletin,
        month: CalendarMonth,
        tiers: [TierReference]?
    ) -> JSONObject {
        var payload = JSONObject()
        payload.set(ClaimName.issuer, .string(bulletin.issuer))
        payload.set(ClaimName.type, .string(bulletin.type.rawValue))
        payload.set(ClaimName.identifier, .string(bulletin.identifier.text))
        payload.set(ClaimName.month, .string(month.text))
        payload.set(ClaimName.digestAlgorithm, "sha-256")
        payload.set(ClaimName.digests, .strings(bulletin.digests))
        payload.set(ClaimName.policy, .string(Base64URL.encode(bulletin.policyDigest)))
        if let tiers { payload.set(ClaimName.tiers, .array(tiers.map(\.json))) }
        if let supersedes = bulletin.supersedes { payload.set(ClaimName.supersedes, .string(supersedes.text)) }
        return payload
    }

    /// The hash that sealing is bound to: SHA-256 of the payload without the member `tiers`, without white space.
    static func contentHash(of payload: JSONObject) -> [UInt8] {
        var content = payload
        content[ClaimName.tiers] = nil
        return Hashing.sha256(JSONWriter.write(.object(content)))
    }
}
