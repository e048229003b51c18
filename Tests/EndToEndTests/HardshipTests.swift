// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

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
