// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import BulletinFormat
import Cryptography
import DemoFederation
import Foundation
import Keyring
import NodeRuntime
import StrictJSON
import Testing

/// A bulletin as two desks export it, opened outside of them with the keys that they hold.
@Suite("exported packages", .serialized) struct ExportedPackageTests {
    @Test("what a desk exports as it travels opens with a reader's keys to what the desk shows")
    func exportAndOpen() async throws {
        let test = try await TestFederation.start()
        let customs = test.member("customs-au")
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await test.release("en-01", at: customs, author, second)
        try await test.departAll(at: customs)
        var seen: [(member: Federation.Member, package: JSONValue, bulletin: JSONObject)] = []
        for member in [test.member("hub-ap"), test.member("carrier-y")] {
            let first = try #require(try await test.awaitBulletins(1, at: member).first)
            let id = try #require(first["id"]?.stringValue)
            let bulletin = try #require(try await member.client.get("/bulletins/\(id)").objectValue)
            seen.append((member, try await member.client.get("/bulletins/\(id)/package"), bulletin))
        }
        #expect(seen[0].package == seen[1].package, "everybody holds the same bytes")
        await test.processes.stopAll()
        var cases: [JSONValue] = []
        for (member, package, bulletin) in seen {
            let keyring = try Keyring.open(
                at: member.home.keyring.path,
                passphrase: try test.federation.passphrase(of: member)
            )
            let keys = try keyring.audienceKeys().map(\.key)
            let file = try BulletinPackageFile(json: JSONWriter.write(package))
            let opened = try file.open(key: file.issuerKey, openingKeys: keys)
            #expect(.object(opened.claims) == bulletin["claims"])
            #expect(opened.tiersOpened.max()?.audience == bulletin["level"]?.stringValue)
            cases.append(
                .object([
                    "reader": .string(member.name), "package": package, "claims": bulletin["claims"] ?? .null,
                    "keys": .array(keys.map { .string(Base64URL.encode($0.privateKeyBytes.copiedBytes())) }),
                ])
            )
        }
        if let path = ProcessInfo.processInfo.environment["BULLETIN_CASES"] {
            try Data(JSONWriter.write(.object(["cases": .array(cases)]))).write(to: URL(filePath: path))
        }
        try await test.end()
    }
}
