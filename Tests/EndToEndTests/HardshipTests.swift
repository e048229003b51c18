// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import DemoFederation
import Foundation
import NodeRuntime
import StrictJSON
import Testing

/// A weak machine, a full disk, a forgotten passphrase: clear words, the right exit code, and nothing lost.
@Suite("hardship", .serialized) struct HardshipTests {
    @Test("a desk with 256 MB of memory runs, reads and answers")
    func smallMachine() async throws {
        let test = try await TestFederation.start()
        let (customs, carrier) = (test.member("customs-au"), test.member("carrier-y"))
        await test.processes.stop(try #require(test.processes.process("desk of carrier-y")))
        let small = try ManagedProcess(
            name: "small desk",
            program: URL(filePath: "/usr/bin/prlimit"),
            arguments: [
                "--data=268435456", TestFederation.programs.appending(path: "fairlead").path, "demo", "desk",
                "--home", carrier.home.folder.path, "--passphrase-file", carrier.passphraseFile.path,
                "--clock", test.federation.clockFile.path,
            ],
            logFile: test.federation.logs.appending(path: "small-desk.log")
        )
        try await test.processes.awaitDesk(carrier)
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await test.release("en-01", at: customs, author, second)
        try await test.departAll(at: customs)
        #expect(try await test.awaitBulletins(1, at: carrier).count == 1)
        await small.stop()
        try await test.end()
    }

    @Test("a wrong passphrase exits 77 and changes nothing")
    func wrongPassphrase() async throws {
        let test = try await TestFederation.start()
        let hub = test.member("hub-ap")
        await test.processes.stopAll()
        let wrong = test.federation.root.appending(path: "wrong")
        try Data("not it".utf8).write(to: wrong)
        let run = try CommandTests.run(["desk", "--home", hub.home.folder.path, "--passphrase-file", wrong.path])
        #expect(run.status == 77)
        #expect(run.talk.contains("passphrase"))
        // Nothing was changed: the right one opens it as before.
        try test.processes.startDesk(hub)
        try await test.processes.awaitDesk(hub)
        try await test.end()
    }

    @Test("on a full disk a home is not made, the exit code is 75, and the words say to make room")
    func fullDisk() throws {
        let folder = CommandTests.folder()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let passphrase = FileManager.default.temporaryDirectory.appending(path: "\(folder.lastPathComponent).pass")
        try Data("x".utf8).write(to: passphrase)
        try Self.asRoot(["mount", "-t", "tmpfs", "-o", "size=16k,mode=777", "tmpfs", folder.path])
        let run = try CommandTests.run([
            "init", "--home", folder.appending(path: "home").path, "--name", "customs-xx", "--small",
            "--passphrase-file", passphrase.path,
        ])
        try Self.asRoot(["umount", folder.path])
        try FileManager.default.removeItem(at: folder)
        try FileManager.default.removeItem(at: passphrase)
        #expect(run.status == 75, "\(run.talk)")
        #expect(run.talk.contains("room"))
    }

    @Test("a running desk whose disk is full says so, loses nothing, and goes on when there is room")
    func fullDiskOfARunningDesk() async throws {
        let test = try await TestFederation.start()
        let (customs, hub) = (test.member("customs-au"), test.member("hub-ap"))
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await test.release("en-01", at: customs, author, second)
        // The home moves to a small disk of its own while the desk is down.
        await test.processes.stop(try #require(test.processes.process("desk of customs-au")))
        let home = customs.home.folder
        let aside = test.federation.root.appending(path: "aside")
        try FileManager.default.moveItem(at: home, to: aside)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        try Self.asRoot(["mount", "-t", "tmpfs", "-o", "size=64m,mode=700", "tmpfs", home.path])
        try Self.asRoot(["cp", "-a", "\(aside.path)/.", home.path])
        try test.processes.startDesk(customs)
        try await test.processes.awaitDesk(customs)
        try Self.fill(home.appending(path: "filler"))
        // What comes in is refused as a whole, with the exit code for "try again" and what to do.
        let dossier = try #require(DemoFiles.dossiers().first { $0.name.hasPrefix("en-07") }).bytes
        let file = test.federation.root.appending(path: "dossier.json")
        try Data(dossier).write(to: file)
        let refused = try CommandTests.run(["referral", "import", file.path, "--home", home.path])
        #expect(refused.status == 75, "\(refused.talk)")
        #expect(refused.talk.contains("make room"), "\(refused.talk)")
        #expect(try await customs.client.get("/referrals").objectValue?["referrals"]?.arrayValue?.count == 1)
        // What was due does not leave, and is not forgotten.
        try test.federation.clock.advance(days: 200)
        await FederationTests.expect(.storageFull) { _ = try await customs.client.post("/departures/run") }
        try FileManager.default.removeItem(at: home.appending(path: "filler"))
        try await test.departAll(at: customs)
        #expect(try await test.awaitBulletins(1, at: hub).count == 1)
        #expect(try CommandTests.run(["referral", "import", file.path, "--home", home.path]).status == 0)
        #expect(try CommandTests.run(["log", "verify", "--home", home.path]).status == 0)
        await test.processes.stopAll()
        try Self.asRoot(["umount", home.path])
        try await test.end()
    }

    @Test("a desk whose clock is a day off holds what is due, says why with exit code 75, and lets it go when set")
    func clockOffByADay() async throws {
        let test = try await TestFederation.start()
        let (customs, hub) = (test.member("customs-au"), test.member("hub-ap"))
        let author = try await test.officer("first", at: customs)
        let second = try await test.officer("second", at: customs)
        _ = try await test.release("en-01", at: customs, author, second)
        try test.federation.clock.advance(days: 200)
        await test.processes.stop(try #require(test.processes.process("desk of customs-au")))
        for offset in ["+1d", "-1d"] {
            let desk = try Self.desk(of: customs, in: test, clockOffset: offset)
            try await test.processes.awaitDesk(customs)
            try await Self.awaitAlarm("clock-disagrees", at: customs, isThere: true)
            let run = try CommandTests.run(["departure", "run", "--home", customs.home.folder.path])
            #expect(run.status == 75, "\(run.talk)")
            #expect(run.talk.contains("Set the clock"), "\(run.talk)")
            #expect(run.output.contains("clock-disputed"), "\(run.output)")
            await desk.stop()
        }
        try test.processes.startDesk(customs)
        try await test.processes.awaitDesk(customs)
        try await Self.awaitAlarm("clock-disagrees", at: customs, isThere: false)
        try await test.departAll(at: customs)
        #expect(try await test.awaitBulletins(1, at: hub).count == 1)
        try await test.end()
    }

    /// The unmodified program under another clock, by Debian's libfaketime.
    ///
    /// The library changes the environment of the first process that it is loaded into, and a Swift program finds its
    /// arguments beside the environment: so that first process is another one.
    private static func desk(
        of member: Federation.Member,
        in test: TestFederation,
        clockOffset: String
    ) throws -> ManagedProcess {
        try ManagedProcess(
            name: "desk with another clock",
            program: URL(filePath: "/usr/bin/env"),
            arguments: [
                TestFederation.programs.appending(path: "fairlead").path, "demo", "desk",
                "--home", member.home.folder.path, "--passphrase-file", member.passphraseFile.path,
                "--clock", test.federation.clockFile.path,
            ],
            environment: [
                "LD_PRELOAD": "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", "FAKETIME": clockOffset,
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            ],
            logFile: test.federation.logs.appending(path: "other-clock-desk.log")
        )
    }

    /// Waits until a linked desk shows an alarm, or does not.
    private static func awaitAlarm(_ alarm: String, at member: Federation.Member, isThere: Bool) async throws {
        for _ in 0..<600 {
            let status = try await member.client.get("/node/status").objectValue
            let isLinked = status?["links"]?.arrayValue?.contains { $0.objectValue?["state"] == "linked" } == true
            if isLinked, status?["alarms"]?.arrayValue?.contains(.string(alarm)) == isThere { return }
            try await ContinuousClock().sleep(for: .milliseconds(50))
        }
        Issue.record("\(alarm) was awaited to be \(isThere ? "there" : "gone")")
    }

    /// Takes all room that a disk has left.
    private static func fill(_ file: URL) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        for size in [65_536, 512, 1] {
            let zeros = [UInt8](repeating: 0, count: size)
            while write(descriptor, zeros, size) == size {}
        }
    }

    /// Runs a command as root: the only way to a small disk of its own.
    private static func asRoot(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = geteuid() == 0 ? command : ["sudo", "-n"] + command
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(command[0]) needs root or sudo")
    }
}
