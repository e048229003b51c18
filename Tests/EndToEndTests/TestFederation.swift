// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Cryptography
import DemoFederation
import Foundation
import NodeRuntime
import Release
import StrictJSON
import Testing

/// A small federation of real processes for one test: a customs desk with relay, a hub with relay, a carrier.
struct TestFederation {
    let federation: Federation
    let processes: FederationProcesses

    /// Founds and starts; the folder's name is short, because Unix sockets lie below it.
    static func start(isTapped: Bool = false, editingPolicy edit: (String) -> String = { $0 }) async throws
        -> TestFederation
    {
        let root = FileManager.default.temporaryDirectory.appending(path: "fe-\(UInt16.random(in: .min ... .max))")
        let federation = try Federation(
            template: try FederationTemplate(bytes: Array(Self.template.utf8)),
            root: root,
            programs: Self.programs,
            isTapped: isTapped
        )
        for member in federation.members {
            let file = member.home.policyOverrides.appending(path: "default.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
            guard edit(text) != text else { continue }
            try Data(edit(text).utf8).write(to: file)
            // The demo's signature is over the policy that was edited; one root need not sign.
            try FileManager.default.removeItem(at: member.home.policyOverrides.appending(path: "default.yaml.sig"))
        }
        let started = TestFederation(federation: federation, processes: FederationProcesses(federation))
        try await started.processes.startAll()
        return started
    }

    func end() async throws {
        await self.processes.stopAll()
        try FileManager.default.removeItem(at: self.federation.root)
    }

    func member(_ name: String) -> Federation.Member { self.federation.member(name) }

    /// The folder of the built programs: where the test bundle lies.
    static var programs: URL {
        for argument in CommandLine.arguments where argument.contains(".xctest") {
            return URL(filePath: argument.components(separatedBy: ".xctest")[0]).deletingLastPathComponent()
        }
        return URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: ".build/debug")
    }

    /// Enrols an officer with a key of its own.
    func officer(_ name: String, at member: Federation.Member) async throws -> SigningKey {
        let key = SigningKey()
        _ = try await member.client.post(
            "/officers",
            .object(["name": .string(name), "key": .string(Base64URL.encode(key.publicKey.bytes))])
        )
        return key
    }

    static func decision(_ kind: DecisionKind, _ digest: String, by key: SigningKey, reason: String? = nil) throws
        -> JSONValue
    {
        let decision = Decision(kind, on: try Hex.decode(digest), by: key)
        var object: JSONObject = [
            "decision": .string(kind.rawValue), "digest": .string(digest),
            "officer_key": .string(Base64URL.encode(key.publicKey.bytes)),
            "signature": .string(Base64URL.encode(decision.signature)),
        ]
        if let reason { object.set("reason", .string(reason)) }
        return .object(object)
    }

    /// Imports a dossier, drafts, and has two officers sign; gives the analysis's id.
    func release(_ dossier: String, at member: Federation.Member, _ author: SigningKey, _ second: SigningKey)
        async throws -> String
    {
        let bytes = try #require(DemoFiles.dossiers().first { $0.name.hasPrefix(dossier) }).bytes
        let referral = try Self.text(try await member.client.send(.post, "/referrals", body: bytes), "id")
        let draft = try await member.client.post(
            "/analyses",
            .object(["referral": .string(referral), "type": "pia", "author": "first"])
        )
        let id = try Self.text(draft, "id")
        let digest = try Self.text(try await member.client.post("/analyses/\(id)/candidate"), "digest")
        _ = try await member.client.post("/analyses/\(id)/submission", try Self.decision(.approve, digest, by: author))
        _ = try await member.client.post("/releases/\(id)/decisions", try Self.decision(.approve, digest, by: second))
        return id
    }

    /// Moves the clock over month boundaries until nothing waits.
    func departAll(at member: Federation.Member) async throws {
        for _ in 0..<6 {
            try self.federation.clock.advance(days: 31)
            for _ in 0..<100 {
                for other in self.federation.members where self.isRunning(other) {
                    _ = try await other.client.post("/departures/run")
                }
                let answer = try await member.client.post("/departures/run").objectValue
                if answer?["held"]?.arrayValue?.isEmpty == true { break }
            }
            // A member that is away too long gets one day before keys are made without it.
            try self.federation.clock.advance(days: 1)
            for other in self.federation.members where self.isRunning(other) {
                _ = try await other.client.post("/departures/run")
            }
            _ = try await member.client.post("/departures/run")
            let waiting = try await member.client.get("/departures").objectValue?["departures"]?.arrayValue?.count
            if waiting == 0 { return }
        }
        Issue.record("a release never departed")
    }

    func isRunning(_ member: Federation.Member) -> Bool {
        self.processes.process("desk of \(member.name)")?.isRunning == true
    }

    /// Waits until a desk holds so many bulletins; the condition is what is awaited, the count of looks only bounds it.
    func awaitBulletins(_ count: Int, at member: Federation.Member) async throws -> [JSONObject] {
        for _ in 0..<600 {
            let bulletins = try await member.client.get("/bulletins").objectValue?["bulletins"]?.arrayValue ?? []
            if bulletins.count >= count { return bulletins.compactMap { $0.objectValue } }
            try await ContinuousClock().sleep(for: .milliseconds(50))
        }
        Issue.record("\(member.name) never held \(count) bulletins")
        return []
    }

    /// Flips one bit of some bytes wherever they stand in a database that nobody has open, its log included.
    static func flip(_ bytes: [UInt8], at offset: Int, in database: URL) throws {
        var found = 0
        for path in [database.path, database.path + "-wal"] {
            guard var data = FileManager.default.contents(atPath: path) else { continue }
            while let range = data.range(of: Data(bytes)) {
                data[range.lowerBound + offset] ^= 0x01
                found += 1
            }
            try data.write(to: URL(filePath: path))
        }
        try #require(found > 0, "the bytes stand in the file")
    }

    static func text(_ json: JSONValue, _ member: String) throws -> String {
        try #require(json.objectValue?[member]?.stringValue)
    }

    private static let template = """
        {"format": "federation-template/1", "network": "test", "members": [
        {"name": "customs-au", "organisation": "Test Customs", "country": "AU", "region": "ap", "class": "customs",
         "audiences": ["customs", "partners"], "relay": true, "dossier_regions": ["ap"], "officers": [], "subscriptions": []},
        {"name": "hub-ap", "organisation": "Test Hub", "country": "", "region": "ap", "class": "hub",
         "audiences": ["customs", "partners"], "relay": true, "dossier_regions": [], "officers": [], "subscriptions": []},
        {"name": "carrier-y", "organisation": "Test Carrier", "country": "", "region": "ap", "class": "carrier",
         "audiences": ["partners"], "relay": false, "dossier_regions": [], "officers": [], "subscriptions": []}
        ]}
        """
}
