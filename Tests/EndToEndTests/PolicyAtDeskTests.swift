// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import DemoFederation
import Foundation
import NodeRuntime
import StrictJSON
import Testing

/// Explanations and populations at a real desk.
@Suite("policy at a real desk", .serialized) struct PolicyAtDeskTests {
    @Test("a draft is explained at its desk, and a new table of populations counts for it at once")
    func explainAndImport() async throws {
        let test = try await TestFederation.start()
        let customs = test.member("customs-au")
        let first = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        let id = try await test.release("en-01", at: customs, first, second)

        let policy = try await customs.client.get("/policy").objectValue
        #expect(policy?["policy"] == "fairlead-demo" && policy?["refused"]?.isNull == true)

        let before = try await customs.client.get("/analyses/\(id)/explanation").objectValue
        #expect(before?["released"]?.boolValue == true)
        #expect(before?["summary"]?.objectValue?["customs"]?.objectValue?["place"] == "exact")

        // A file with a fault changes nothing.
        await FederationTests.expect(.badData) {
            let bytes = Array("place,month,referrers,incidents,source_kinds\nXXXXX,*,1,1,1\n".utf8)
            _ = try await customs.client.send(.post, "/populations", body: bytes)
        }
        #expect(try await customs.client.get("/analyses/\(id)/explanation").objectValue == before)

        let table = Array("place,month,referrers,incidents,source_kinds\nap,*,3,1,1\n".utf8)
        let answer = try await customs.client.send(.post, "/populations", body: table)
        #expect(answer.objectValue?["places"]?.integerValue == 1)
        let after = try await customs.client.get("/analyses/\(id)/explanation").objectValue
        #expect(after?["released"]?.boolValue == false && after?["held_at"] == "public")
        let file = customs.home.policyOverrides.appending(path: "populations.csv")
        #expect(Array(try Data(contentsOf: file)) == table)
        let audit = JSONWriter.text(try await customs.client.get("/audit"))
        let digest = try TestFederation.text(answer, "digest")
        #expect(audit.contains("populations") && audit.contains(digest))
        try await test.end()
    }
}
