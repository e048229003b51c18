// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Foundation
import Policy
import StrictJSON
import Testing

/// Writes SD-JWTs of this issuer for an independent verifier; `Tests/Interop/sd_jwt_judge.py` reads them.
@Suite("Cases for other implementations")
struct InteropCasesTests {
    @Test("cases are written where SD_JWT_CASES names a file, and our own verifier accepts them")
    func writeCases() throws {
        var cases: [JSONValue] = []
        for type in [
            BulletinDraft(type: .analysis, claims: [], tiers: [.everyone]), Fixture.draft(),
            Fixture.draft(type: .modusOperandiBulletin),
        ] {
            let sealed = try BulletinSealer.seal(
                try Fixture.bulletin(type),
                month: Fixture.month,
                recipients: Fixture.recipients,
                key: Fixture.issuerKey
            )
            for keys in [[], [Fixture.partnersKey], [Fixture.partnersKey, Fixture.customsKey]] {
                let opened = try BulletinReader.open(
                    core: sealed.package.core,
                    parts: sealed.package.parts.map(\.bytes),
                    issuerKey: Fixture.issuerKey.publicKey,
                    openingKeys: keys
                )
                let compact = SDJWTIssuer.compact(core: sealed.package.core, disclosures: opened.disclosures)
                let verified = try SDJWTVerifier.verify(compact: compact, key: Fixture.issuerKey.publicKey)
                for (name, value) in opened.claims { #expect(verified.payload[name] == value) }
                cases.append(
                    .object([
                        "sd_jwt": .string(String(decoding: compact, as: UTF8.self)),
                        "payload": .object(verified.payload),
                        "disclosed": .strings(verified.disclosed),
                    ])
                )
            }
        }
        #expect(cases.count == 9)
        guard let path = ProcessInfo.processInfo.environment["SD_JWT_CASES"] else { return }
        let file: JSONValue = .object([
            "key": .object([
                "kty": "OKP", "crv": "Ed25519", "x": .string(Base64URL.encode(Fixture.issuerKey.publicKey.bytes)),
            ]),
            "cases": .array(cases),
        ])
        try Data(JSONWriter.write(file, pretty: true)).write(to: URL(filePath: path))
    }
}
