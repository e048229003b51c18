// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Testing

/// Style that a machine can check: sizes, banned words, paths that do not belong here.
@Suite("tidy") struct TidyTests {
    static let sources = SourceTree.files(below: "Sources", withExtension: "swift")
    static let tests = SourceTree.files(below: "Tests", withExtension: "swift")

    @Test("source files have at most 600 lines, half of them at most 150, nine in ten at most 400")
    func sourceFileLengths() throws {
        var lengths: [Int] = []
        for file in Self.sources where !file.lastPathComponent.hasSuffix("Table.swift") {
            let count = try SourceTree.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
            lengths.append(count)
            #expect(count <= 600, "\(SourceTree.relativePath(file)) has \(count) lines")
        }
        lengths.sort()
        try #require(lengths.count > 50)
        #expect(lengths[lengths.count / 2] <= 150)
        #expect(lengths[lengths.count * 9 / 10] <= 400)
    }

    @Test("test files have at most 1,000 lines")
    func testFileLengths() throws {
        for file in Self.tests {
            let count = try SourceTree.text(file).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(count <= 1_000, "\(SourceTree.relativePath(file)) has \(count) lines")
        }
    }

    @Test("every Swift file opens with the licence and the copyright line")
    func heads() throws {
        for file in Self.sources + Self.tests {
            let head = try SourceTree.text(file).split(separator: "\n", maxSplits: 2).prefix(2)
            let expected: [Substring] = ["// SPDX-License-Identifier: Apache-2.0", "// Copyright the Fairlead authors"]
            #expect(Array(head) == expected, "\(SourceTree.relativePath(file))")
        }
    }

    /// A banned pattern, and what to write instead.
    struct Ban: Sendable, CustomTestStringConvertible {
        let pattern: String
        let instead: String
        var testDescription: String { pattern }
    }

    static let bans = [
        Ban(pattern: #"\btry!"#, instead: "handle or throw the error"),
        Ban(pattern: #"\btry\?"#, instead: "catch the error and say what happens to it"),
        Ban(pattern: #"\bas!"#, instead: "a typed value"),
        Ban(pattern: #"\bfatalError\("#, instead: "preconditionFailure with the values, or a thrown error"),
        Ban(pattern: #"\bprint\("#, instead: "the logger, or StandardStreams in the programs"),
        Ban(pattern: #"\bT[O]DO\b|\bFIX[M]E\b|\bX[X]X\b"#, instead: "the work itself"),
        Ban(pattern: #"\bDispatchQueue\b"#, instead: "a task or the event loop"),
        Ban(pattern: #"\bTask\.detached\b"#, instead: "a child task"),
        Ban(pattern: #"\bpublic\b (?:struct|class|enum|func|let|var|protocol|init)"#, instead: "package access"),
    ]

    @Test("banned words are absent", arguments: bans)
    func bannedWords(ban: Ban) throws {
        let pattern = try Regex(ban.pattern)
        for file in Self.sources {
            for (index, line) in try SourceTree.text(file).split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
                #expect(!line.contains(pattern), "\(SourceTree.relativePath(file)):\(index + 1): write \(ban.instead)")
            }
        }
    }

    @Test("unchecked sendability names its guard")
    func uncheckedSendable() throws {
        for file in Self.sources {
            let lines = try SourceTree.text(file).split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.contains("@unchecked Sendable") {
                let before = lines[max(0, index - 6)..<index].joined(separator: "\n")
                #expect(
                    before.contains("//"),
                    "\(SourceTree.relativePath(file)):\(index + 1) needs the reason beside it"
                )
            }
        }
    }

    @Test("no machine's paths and no registry's host stand in the tree")
    func noForeignPaths() throws {
        let pattern = try Regex(
            #"/(?:w[o]rk|r[o]ot|opt/s[w]ift)/|bash_j[o]bs|registry\.npm[j]s|files\.python[h]osted|deb\.debi[a]n"#
        )
        for file in SourceTree.files(below: "") {
            guard
                ["swift", "md", "yaml", "yml", "json", "sh", "py", "txt", "csv", "c", "h", ""].contains(
                    file.pathExtension
                ),
                file.lastPathComponent != "Package.resolved",
                let text = try? SourceTree.text(file)
            else { continue }
            #expect(!text.contains(pattern), "\(SourceTree.relativePath(file))")
        }
    }

    @Test("every module has a landing page")
    func landingPages() {
        let modules =
            ImportRulesTests.allowed.keys.filter { $0 != "fairlead-relay" }
            + ImportRulesTests.compositionRoots.filter { $0 != "fairlead" }
        let pages = Set(SourceTree.files(below: "Sources", withExtension: "md").map { $0.lastPathComponent })
        for module in modules.sorted() {
            #expect(pages.contains("\(module).md"), "Sources/…/\(module)/\(module).docc/\(module).md is missing")
        }
    }

    @Test("links between documents lead somewhere")
    func documentLinks() throws {
        let documents =
            SourceTree.files(below: "docs", withExtension: "md") + [
                SourceTree.root.appending(path: "README.md")
            ]
        for document in documents {
            for match in try SourceTree.text(document).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
                let target = String(match.1)
                guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
                let file = document.deletingLastPathComponent().appending(path: target)
                #expect(
                    FileManager.default.fileExists(atPath: file.path),
                    "\(SourceTree.relativePath(document)) links to \(target)"
                )
            }
        }
    }
}
