// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import StrictJSON
import Testing

@Suite("Published SD-JWTs of the profile")
struct ProfileVectorTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let compact: [UInt8]
        let rule: String
        /// Nil when the case must be refused.
        let payload: JSONObject?

        var testDescription: String { name }
    }

    static let vectors: (key: SigningPublicKey, cases: [Case]) = {
        do {
            let file = try Fixture.json("Tests/Vectors/sd-jwt/profile.json").objectValue ?? [:]
            let key = try SigningPublicKey(
                bytes: Base64URL.decode(file["key"]?.objectValue?["x"]?.stringValue ?? "")
            )
            let cases = (file["cases"]?.arrayValue ?? []).compactMap(\.objectValue).map { object in
                Case(
                    name: object["name"]?.stringValue ?? "?",
                    compact: Array((object["sd_jwt"]?.stringValue ?? "").utf8),
                    rule: object["rule"]?.stringValue ?? "?",
                    payload: object["expect"]?.stringValue == "accept" ? object["payload"]?.objectValue ?? [:] : nil
                )
            }
            return (key, cases)
        } catch {
            preconditionFailure("profile.json: \(error)")
        }
    }()

    @Test("the file has 37 cases to accept and 17 to refuse")
    func counts() {
        #expect(Self.vectors.cases.count == 54)
        #expect(Self.vectors.cases.filter { $0.payload != nil }.count == 37)
    }

    @Test("accepted cases give exactly the published payload", arguments: vectors.cases.filter { $0.payload != nil })
    func accepted(_ vector: Case) throws {
        let verified = try SDJWTVerifier.verify(compact: vector.compact, key: Self.vectors.key)
        #expect(verified.payload == vector.payload)
        #expect(verified.disclosed.count == verified.disclosureCount)
    }

    @Test("refused cases name the rule that they break", arguments: vectors.cases.filter { $0.payload == nil })
    func refused(_ vector: Case) {
        do {
            _ = try SDJWTVerifier.verify(compact: vector.compact, key: Self.vectors.key)
            Issue.record("accepted")
        } catch {
            #expect(error.rule.contains(vector.rule), "\(error) names \(error.rule)")
        }
    }

    @Test("every accepted case is refused when any byte changes", arguments: [0, 13, 36])
    func mutated(_ index: Int) throws {
        let vector = try #require(Self.vectors.cases.filter { $0.payload != nil }.dropFirst(index).first)
        for position in vector.compact.indices {
            var bytes = vector.compact
            bytes[position] ^= 1
            #expect(throws: SDJWTRejection.self, "byte \(position)") {
                try SDJWTVerifier.verify(compact: bytes, key: Self.vectors.key)
            }
        }
    }

    @Test("every truncation of an accepted case is refused, unless it ends after a whole disclosure")
    func truncated() throws {
        let vector = try #require(Self.vectors.cases.first { $0.name == "en-02-reefer-rip-off-5" })
        for count in vector.compact.indices {
            let bytes = Array(vector.compact.prefix(count))
            if bytes.last == UInt8(ascii: "~") {
                let verified = try SDJWTVerifier.verify(compact: bytes, key: Self.vectors.key)
                #expect(verified.disclosed.count < 5)
            } else {
                #expect(throws: SDJWTRejection.self) {
                    try SDJWTVerifier.verify(compact: bytes, key: Self.vectors.key)
                }
            }
        }
    }

    @Test("another key's signature is refused")
    func otherKey() throws {
        let vector = try #require(Self.vectors.cases.first)
        #expect(throws: SDJWTRejection.signatureInvalid) {
            try SDJWTVerifier.verify(compact: vector.compact, key: Fixture.issuerKey.publicKey)
        }
    }

    @Test("issuer and document type are compared when expected")
    func expectations() throws {
        let vector = try #require(Self.vectors.cases.first)
        let key = Self.vectors.key
        let fitting = SDJWTExpectations(issuer: "urn:node:customs-aa", documentTypes: ["pia/1"], nowSeconds: 0)
        _ = try SDJWTVerifier.verify(compact: vector.compact, key: key, expectations: fitting)
        #expect(throws: SDJWTRejection.issuerUnexpected) {
            try SDJWTVerifier.verify(compact: vector.compact, key: key, expectations: .init(issuer: "urn:node:b"))
        }
        #expect(throws: SDJWTRejection.documentTypeUnexpected) {
            try SDJWTVerifier.verify(
                compact: vector.compact,
                key: key,
                expectations: .init(documentTypes: ["mo-bulletin/1"])
            )
        }
    }
}
