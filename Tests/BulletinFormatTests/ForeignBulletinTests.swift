// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Foundation
import StrictJSON
import Testing

/// Bulletins made by the Python judge from the description of the format alone.
@Suite("Bulletins of another implementation")
struct ForeignBulletinTests {
    /// The kept one, and a fresh one where BULLETIN_MADE names a file.
    private static func files() throws -> [JSONObject] {
        var files = [try Fixture.json("Tests/Vectors/bulletin/python.json")]
        if let path = ProcessInfo.processInfo.environment["BULLETIN_MADE"] {
            files.append(try JSONParser.parse([UInt8](try Data(contentsOf: URL(filePath: path)))))
        }
        return files.compactMap(\.objectValue)
    }

    @Test("its tiers open with its keys, each to its claims, and without keys to the public ones")
    func opens() throws {
        for made in try Self.files() {
            let package = try BulletinPackageFile(json: JSONWriter.write(try #require(made["package"])))
            let claims = try #require(made["claims"]?.objectValue)
            let keys = try #require(made["keys"]?.arrayValue).map { key in
                try AgreementKey(privateKey: SecretBytes(copying: try Base64URL.decode(key.stringValue ?? "")))
            }
            try #require(keys.count == 2)
            let all = try package.open(key: package.issuerKey, openingKeys: keys)
            #expect(all.tiersOpened == Tier.allCases)
            #expect(all.claims == claims)
            let partners = try package.open(key: package.issuerKey, openingKeys: [keys[0]])
            #expect(partners.tiersSealed == [.customs])
            let everyone = try package.open(key: package.issuerKey)
            #expect(everyone.tiersSealed == [.partners, .customs] && !everyone.claims.names.isEmpty)
            #expect(everyone.claims.count < partners.claims.count && partners.claims.count < claims.count)
        }
    }

    @Test("the same bytes under another key, with a part of another tier, or one byte changed, are refused")
    func refused() throws {
        for made in try Self.files() {
            let package = try BulletinPackageFile(json: JSONWriter.write(try #require(made["package"])))
            #expect(throws: BulletinRejection.self) { try package.open(key: SigningKey().publicKey) }
            let swapped = [
                package.parts[0], (Tier.partners, package.parts[2].bytes), (.customs, package.parts[1].bytes),
            ]
            #expect(throws: BulletinRejection.partHashMismatch(.partners)) {
                try BulletinPackageFile(issuerKey: package.issuerKey, core: package.core, parts: swapped)
                    .open(key: package.issuerKey)
            }
            var core = package.core
            core[core.count / 2] ^= 1
            #expect(throws: BulletinRejection.self) {
                try BulletinPackageFile(issuerKey: package.issuerKey, core: core, parts: package.parts)
                    .open(key: package.issuerKey)
            }
        }
    }

    @Test("files that are no package are refused", arguments: ["", "[]", "{}", #"{"format":"fairlead-bulletin/2"}"#])
    func noPackages(_ text: String) {
        #expect(throws: BulletinPackageFile.Refusal.self) { try BulletinPackageFile(json: Array(text.utf8)) }
    }
}
