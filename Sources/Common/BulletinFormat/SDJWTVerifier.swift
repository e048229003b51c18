// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import StrictJSON

/// Verifies SD-JWTs of the profile by the rules of RFC 9901, section 7.1, without leniency.
///
/// This layer knows nothing of tiers, policies or logs: it serves `bulletin verify` for documents from anywhere.
/// ``BulletinReader`` adds what an entry of a log must keep besides.
package enum SDJWTVerifier {
    /// Verifies a compact SD-JWT: signature, header, disclosures, digests.
    ///
    /// - Parameters:
    ///   - compact: `JWS~disclosure~...~`, may be hostile.
    ///   - key: who must have signed.
    ///   - expectations: issuer, document types and clock.
    /// - Returns: the processed payload and what was disclosed.
    /// - Throws: the first rule that was broken.
    package static func verify(
        compact: [UInt8],
        key: SigningPublicKey,
        expectations: SDJWTExpectations = .any
    ) throws(SDJWTRejection) -> VerifiedSDJWT {
        let pieces = try split(compact)
        let signed = try SignedJWT.verify(pieces.jws, key: key)
        try check(signed.payload, expectations)
        var processor = try DisclosureProcessor(disclosures: pieces.disclosures)
        let payload = try processor.process(payload: signed.payload)
        try checkValidity(of: payload, nowSeconds: expectations.nowSeconds)
        return VerifiedSDJWT(
            header: signed.header,
            payload: payload,
            disclosed: processor.topLevelNames,
            digestCount: processor.digestCount,
            disclosureCount: pieces.disclosures.count
        )
    }

    /// Takes the compact form apart.
    ///
    /// RFC 9901 section 4: without key binding it ends with a tilde.
    private static func split(
        _ compact: [UInt8]
    ) throws(SDJWTRejection) -> (jws: String, disclosures: [String]) {
        guard compact.count <= BulletinLimits.compactBytes else {
            throw .tooLong(byteCount: compact.count, limit: BulletinLimits.compactBytes)
        }
        if let offset = compact.firstIndex(where: { !(0x21...0x7E).contains($0) }) { throw .notASCII(offset: offset) }
        var pieces = compact.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard pieces.count >= 2, let last = pieces.popLast() else { throw .malformedCompactForm }
        guard last.isEmpty else {
            throw last.utf8.contains(UInt8(ascii: ".")) ? .keyBindingPresent : .malformedCompactForm
        }
        let jws = pieces.removeFirst()
        guard pieces.count <= BulletinLimits.digests else {
            throw .tooManyDisclosures(count: pieces.count, limit: BulletinLimits.digests)
        }
        if let index = pieces.firstIndex(of: "") { throw .emptyDisclosure(disclosure: index) }
        return (jws, pieces)
    }

    private static func check(
        _ payload: JSONObject,
        _ expectations: SDJWTExpectations
    ) throws(SDJWTRejection) {
        if let issuer = expectations.issuer {
            guard payload[ClaimName.issuer]?.stringValue == issuer else { throw .issuerUnexpected }
        }
        if !expectations.documentTypes.isEmpty {
            guard let type = payload[ClaimName.type]?.stringValue, expectations.documentTypes.contains(type) else {
                throw .documentTypeUnexpected
            }
        }
        // Absent means SHA-256. RFC 9901 section 4.1.1.
        if let algorithm = payload[ClaimName.digestAlgorithm] {
            guard algorithm.stringValue == "sha-256" else { throw .digestAlgorithmUnknown }
        }
    }

    private static func checkValidity(of payload: JSONObject, nowSeconds: Int?) throws(SDJWTRejection) {
        for name in ["nbf", "exp"] {
            guard let value = payload[name] else { continue }
            guard let seconds = value.doubleValue else { throw .malformedValidity }
            guard let nowSeconds else { continue }
            if name == "nbf", Double(nowSeconds) < seconds { throw .notYetValid }
            if name == "exp", Double(nowSeconds) >= seconds { throw .expired }
        }
    }
}
