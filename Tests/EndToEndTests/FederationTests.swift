// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Archive
import Cryptography
import DemoFederation
import Foundation
import Ledger
import NodeRuntime
import Release
import StrictJSON
import Testing

/// The main job with real processes, TLS and files.
@Suite("federation of real processes", .serialized) struct FederationTests {
    @Test("a release is read by every member at its level, and a desk that was down catches up")
    func publishAndCatchUp() async throws {
        let test = try await TestFederation.start()
        let (customs, hub, carrier) = (test.member("customs-au"), test.member("hub-ap"), test.member("carrier-y"))
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        let id = try await test.release("en-01", at: customs, author, second)
        try await test.departAll(at: customs)
        let atHub = try #require(try await test.awaitBulletins(1, at: hub).first)
        #expect(atHub["level"]?.stringValue == "customs")
        let atCarrier = try #require(try await test.awaitBulletins(1, at: carrier).first)
        #expect(atCarrier["level"]?.stringValue == "partners")
        let claims = try await carrier.client.get("/bulletins/\(try #require(atCarrier["id"]?.stringValue))")
            .objectValue?["claims"]?.objectValue
        #expect(claims?["mo"]?.arrayValue?.contains("abandoned-shipment") == true)
        #expect(claims?["port"] == nil, "the port is for customs alone")

        // The carrier's desk goes down, a second release leaves, and it catches up when it is back.
        let desk = try #require(test.processes.process("desk of carrier-y"))
        await test.processes.stop(desk)
        _ = try await test.release("en-07", at: customs, author, second)
        try await test.departAll(at: customs)
        try test.processes.startDesk(carrier)
        try await test.processes.awaitDesk(carrier)
        #expect(try await test.awaitBulletins(2, at: carrier).count == 2)

        // Withdrawn everywhere, acknowledged by both others.
        let own = try await customs.client.get("/releases/\(id)").objectValue?["bulletin"]?.stringValue
        let bulletin = try #require(own)
        let digest = try TestFederation.text(try await customs.client.get("/bulletins/\(bulletin)"), "digest")
        let withdrawal = try TestFederation.decision(.withdraw, digest, by: author, reason: "error")
        _ = try await customs.client.post("/bulletins/\(bulletin)/withdrawal", withdrawal)
        var acknowledged: [JSONValue] = []
        for _ in 0..<600 where acknowledged.count < 2 {
            let reach = try await customs.client.get("/bulletins/\(bulletin)/reach").objectValue
            acknowledged = reach?["acknowledged"]?.arrayValue ?? []
            try await ContinuousClock().sleep(for: .milliseconds(50))
        }
        #expect(acknowledged.count == 2)
        try await test.end()
    }

    @Test("one officer alone releases nothing, and a stale or foreign signature counts for nothing")
    func twoPeople() async throws {
        let test = try await TestFederation.start()
        let customs = test.member("customs-au")
        let author = try await test.officer("first", at: customs)
        let bytes = try #require(DemoFiles.dossiers().first).bytes
        let referral = try TestFederation.text(try await customs.client.send(.post, "/referrals", body: bytes), "id")
        let draft = try await customs.client.post(
            "/analyses",
            .object(["referral": .string(referral), "type": "pia", "author": "first"])
        )
        let id = try TestFederation.text(draft, "id")
        let digest = try TestFederation.text(try await customs.client.post("/analyses/\(id)/candidate"), "digest")
        let approval = try TestFederation.decision(.approve, digest, by: author)
        _ = try await customs.client.post("/analyses/\(id)/submission", approval)
        await Self.expect(.secondPersonNeeded) {
            _ = try await customs.client.post("/releases/\(id)/decisions", approval)
        }
        let stranger = try TestFederation.decision(.approve, digest, by: SigningKey())
        await Self.expect(.notAllowed) { _ = try await customs.client.post("/releases/\(id)/decisions", stranger) }
        let second = try await test.officer("second", at: customs)
        let other = Hex.encode([UInt8](repeating: 7, count: 32))
        let stale = try TestFederation.decision(.approve, other, by: second)
        await Self.expect(.staleDigest) { _ = try await customs.client.post("/releases/\(id)/decisions", stale) }
        await Self.expect(.duplicate) { _ = try await customs.client.send(.post, "/referrals", body: bytes) }
        await Self.expect(.badData) { _ = try await customs.client.send(.post, "/referrals", body: [0xFF, 0xFE]) }
        try await test.end()
    }

    @Test("an altered archive is found by log verify")
    func alteredDatabase() async throws {
        let test = try await TestFederation.start()
        let hub = test.member("hub-ap")
        for _ in 0..<200 {
            let entries = try await hub.client.get("/node/status").objectValue?["entries"]?.integerValue ?? 0
            if entries >= 3 { break }
            try await ContinuousClock().sleep(for: .milliseconds(50))
        }
        let before = try await hub.client.get("/log/verification").objectValue
        #expect(before?["intact"]?.boolValue == true)
        await test.processes.stop(try #require(test.processes.process("desk of hub-ap")))
        try Self.flipByteOfAStoredCore(in: hub.home)
        try test.processes.startDesk(hub)
        try await test.processes.awaitDesk(hub)
        let after = try await hub.client.get("/log/verification").objectValue
        #expect(after?["intact"]?.boolValue == false)
        #expect(after?["findings"]?.arrayValue?.isEmpty == false)
        try await test.end()
    }

    /// Finds the core of an entry in the file and flips one bit of it.
    private static func flipByteOfAStoredCore(in home: DeskHome) throws {
        let archive = try Archive(path: home.archive.path)
        let entry = try #require(
            try archive.readBlocking { try $0.entries(afterCounter: 0, limit: 1) }.first
        )
        let core = try #require(entry.content.body?.core)
        try TestFederation.flip(core, at: core.count / 2, in: home.archive)
    }

    static func expect(_ kind: ProblemKind, _ work: () async throws -> Void) async {
        await #expect {
            try await work()
        } throws: { error in
            (error as? Problem)?.kind == kind
        }
    }
}
