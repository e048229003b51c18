// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import DemoFederation
import Foundation
import Testing

/// Commands as a person types them: exit codes, streams, and what to do next.
@Suite("commands", .serialized) struct CommandTests {
    struct Run {
        let status: Int32
        let output: String
        let talk: String
    }

    /// Runs `fairlead` and waits for its end.
    static func run(_ arguments: [String], program: String = "fairlead", input: Data? = nil) throws -> Run {
        let process = Process()
        process.executableURL = TestFederation.programs.appending(path: program)
        process.arguments = arguments
        let (output, talk, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = talk
        process.standardInput = input == nil ? FileHandle.nullDevice : standardInput
        try process.run()
        if let input {
            standardInput.fileHandleForWriting.write(input)
            try standardInput.fileHandleForWriting.close()
        }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let words = talk.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus,
            output: String(decoding: data, as: UTF8.self),
            talk: String(decoding: words, as: UTF8.self)
        )
    }

    static func folder() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "fc-\(UInt32.random(in: .min ... .max))")
    }

    @Test("usage errors exit 64, and without a desk a command says how to start it and exits 69")
    func usageAndNoDesk() throws {
        #expect(try Self.run(["no-such-command"]).status == 64)
        let run = try Self.run(["status", "--home", "/nonexistent/home"])
        #expect(run.status == 69)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains("fairlead desk --home"))
    }

    @Test("a home is made once, opens with its passphrase only, and says what it lacks")
    func initialisation() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let passphrase = folder.appending(path: "passphrase")
        try Data("correct horse".utf8).write(to: passphrase)
        let home = folder.appending(path: "home").path
        let arguments = [
            "init", "--home", home, "--name", "customs-xx", "--small", "--passphrase-file", passphrase.path,
        ]
        #expect(try Self.run(arguments + ["-o", "json"]).status == 0)
        let again = try Self.run(arguments)
        #expect(again.status == 78)
        let desk = try Self.run(["desk", "--home", home, "--passphrase-file", passphrase.path])
        #expect(desk.status == 78)
        #expect(desk.talk.contains("roster"))
        let empty = folder.appending(path: "empty")
        try Data().write(to: empty)
        #expect(try Self.run(["desk", "--home", home, "--passphrase-file", empty.path]).status == 64)
    }

    @Test("a home of a newer version is refused and not touched")
    func newerHome() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let passphrase = folder.appending(path: "passphrase")
        try Data("x".utf8).write(to: passphrase)
        let node = folder.appending(path: "node.json")
        let json = #"{"format":"fairlead-desk/1","home_version":99,"member":"a","issues_audience_keys":false}"#
        try Data(json.utf8).write(to: node)
        let run = try Self.run(["desk", "--home", folder.path, "--passphrase-file", passphrase.path])
        #expect(run.status == 78)
        #expect(run.talk.contains("newer"))
        #expect(try Data(contentsOf: node) == Data(json.utf8))
    }

    @Test(
        "bad dossiers are refused by place and rule, without the value",
        arguments: [
            (#"{"format":"dossier/1"}"#, "/"), ("not json", "not strict JSON"), (#"{"format":"dossier/9"}"#, "/id"),
        ]
    )
    func badDossier(text: String, place: String) throws {
        let run = try Self.run(["redact", "scan", "-", "-o", "json"], input: Data(text.utf8))
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.talk.contains(place))
    }

    @Test("the relay refuses a port that is taken, and a home that it does not have")
    func relay() throws {
        #expect(try Self.run(["serve", "--home", "/nonexistent/relay"], program: "fairlead-relay").status == 78)
        #expect(try Self.run(["version"], program: "fairlead-relay").status == 0)
    }

    @Test("completions are made for three shells", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let run = try Self.run(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.output.contains("referral"))
    }
}
