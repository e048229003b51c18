// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import StrictJSON

/// Puts disclosures in the places of their digests.
///
/// RFC 9901 section 7.1 steps 3 to 5.
///
/// Works through nested objects and arrays, although bulletins are flat: a document from elsewhere that nests must be
/// refused for the right rule, not misread. Dictionaries serve for look-up only; every order comes from the document.
struct DisclosureProcessor {
    private let contents: [DisclosureContent]
    /// Digest to place among the disclosures.
    private let placeOfDigest: [String: Int]
    private var isReferenced: [Bool]
    private var digestsSeen: Set<String> = []
    /// Digests met at all levels.
    private(set) var digestCount = 0
    /// Top-level claims that came from disclosures, in order of transmission.
    private(set) var topLevelNames: [String] = []

    /// Reads the disclosures and computes their digests.
    ///
    /// Step 3.a.
    init(disclosures: [String]) throws(SDJWTRejection) {
        var contents: [DisclosureContent] = []
        var places: [String: Int] = [:]
        for (index, encoded) in disclosures.enumerated() {
            contents.append(try DisclosureContent(encoded: encoded, index: index))
            guard places.updateValue(index, forKey: Disclosure.digest(of: encoded)) == nil else {
                throw .duplicateDisclosure(disclosure: index)
            }
        }
        self.contents = contents
        placeOfDigest = places
        isReferenced = Array(repeating: false, count: contents.count)
    }

    /// Processes a signed payload.
    ///
    /// - Parameter payload: as signed.
    /// - Returns: the payload with disclosed claims, without `_sd` and `_sd_alg`.
    /// - Throws: the first rule that was broken.
    mutating func process(payload: JSONObject) throws(SDJWTRejection) -> JSONObject {
        var clear = payload
        clear[ClaimName.digestAlgorithm] = nil
        let processed = try process(clear, depth: 0)
        if let index = isReferenced.firstIndex(of: false) { throw .unreferencedDisclosure(disclosure: index) }
        return processed
    }

    private mutating func process(_ value: JSONValue, depth: Int) throws(SDJWTRejection) -> JSONValue {
        guard depth <= BulletinLimits.disclosedDepth else { throw .tooDeep(limit: BulletinLimits.disclosedDepth) }
        switch value {
        case .object(let object): return .object(try process(object, depth: depth))
        case .array(let elements): return .array(try process(elements, depth: depth))
        case .null, .bool, .number, .string: return value
        }
    }

    private mutating func process(_ object: JSONObject, depth: Int) throws(SDJWTRejection) -> JSONObject {
        var result = JSONObject()
        for (name, value) in object.members where name != ClaimName.digests {
            guard name != ClaimName.placeholder, name != ClaimName.digestAlgorithm else {
                throw .reservedMemberInPayload
            }
            result.set(name, try process(value, depth: depth + 1))
        }
        guard let list = object[ClaimName.digests] else { return result }
        guard let digests = list.arrayValue else { throw .malformedDigestList }
        var places: [Int] = []
        for element in digests {
            guard let digest = element.stringValue else { throw .malformedDigestList }
            if let place = try note(digest, otherwise: .malformedDigestList) { places.append(place) }
        }
        for place in places.sorted() {
            let (name, value) = try member(at: place)
            guard result[name] == nil else { throw .claimExists(disclosure: place) }
            result.set(name, try process(value, depth: depth + 1))
            if depth == 0 { topLevelNames.append(name) }
        }
        return result
    }

    private mutating func process(_ elements: [JSONValue], depth: Int) throws(SDJWTRejection) -> [JSONValue] {
        var result: [JSONValue] = []
        for element in elements {
            guard let object = element.objectValue, let placeholder = object[ClaimName.placeholder] else {
                result.append(try process(element, depth: depth + 1))
                continue
            }
            guard object.count == 1, let digest = placeholder.stringValue else { throw .malformedPlaceholder }
            guard let place = try note(digest, otherwise: .malformedPlaceholder) else { continue }
            guard case .element(_, let value) = contents[place] else { throw .wrongArityInArray(disclosure: place) }
            result.append(try process(value, depth: depth + 1))
        }
        return result
    }

    private func member(at place: Int) throws(SDJWTRejection) -> (name: String, value: JSONValue) {
        guard case .member(_, let name, let value) = contents[place] else {
            throw .wrongArityInObject(disclosure: place)
        }
        let forbidden = [ClaimName.digests, ClaimName.placeholder, ClaimName.digestAlgorithm]
        guard !forbidden.contains(name) else { throw .reservedClaimName(disclosure: place) }
        return (name, value)
    }

    /// Counts a digest, refuses a second meeting, and finds its disclosure.
    ///
    /// Steps 3.c and 4.
    private mutating func note(
        _ digest: String,
        otherwise malformed: SDJWTRejection
    ) throws(SDJWTRejection) -> Int? {
        digestCount += 1
        guard digestCount <= BulletinLimits.digests else { throw .tooManyDigests(limit: BulletinLimits.digests) }
        let bytes: [UInt8]
        do { bytes = try Base64URL.decode(digest) } catch { throw malformed }
        guard bytes.count == 32 else { throw malformed }
        guard digestsSeen.insert(digest).inserted else { throw .digestTwice }
        guard let place = placeOfDigest[digest] else { return nil }
        isReferenced[place] = true
        return place
    }
}
