// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Testing

/// Runs the compiler over `Tests/CompileFail`: what must not compile does not, for the reason that the file states.
@Suite("what the compiler refuses")
struct CompileFailTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct Snippet {
        let name: String
        let path: String
        let expectation: String
    }

    @Test("secrets cannot be printed, boxed, encoded, copied, captured or collected, and the control compiles")
    func snippetsAreJudged() throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "compile-fail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: scratch) } }
        for module in ["Common/StrictJSON", "Common/Vocabulary", "Common/Policy", "Inside/Casework"] {
            try Self.buildModule(module, into: scratch)
        }
        let snippets = try Self.snippets()
        #expect(snippets.count >= 16, "snippets are missing")
        #expect(snippets.contains { $0.expectation == "success" }, "without a control, a broken compiler call passes")
        for snippet in snippets {
            let result = try Self.compile(snippet, against: scratch)
            if snippet.expectation == "success" {
                #expect(result.status == 0, "\(snippet.name): \(result.output)")
            } else {
                #expect(result.status != 0, "\(snippet.name) compiles")
                let errors = result.output.split(separator: "\n").filter { $0.contains("error:") }
                #expect(
                    errors.contains { $0.contains(snippet.expectation) },
                    "\(snippet.name) fails for another reason: \(result.output)"
                )
            }
        }
    }

    private static func snippets() throws -> [Snippet] {
        let folder = Self.root.appending(path: "Tests/CompileFail")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try names.sorted().map { name in
            let path = folder.appending(path: name).path
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            let line = try #require(lines.first { $0.hasPrefix("// expect: ") }, "\(name) states no expectation")
            return Snippet(name: name, path: path, expectation: String(line.dropFirst("// expect: ".count)))
        }
    }

    /// - Parameters:
    ///   - path: of the module's folder below `Sources`; the modules that it imports are built before.
    ///   - scratch: where modules lie.
    /// - Throws: when the compiler cannot be run, or refuses the module.
    private static func buildModule(_ path: String, into scratch: URL) throws {
        let folder = Self.root.appending(path: "Sources/\(path)")
        let name = folder.lastPathComponent
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let result = try Self.run(
            ["-emit-module", "-module-name", name, "-package-name", "fairlead", "-swift-version", "6"]
                + ["-parse-as-library", "-emit-module-path", scratch.appending(path: "\(name).swiftmodule").path]
                + ["-I", scratch.path]
                + names.sorted().map { folder.appending(path: $0).path }
        )
        try #require(result.status == 0, "\(result.output)")
    }

    /// Move checking happens after type checking, so the snippet is taken as far as SIL.
    private static func compile(_ snippet: Snippet, against scratch: URL) throws -> (status: Int32, output: String) {
        try Self.run(
            ["-emit-sil", "-o", "/dev/null", "-module-name", "CompileFail", "-package-name", "fairlead"]
                + ["-swift-version", "6", "-parse-as-library", "-enable-upcoming-feature", "ExistentialAny"]
                + ["-enable-upcoming-feature", "MemberImportVisibility", "-I", scratch.path, snippet.path]
        )
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["swiftc"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }
}
