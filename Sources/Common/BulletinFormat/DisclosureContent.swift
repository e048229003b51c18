// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import StrictJSON

/// What a disclosure says, before it is known where it belongs.
enum DisclosureContent: Hashable, Sendable {
    /// Three elements: a member of an object. RFC 9901 section 4.2.1.
    case member(salt: String, name: String, value: JSONValue)
    /// Two elements: an element of an array. RFC 9901 section 4.2.2.
    case element(salt: String, value: JSONValue)
    /// A JSON array of another number of elements.
    case other

    /// Decodes the base64url and the JSON.
    ///
    /// - Parameters:
    ///   - encoded: as transmitted.
    ///   - index: place among the disclosures, for the rejection.
    /// - Throws: `malformedDisclosure` or `duplicateMember`.
    init(encoded: String, index: Int) throws(SDJWTRejection) {
        let bytes: [UInt8]
        do { bytes = try Base64URL.decode(encoded) } catch { throw .malformedDisclosure(disclosure: index) }
        let parsed: JSONValue
        do { parsed = try JSONParser.parse(bytes, limits: .bulletin) } catch {
            if case .duplicateName = error { throw .duplicateMember(inDisclosure: index) }
            throw .malformedDisclosure(disclosure: index)
        }
        guard let elements = parsed.arrayValue else { throw .malformedDisclosure(disclosure: index) }
        switch elements.count {
        case 3:
            guard let salt = elements[0].stringValue, let name = elements[1].stringValue else {
                throw .malformedDisclosure(disclosure: index)
            }
            self = .member(salt: salt, name: name, value: elements[2])
        case 2:
            guard let salt = elements[0].stringValue else { throw .malformedDisclosure(disclosure: index) }
            self = .element(salt: salt, value: elements[1])
        default:
            self = .other
        }
    }
}

extension JSONLimits {
    /// Limits of every JSON text of a bulletin.
    static let bulletin = JSONLimits(
        byteLimit: BulletinLimits.compactBytes,
        depthLimit: BulletinLimits.jsonDepth,
        memberLimit: BulletinLimits.jsonMembers
    )
}
