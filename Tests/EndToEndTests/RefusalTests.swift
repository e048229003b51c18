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

/// What one process refuses of another, with the reason in its log.
@Suite("refusals between real processes", .serialized) struct RefusalTests {
    @Test("a stranger's certificate is refused by a relay, with the reason in its log, and the members go on")
    func unknownCertificate() async throws {
        let test = try await TestFederation.start()
        let (customs, hub) = (test.member("customs-au"), test.member("hub-ap"))
        let folder = test.federation.root.appending(path: "stranger")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let made = try Self.openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
            "-out", certificate, "-subj", "/CN=customs-au", "-days", "2",
        ])
        #expect(made.status == 0, "\(made.output)")
        // A program of other people knocks with a certificate that says it is a member.
        let knock = try Self.openssl([
            "s_client", "-connect", "127.0.0.1:\(hub.relayPort)", "-tls1_3", "-alpn", "fairlead/1", "-cert",
            certificate,
            "-key", key, "-ign_eof",
        ])
        #expect(knock.output.contains("alert"), "the stranger learns that it was refused: \(knock.output)")
        let log = test.federation.logs.appending(path: "hub-ap-relay.log")
        #expect(try await Self.awaitLine(["unknown certificate"], in: log))
        // The members' own links stand: a release still reaches the hub.
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await test.release("en-01", at: customs, author, second)
        try await test.departAll(at: customs)
        #expect(try await test.awaitBulletins(1, at: hub).count == 1)
        try await test.end()
    }

    @Test("an entry whose signature was altered on the way is refused, and the reason stands in the log")
    func wrongSignature() async throws {
        let test = try await TestFederation.start()
        let (customs, hub) = (test.member("customs-au"), test.member("hub-ap"))
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await test.release("en-01", at: customs, author, second)
        try await test.departAll(at: customs)
        let bulletin = try #require(try await test.awaitBulletins(1, at: hub).first?["id"]?.stringValue)
        // The hub goes away, and customs withdraws: the entry lies on its own relay alone.
        for name in ["desk of hub-ap", "relay of hub-ap", "desk of carrier-y"] {
            await test.processes.stop(try #require(test.processes.process(name)))
        }
        let digest = try TestFederation.text(try await customs.client.get("/bulletins/\(bulletin)"), "digest")
        let withdrawal = try TestFederation.decision(.withdraw, digest, by: author, reason: "error")
        _ = try await customs.client.post("/bulletins/\(bulletin)/withdrawal", withdrawal)
        let relayArchive = customs.home.relay.appending(path: "archive.sqlite")
        let own = try await Self.awaitNewestEntry(of: customs, in: relayArchive)
        for name in ["desk of customs-au", "relay of customs-au"] {
            await test.processes.stop(try #require(test.processes.process(name)))
        }
        try TestFederation.flip(own.signature, at: 20, in: relayArchive)
        // The altered relay offers what it holds to the hub's.
        try test.processes.startRelay(customs)
        try test.processes.startRelay(hub)
        let log = test.federation.logs.appending(path: "hub-ap-relay.log")
        #expect(try await Self.awaitLine(["badSignature"], in: log))
        let hubArchive = try Archive(path: hub.home.relay.appending(path: "archive.sqlite").path)
        #expect(try hubArchive.readBlocking { try $0.header(own.id) } == nil, "what does not verify is not stored")
        try await test.end()
    }

    @Test("a port that another program holds: exit code 69, and words that name the address")
    func portInUse() async throws {
        let test = try await TestFederation.start()
        let (customs, hub) = (test.member("customs-au"), test.member("hub-ap"))
        await test.processes.stop(try #require(test.processes.process("relay of customs-au")))
        let address = "127.0.0.1:\(hub.relayPort)"
        let run = try CommandTests.run(
            ["serve", "--home", customs.home.relay.path, "--listen", address],
            program: "fairlead-relay"
        )
        #expect(run.status == 69, "\(run.talk)")
        #expect(run.talk.contains(address) && run.talk.contains("in use"), "\(run.talk)")
        try await test.end()
    }

    // Looking

    private static func openssl(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// Waits until one line of a log holds all the words.
    private static func awaitLine(_ words: [String], in log: URL) async throws -> Bool {
        for _ in 0..<600 {
            let text = String(decoding: FileManager.default.contents(atPath: log.path) ?? Data(), as: UTF8.self)
            if text.split(separator: "\n").contains(where: { line in words.allSatisfy { line.contains($0) } }) {
                return true
            }
            try await ContinuousClock().sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Waits until a relay's archive holds the newest entry of a member's own log.
    private static func awaitNewestEntry(of member: Federation.Member, in file: URL) async throws -> VerifiedHeader {
        let desk = try Archive(path: member.home.archive.path)
        let relay = try Archive(path: file.path)
        let key = try #require(
            try await member.client.get("/peers").objectValue?["members"]?.arrayValue?
                .first { $0.objectValue?["name"]?.stringValue == member.name }?.objectValue?["node_key"]?.stringValue
        )
        for _ in 0..<600 {
            let heads = try desk.readBlocking { try $0.heads() }
            if let head = heads.first(where: { Base64URL.encode($0.origin.bytes) == key }),
                let header = try relay.readBlocking({ try $0.header(head.id) })
            {
                return header
            }
            try await ContinuousClock().sleep(for: .milliseconds(50))
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
