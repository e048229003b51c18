// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import StrictJSON

/// The signed part of an SD-JWT whose header and signature were checked.
///
/// Only ``verify(_:key:)`` makes one. Digests and disclosures are not yet looked at.
struct SignedJWT: Sendable {
    let header: JSONObject
    let payload: JSONObject
    /// The payload's JSON as signed.
    let payloadBytes: [UInt8]

    fileprivate init(header: JSONObject, payload: JSONObject, payloadBytes: [UInt8]) {
        self.header = header
        self.payload = payload
        self.payloadBytes = payloadBytes
    }

    /// Checks header, signature and form of a JWS in compact form.
    ///
    /// RFC 9901 section 7.1 step 2.
    ///
    /// The signature is checked before the payload is parsed: a stranger's payload meets no parser.
    ///
    /// - Parameters:
    ///   - compact: `header.payload.signature` in ASCII.
    ///   - key: who must have signed.
    /// - Returns: the signed part.
    /// - Throws: the first rule that was broken.
    static func verify(_ compact: String, key: SigningPublicKey) throws(SDJWTRejection) -> SignedJWT {
        let segments = compact.split(separator: ".", omittingEmptySubsequences: false)
        guard segments.count == 3 else { throw .malformedCompactForm }
        let header = try Self.header(String(segments[0]))
        let signature: [UInt8]
        do { signature = try Base64URL.decode(String(segments[2])) } catch { throw .malformedSignature }
        guard signature.count == 64 else { throw .malformedSignature }
        let signed = Array(compact.utf8.prefix(segments[0].utf8.count + 1 + segments[1].utf8.count))
        guard key.isValid(signature: signature, for: signed) else { throw .signatureInvalid }

        let payloadBytes: [UInt8]
        do { payloadBytes = try Base64URL.decode(String(segments[1])) } catch { throw .malformedPayload }
        let parsed: JSONValue
        do { parsed = try JSONParser.parse(payloadBytes, limits: .bulletin) } catch {
            if case .duplicateName = error { throw .duplicateMemberInPayload }
            throw .malformedPayload
        }
        guard let payload = parsed.objectValue else { throw .malformedPayload }
        return SignedJWT(header: header, payload: payload, payloadBytes: payloadBytes)
    }

    private static func header(_ encoded: String) throws(SDJWTRejection) -> JSONObject {
        let bytes: [UInt8]
        do { bytes = try Base64URL.decode(encoded) } catch { throw .malformedHeader }
        let parsed: JSONValue
        do { parsed = try JSONParser.parse(bytes, limits: .bulletin) } catch { throw .malformedHeader }
        guard let header = parsed.objectValue else { throw .malformedHeader }
        guard let algorithm = header["alg"]?.stringValue else { throw .algorithmMissing }
        switch algorithm {
        case "Ed25519": break
        case "none": throw .algorithmNone
        case "EdDSA": throw .algorithmDeprecated
        default: throw .algorithmNotAllowed
        }
        guard let type = header["typ"]?.stringValue else { throw .typeMissing }
        guard type == SDJWTExpectations.profileType else { throw .typeNotAllowed }
        // No extension is understood here, so none may be critical.
        guard header["crit"] == nil else { throw .criticalExtension }
        return header
    }
}
