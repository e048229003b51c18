// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import StrictJSON
import Testing

@Suite("Rules of the verifier that the published cases leave out")
struct VerifierRuleTests {
    private static let key = Fixture.issuerKey

    /// Signs any header and payload text, as a hostile issuer would.
    private static func compact(
        header: String = #"{"alg":"Ed25519","typ":"pia+sd-jwt"}"#,
        payload: String,
        disclosures: [String] = [],
        tail: String = ""
    ) -> [UInt8] {
        let signed = [header, payload].map { Base64URL.encode(Array($0.utf8)) }.joined(separator: ".")
        let jws = signed + "." + Base64URL.encode(key.sign(Array(signed.utf8)))
        return Array((([jws] + disclosures).joined(separator: "~") + "~" + tail).utf8)
    }

    private static func verify(_ compact: [UInt8]) throws(SDJWTRejection) -> VerifiedSDJWT {
        try SDJWTVerifier.verify(compact: compact, key: key.publicKey)
    }

    private static func encoded(_ json: String) -> String { Base64URL.encode(Array(json.utf8)) }

    private static func digest(_ disclosure: String) -> String { Disclosure.digest(of: disclosure) }

    @Test(
        "headers that are not exactly ours are refused",
        arguments: [
            (#"{"typ":"pia+sd-jwt"}"#, SDJWTRejection.algorithmMissing),
            (#"{"alg":1,"typ":"pia+sd-jwt"}"#, .algorithmMissing),
            (#"{"alg":"NONE","typ":"pia+sd-jwt"}"#, .algorithmNotAllowed),
            (#"{"alg":"HS256","typ":"pia+sd-jwt"}"#, .algorithmNotAllowed),
            (#"{"alg":"none","alg":"Ed25519","typ":"pia+sd-jwt"}"#, .malformedHeader),
            (#"{"alg":"Ed25519"}"#, .typeMissing),
            (#"{"alg":"Ed25519","typ":"application/pia+sd-jwt"}"#, .typeNotAllowed),
            (#"{"alg":"Ed25519","typ":"PIA+SD-JWT"}"#, .typeNotAllowed),
            (#"{"alg":"Ed25519","typ":"pia+sd-jwt","crit":["exp"]}"#, .criticalExtension),
            (#"["alg"]"#, .malformedHeader),
        ]
    )
    func headers(_ header: String, _ expected: SDJWTRejection) {
        #expect(throws: expected) { try Self.verify(Self.compact(header: header, payload: "{}")) }
    }

    @Test("key binding, a missing tilde, an empty disclosure and other characters are refused")
    func compactForm() {
        let plain = Self.compact(payload: "{}")
        #expect(throws: SDJWTRejection.keyBindingPresent) {
            try Self.verify(Self.compact(payload: "{}", tail: "a.b.c"))
        }
        #expect(throws: SDJWTRejection.malformedCompactForm) {
            try Self.verify(Self.compact(payload: "{}", tail: "abc"))
        }
        #expect(throws: SDJWTRejection.malformedCompactForm) { try Self.verify(Array(plain.dropLast())) }
        #expect(throws: SDJWTRejection.emptyDisclosure(disclosure: 0)) { try Self.verify(plain + [UInt8(ascii: "~")]) }
        #expect(throws: SDJWTRejection.notASCII(offset: plain.count)) { try Self.verify(plain + [10]) }
        #expect(throws: SDJWTRejection.tooLong(byteCount: 65_537, limit: 65_536)) {
            try Self.verify([UInt8](repeating: 97, count: 65_537))
        }
        #expect(throws: SDJWTRejection.self) { try Self.verify([]) }
    }

    @Test("nested disclosures and array elements are put in place, absent ones left out")
    func nested() throws {
        let inner = Self.encoded(#"["s1","inner",1]"#)
        let outer = Self.encoded(#"["s2","outer",{"_sd":["\#(Self.digest(inner))"],"open":true}]"#)
        let element = Self.encoded(#"["s3","second"]"#)
        let hidden = Self.digest("absent")
        let payload = """
            {"_sd":["\(Self.digest(outer))"],"list":["first",{"...":"\(Self.digest(element))"},{"...":"\(hidden)"}]}
            """
        let verified = try Self.verify(Self.compact(payload: payload, disclosures: [inner, outer, element]))
        #expect(
            verified.payload == [
                "list": ["first", "second"], "outer": .object(["inner": 1, "open": true]),
            ]
        )
        #expect(verified.digestCount == 4)
        #expect(verified.disclosed == ["outer"])
        // Without the outer one, nothing refers to the inner one.
        #expect(throws: SDJWTRejection.unreferencedDisclosure(disclosure: 0)) {
            try Self.verify(Self.compact(payload: payload, disclosures: [inner, element]))
        }
    }

    @Test("a digest inside a disclosure that stands elsewhere too is refused")
    func digestTwiceRecursively() {
        let inner = Self.encoded(#"["s1","inner",1]"#)
        let outer = Self.encoded(#"["s2","outer",{"_sd":["\#(Self.digest(inner))"]}]"#)
        let payload = #"{"_sd":["\#(Self.digest(outer))"],"other":{"_sd":["\#(Self.digest(inner))"]}}"#
        #expect(throws: SDJWTRejection.digestTwice) {
            try Self.verify(Self.compact(payload: payload, disclosures: [inner, outer]))
        }
    }

    @Test("two disclosures of one name at one level are refused")
    func collision() {
        let pair = [#"["s1","mo",1]"#, #"["s2","mo",2]"#].map(Self.encoded)
        let payload = #"{"_sd":["\#(Self.digest(pair[0]))","\#(Self.digest(pair[1]))"]}"#
        #expect(throws: SDJWTRejection.claimExists(disclosure: 1)) {
            try Self.verify(Self.compact(payload: payload, disclosures: pair))
        }
    }

    @Test(
        "payloads whose digests are malformed are refused",
        arguments: [
            (#"{"_sd":"x"}"#, SDJWTRejection.malformedDigestList), (#"{"_sd":[1]}"#, .malformedDigestList),
            (#"{"_sd":["short"]}"#, .malformedDigestList), (#"{"a":[{"...":1}]}"#, .malformedPlaceholder),
            (#"{"a":{"...":"x"}}"#, .reservedMemberInPayload),
            (#"{"a":{"_sd_alg":"sha-256"}}"#, .reservedMemberInPayload),
            (#"{"_sd_alg":null}"#, .digestAlgorithmUnknown), (#"[]"#, .malformedPayload), ("{", .malformedPayload),
            (#"{"exp":"soon"}"#, .malformedValidity),
        ]
    )
    func payloads(_ payload: String, _ expected: SDJWTRejection) {
        #expect(throws: expected) { try Self.verify(Self.compact(payload: payload)) }
    }

    @Test(
        "disclosures that say something else than a claim are refused",
        arguments: [
            (#"{"a":1}"#, SDJWTRejection.malformedDisclosure(disclosure: 0)),
            (#"[1,"a",1]"#, .malformedDisclosure(disclosure: 0)), (#"["s",1,1]"#, .malformedDisclosure(disclosure: 0)),
            (#"["s","a",1,2]"#, .wrongArityInObject(disclosure: 0)), (#"["s"]"#, .wrongArityInObject(disclosure: 0)),
            (#"["s","_sd_alg","md5"]"#, .reservedClaimName(disclosure: 0)),
            (#"["s","a",{"x":1,"x":2}]"#, .duplicateMember(inDisclosure: 0)),
        ]
    )
    func disclosures(_ json: String, _ expected: SDJWTRejection) {
        let disclosure = Self.encoded(json)
        let payload = #"{"_sd":["\#(Self.digest(disclosure))"]}"#
        #expect(throws: expected) { try Self.verify(Self.compact(payload: payload, disclosures: [disclosure])) }
    }

    @Test("more than 256 digests or disclosures are refused, 256 are not")
    func caps() throws {
        let digests = (0...256).map { Self.digest(String($0)) }
        func payload(_ count: Int) -> String {
            "{\"_sd\":[\"" + digests.prefix(count).joined(separator: "\",\"") + "\"]}"
        }
        #expect(try Self.verify(Self.compact(payload: payload(256))).digestCount == 256)
        #expect(throws: SDJWTRejection.tooManyDigests(limit: 256)) {
            try Self.verify(Self.compact(payload: payload(257)))
        }
        #expect(throws: SDJWTRejection.tooManyDisclosures(count: 257, limit: 256)) {
            try Self.verify(Self.compact(payload: "{}", disclosures: digests))
        }
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(throws: SDJWTRejection.malformedPayload) { try Self.verify(Self.compact(payload: #"{"a":\#(deep)}"#)) }
    }

    @Test("times are compared with the clock when there is one")
    func validity() throws {
        let compact = Self.compact(payload: #"{"nbf":100,"exp":200}"#)
        func verify(at seconds: Int) throws(SDJWTRejection) {
            _ = try SDJWTVerifier.verify(
                compact: compact,
                key: Self.key.publicKey,
                expectations: .init(nowSeconds: seconds)
            )
        }
        _ = try Self.verify(compact)
        try verify(at: 100)
        #expect(throws: SDJWTRejection.notYetValid) { try verify(at: 99) }
        #expect(throws: SDJWTRejection.expired) { try verify(at: 200) }
    }
}
