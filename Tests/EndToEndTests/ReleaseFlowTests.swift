// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Cryptography
import DemoFederation
import NodeRuntime
import Release
import StrictJSON
import Testing

/// Revisions, second persons and hurried departures at a real desk.
@Suite("release flow of a real desk", .serialized) struct ReleaseFlowTests {
    @Test("a changed draft needs new signatures, and whoever wrote any revision is no second person")
    func revisions() async throws {
        let test = try await TestFederation.start()
        let customs = test.member("customs-au")
        let first = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        let third = try await test.officer("third", at: customs)
        let id = try await test.release("en-01", at: customs, first, second)
        let before = try #require(try await customs.client.get("/releases/\(id)").objectValue)
        #expect(before["state"]?.stringValue == "approved")

        let change: JSONValue = .object(["author": "second", "lessons": "Recheck boxes that nobody collects."])
        let revised = try await customs.client.post("/analyses/\(id)/revisions", change).objectValue
        #expect(revised?["revision"]?.integerValue == 2)
        #expect(try await customs.client.get("/releases/\(id)").objectValue?["state"]?.stringValue == "replaced")
        let oldDigest = try #require(before["digest"]?.stringValue)
        let stale = try TestFederation.decision(.approve, oldDigest, by: third)
        await FederationTests.expect(.wrongState) {
            _ = try await customs.client.post("/releases/\(id)/decisions", stale)
        }

        let digest = try TestFederation.text(try await customs.client.post("/analyses/\(id)/candidate"), "digest")
        #expect(digest != oldDigest)
        let submission = try TestFederation.decision(.approve, digest, by: first)
        _ = try await customs.client.post("/analyses/\(id)/submission", submission)
        let author = try TestFederation.decision(.approve, digest, by: second)
        await FederationTests.expect(.secondPersonNeeded) {
            _ = try await customs.client.post("/releases/\(id)/decisions", author)
        }
        let approval = try TestFederation.decision(.approve, digest, by: third)
        let approved = try await customs.client.post("/releases/\(id)/decisions", approval).objectValue
        let (earlier, later) = (before["departs"]?.stringValue, approved?["departs"]?.stringValue)
        #expect(try #require(later) >= #require(earlier), "drawing again gained time")

        // Sent back after approval is not possible; the same draft goes on after a stop.
        let stop = try TestFederation.decision(.stop, digest, by: third)
        _ = try await customs.client.post("/releases/\(id)/decisions", stop)
        _ = try await customs.client.post("/analyses/\(id)/revisions", .object(["author": "first", "lessons": ""]))
        let authors = try await customs.client.post("/analyses/\(id)/candidate")
        #expect(try TestFederation.text(authors, "digest") != digest)
        try await test.end()
    }

    /// Members of the answers by their path; a new one has to be thought about here.
    static let members: Set<String> = [
        "id", "revision", "type", "state", "digest", "departs", "bulletin", "urgent", "authors", "audiences", "guard",
        "crowd", "crowd.level", "crowd.found", "crowd.found.referrers", "crowd.found.incidents",
        "crowd.found.source_kinds", "crowd.needed", "crowd.needed.referrers", "crowd.needed.incidents",
        "crowd.needed.source_kinds", "tiers", "tiers.tier", "tiers.claims",
    ]

    @Test("what the second person sees holds nothing of the referrer and no way to the case")
    func releaserSeesNoReferrer() async throws {
        let test = try await TestFederation.start()
        let customs = test.member("customs-au")
        let first = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        let id = try await test.release("en-01", at: customs, first, second)
        let answers = [
            try await customs.client.get("/releases/\(id)"), try await customs.client.get("/releases"),
            try await customs.client.get("/departures"),
        ]
        var paths: Set<String> = []
        Self.collect(answers[0], "", into: &paths)
        #expect(paths == Self.members)
        let secrets = try await Self.secrets(of: "en-01", at: customs)
        try #require(secrets.count > 6)
        for secret in secrets {
            for answer in answers {
                #expect(!JSONWriter.text(answer).lowercased().contains(secret.lowercased()), "a value of the referrer")
            }
        }
        // The control: the same search finds what an answer with a referrer's value would hold.
        let leak = JSONWriter.text(.object(["note": .string("said by \(secrets[0])")]))
        #expect(secrets.contains { leak.lowercased().contains($0.lowercased()) })
        try await test.end()
    }

    private static func collect(_ value: JSONValue, _ path: String, into paths: inout Set<String>) {
        for element in value.arrayValue ?? [] { Self.collect(element, path, into: &paths) }
        // Names of claims are the policy's.
        guard let object = value.objectValue, path != "tiers.claims" else { return }
        for (name, member) in object.members {
            let inner = path.isEmpty ? name : "\(path).\(name)"
            paths.insert(inner)
            Self.collect(member, inner, into: &paths)
        }
    }

    /// All texts of the dossier's referrer, the narrative, and the referral's id.
    private static func secrets(of dossier: String, at member: Federation.Member) async throws -> [String] {
        let bytes = try #require(DemoFiles.dossiers().first { $0.name.hasPrefix(dossier) }).bytes
        let root = try #require(try JSONParser.parse(bytes).objectValue)
        let referrer = try #require(root["referrer"]?.objectValue)
        var texts = referrer.members.filter { !["stakeholder", "languages"].contains($0.name) }
            .flatMap { [$0.value] + ($0.value.arrayValue ?? []) }.compactMap { $0.stringValue }
        if let narrative = root["case"]?.objectValue?["narrative"]?.stringValue { texts.append(narrative) }
        let referrals = try await member.client.get("/referrals").objectValue?["referrals"]?.arrayValue ?? []
        texts += referrals.compactMap { $0.objectValue?["id"]?.stringValue }
        return texts.filter { $0.count > 3 }
    }

    @Test("two officers with a reason hurry a release; one word alone changes nothing")
    func hurried() async throws {
        let test = try await TestFederation.start()
        let customs = test.member("customs-au")
        let first = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        let id = try await test.release("en-01", at: customs, first, second)
        let before = try #require(try await customs.client.get("/releases/\(id)").objectValue)
        let digest = try #require(before["digest"]?.stringValue)
        let word = try TestFederation.decision(.departEarly, digest, by: first, reason: "danger-to-people")
        let one = try await customs.client.post("/releases/\(id)/decisions", word).objectValue
        #expect(one?["departs"] == before["departs"])
        await FederationTests.expect(.secondPersonNeeded) {
            _ = try await customs.client.post("/releases/\(id)/decisions", word)
        }
        let again = try TestFederation.decision(.departEarly, digest, by: second, reason: "danger-to-people")
        let two = try await customs.client.post("/releases/\(id)/decisions", again).objectValue
        #expect(try #require(two?["departs"]?.stringValue) < #require(before["departs"]?.stringValue))
        var state: String?
        for _ in 0..<8 where state != "departed" {
            try test.federation.clock.advance(days: 1)
            for member in test.federation.members { _ = try await member.client.post("/departures/run") }
            _ = try await customs.client.post("/departures/run")
            state = try await customs.client.get("/releases/\(id)").objectValue?["state"]?.stringValue
        }
        #expect(state == "departed")
        let timing = try await customs.client.get("/departures/timing", query: [("rate", "2")]).objectValue
        let topOne = try #require(timing?["routine"]?.objectValue?["top_1"]?.doubleValue)
        #expect(topOne < 0.2)
        try await test.end()
    }
}
