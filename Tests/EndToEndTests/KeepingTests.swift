// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Casework
import Cryptography
import DemoFederation
import Foundation
import NodeRuntime
import StrictJSON
import Testing

/// Who may look at who reported, what the referrer asked for, and the end of it, between real processes.
@Suite("keeping and destroying", .serialized) struct KeepingTests {
    struct Signed {
        let client: DeskClient

        /// A request as the command makes it: a fresh challenge, signed with act, case and terms.
        func body(
            _ act: OfficerStatement.Act,
            _ subject: String,
            _ terms: [String],
            by key: SigningKey,
            _ more: JSONObject = [:]
        ) async throws -> JSONValue {
            let challenge = try TestFederation.text(try await self.client.post("/challenges"), "challenge")
            let statement = OfficerStatement(
                act,
                on: subject,
                terms: terms,
                challenge: try Hex.decode(challenge),
                by: key
            )
            var object = more
            object.set("challenge", .string(challenge))
            object.set("officer_key", .string(Base64URL.encode(key.publicKey.bytes)))
            object.set("signature", .string(Base64URL.encode(statement.signature)))
            return .object(object)
        }
    }

    static func problem(_ work: () async throws -> JSONValue) async -> ProblemKind? {
        do {
            _ = try await work()
            return nil
        } catch {
            return (error as? Problem)?.kind
        }
    }

    static func fields(_ answer: JSONValue) -> [String: String] {
        var fields: [String: String] = [:]
        for row in answer.objectValue?["fields"]?.arrayValue ?? [] {
            guard let name = row.objectValue?["field"]?.stringValue else { continue }
            fields[name] = row.objectValue?["value"]?.stringValue
        }
        return fields
    }

    static func importCase(_ name: String, at client: DeskClient, wishes: String? = nil) async throws -> (
        id: String, receipt: String
    ) {
        let bytes = try #require(DemoFiles.dossiers().first { $0.name.hasPrefix(name) }).bytes
        let answer = try await client.send(
            .post,
            "/referrals",
            query: wishes.map { [("wishes", $0)] } ?? [],
            body: bytes
        )
        return (try TestFederation.text(answer, "id"), try TestFederation.text(answer, "receipt_code"))
    }

    @Test(
        "a look at who reported needs a fresh signature and a reason, and is in the audit before; destruction needs two"
    )
    func lookAndDestroy() async throws {
        let test = try await TestFederation.start()
        let member = test.member("customs-au")
        let client = member.client
        let signed = Signed(client: client)
        let first = try await test.officer("first", at: member)
        let second = try await test.officer("second", at: member)
        let (id, receipt) = try await Self.importCase("en-01", at: client)
        let words = Hex.encode(Hashing.sha256([]))

        // A look: signed for this reason, once.
        let path = "/referrals/\(id)/identity"
        let look = try await signed.body(.openIdentity, id, ["feedback", words], by: first, ["reason": "feedback"])
        let fields = Self.fields(try await client.post(path, look))
        #expect(fields["name"]?.isEmpty == false)
        #expect(await Self.problem { try await client.post(path, look) } == .staleDigest, "a challenge is good once")
        let other = try await signed.body(.openIdentity, id, ["feedback", words], by: first, ["reason": "protection"])
        #expect(await Self.problem { try await client.post(path, other) } == .badSignature)
        let stranger = try await signed.body(
            .openIdentity,
            id,
            ["feedback", words],
            by: SigningKey(),
            ["reason": "feedback"]
        )
        #expect(await Self.problem { try await client.post(path, stranger) } == .notAllowed)
        let analysis = try await signed.body(.openIdentity, id, ["analysis", words], by: first, ["reason": "analysis"])
        #expect(await Self.problem { try await client.post(path, analysis) } == .badData)
        let report = try await client.get("/audit/report")
        #expect(report.objectValue?["identity_views"]?.integerValue == 1)
        let head = try TestFederation.text(report, "head")
        let verified = try await client.get("/audit/verification", query: [("head", head)])
        #expect(verified.objectValue?["intact"]?.boolValue == true)
        let kinds = try await client.get("/audit", query: [("limit", "1000")]).objectValue?["entries"]?.arrayValue?
            .compactMap { $0.objectValue?["kind"]?.stringValue }
        #expect(kinds?.contains("identity-opened") == true)

        // Destruction before its day: the second officer's word does it.
        let destruction = "/referrals/\(id)/retention/destruction"
        func destroy(by key: SigningKey) async throws -> JSONValue {
            try await client.post(
                destruction,
                try await signed.body(.destroy, id, ["referrer-asked"], by: key, ["reason": "referrer-asked"])
            )
        }
        let statement: JSONValue = .object(["receipt_code": .string(receipt)])
        #expect(await Self.problem { try await client.post("/tombstones", statement) } == .wrongState)
        #expect(await Self.problem { try await destroy(by: first) } == .secondPersonNeeded)
        #expect(await Self.problem { try await destroy(by: first) } == .secondPersonNeeded, "twice the same person")
        _ = try await destroy(by: second)
        #expect(await Self.problem { try await destroy(by: second) } == .wrongState)
        let again = try await signed.body(.openIdentity, id, ["feedback", words], by: first, ["reason": "feedback"])
        #expect(await Self.problem { try await client.post(path, again) } == .wrongState)
        let referrals = try await client.get("/referrals").objectValue?["referrals"]?.arrayValue
        #expect(referrals?.count == 1, "the coded case stays; canaries are in no list")

        // The statement, checked with the node key of the roster.
        let tombstone = try #require(Tombstone(json: try await client.post("/tombstones", statement)))
        let own = try await client.get("/peers").objectValue?["members"]?.arrayValue?.first {
            $0.objectValue?["name"]?.stringValue == "customs-au"
        }
        let nodeKey = try SigningPublicKey(
            bytes: try Base64URL.decode(try #require(own?.objectValue?["node_key"]?.stringValue))
        )
        #expect(tombstone.isGenuine(receipt: try ReceiptCode(parsing: receipt), nodeKey: nodeKey))
        #expect(tombstone.reason == "referrer-asked")

        // Destruction in time, for the case that nobody holds.
        let due = try await Self.importCase("en-07", at: client).id
        let held = try await Self.importCase("en-03", at: client).id
        for referral in [due, held] {
            _ = try await client.post(
                "/referrals/\(referral)/feedback",
                .object(["officer": "first", "state": "given", "usefulness": "useful"])
            )
        }
        let until = "2999-12-31"
        _ = try await client.post(
            "/referrals/\(held)/retention/hold",
            try await signed.body(
                .hold,
                held,
                ["court-order", until],
                by: first,
                ["reason": "court-order", "until": .string(until)]
            )
        )
        func states() async throws -> [String: String] {
            var states: [String: String] = [:]
            for row in try await client.get("/retention").objectValue?["retention"]?.arrayValue ?? [] {
                guard let id = row.objectValue?["referral"]?.stringValue else { continue }
                states[id] = row.objectValue?["state"]?.stringValue
            }
            return states
        }
        #expect(try await states() == [id: "destroyed", due: "kept", held: "held"])
        try test.federation.clock.advance(days: 91)
        for _ in 0..<50 where try await states()[due] != "destroyed" { _ = try await client.post("/departures/run") }
        #expect(try await states() == [id: "destroyed", due: "destroyed", held: "held"])

        // The next epoch, on demand; the months before began some too.
        let keys = try await client.post("/keys/epoch", try await signed.body(.changeEpoch, "", [], by: first))
        let number = keys.objectValue?["keys"]?.arrayValue?.first?.objectValue?["number"]?.integerValue
        let status = try await client.get("/node/status").objectValue
        #expect(try #require(status?["key_epoch"]?.integerValue) >= 3)
        #expect(status?["key_epoch"]?.integerValue == number)
        #expect(status?["canaries_planted"]?.integerValue == 3)
        #expect(status?["canaries_seen"]?.integerValue == 0)
        #expect(status?["dumps_forbidden"]?.boolValue == true)
        #expect(status?["memory_locked"]?.boolValue != nil)
        try await test.end()
    }

    @Test("what the referrer asked for is obeyed in the draft, before the signatures and at departure")
    func wishes() async throws {
        let test = try await TestFederation.start()
        let member = test.member("customs-au")
        let client = member.client
        let signed = Signed(client: client)
        let first = try await test.officer("first", at: member)
        let second = try await test.officer("second", at: member)

        // In the draft.
        let plain = try await Self.importCase("en-07", at: client).id
        let wished = try await Self.importCase("en-03", at: client, wishes: "no-industry,no-port").id
        let shown = try await client.get("/referrals/\(wished)").objectValue?["wishes"]?.arrayValue
        #expect(shown == ["no-port", "no-industry"])
        func claims(_ referral: String, _ level: String) async throws -> [String] {
            let draft = try await client.post(
                "/analyses",
                .object(["referral": .string(referral), "type": "pia", "author": "first"])
            )
            let id = try TestFederation.text(draft, "id")
            let answer = try await client.get("/analyses/\(id)/preview", query: [("as", level)])
            return answer.objectValue?["claims"]?.objectValue?.names.sorted() ?? []
        }
        func set(_ wishes: [String], of referral: String) async throws -> JSONValue {
            try await client.post(
                "/referrals/\(referral)/wishes",
                try await signed.body(
                    .setWishes,
                    referral,
                    wishes,
                    by: first,
                    ["wishes": .array(wishes.map { .string($0) })]
                )
            )
        }
        let control = try await claims(plain, "customs")
        #expect(control.contains("port"))
        #expect(try await claims(plain, "partners").count > 3)
        _ = try await set(["no-port", "no-industry"], of: plain)
        #expect(try await claims(plain, "partners") == ["redaction_report"])
        let customs = try await claims(plain, "customs")
        #expect(customs.count > 3)
        #expect(!customs.contains("port"))
        #expect(
            await Self.problem { try await client.send(.post, "/referrals", query: [("wishes", "no-such")], body: []) }
                == .badData
        )

        // Before the signatures.
        _ = try await set(["hub-issue-only"], of: plain)
        let draft = try await client.post(
            "/analyses",
            .object(["referral": .string(plain), "type": "pia", "author": "first"])
        )
        let held = try TestFederation.text(draft, "id")
        #expect(await Self.problem { try await client.post("/analyses/\(held)/candidate") } == .held)

        // At departure, although it was approved before.
        let release = try await test.release("en-01", at: member, first, second)
        let referral = try TestFederation.text(try await client.get("/analyses/\(release)"), "referral")
        _ = try await set(["not-before:2999-01-01"], of: referral)
        try test.federation.clock.advance(days: 200)
        var reasons: [String] = []
        for _ in 0..<50 where !reasons.contains("referrer-wish-not-before") {
            let report = try await client.post("/departures/run").objectValue
            reasons = (report?["held"]?.arrayValue ?? []).compactMap { $0.objectValue?["reason"]?.stringValue }
        }
        #expect(reasons.contains("referrer-wish-not-before"))
        try await test.end()
    }
}
