// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The desk's diary: who did what, and whether it is whole.",
        subcommands: [List.self, Verify.self, Report.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List entries, oldest first; codes only.",
            discussion: "EXAMPLES\n  fairlead audit list --after 1200 --limit 50"
        )
        @Option(help: "Entries after this number.") var after: Int = 0
        @Option(help: "How many, at most 1000.") var limit: Int = 100
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let query = [("after", "\(self.after)"), ("limit", "\(self.limit)")]
                let answer = try await self.options.client.get("/audit", query: query)
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["entries"]?.arrayValue ?? [],
                        [
                            ("NO", "sequence"), ("TIME", "time"), ("KIND", "kind"), ("ACTOR", "actor"),
                            ("SUBJECT", "subject"), ("DETAILS", "details"),
                        ]
                    )
                }
            }
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Re-hash the whole trail and print its head; exit 65 when something was altered.",
            discussion: """
                Write the head down elsewhere from time to time: a trail that was rewritten as a whole shows only by it.

                EXAMPLES
                  fairlead audit verify
                  fairlead audit verify --head 1283:9f2c…
                """
        )
        @Option(help: "A head that was written down before, NUMBER:HASH.") var head: String?
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let query = self.head.map { [("head", $0)] } ?? []
                let answer = try await self.options.client.get("/audit/verification", query: query)
                self.options.write(answer) { TextTable.record($0) }
                guard answer.objectValue?["intact"]?.boolValue == true else { throw ExitCode(65) }
            }
        }
    }

    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Count what each officer did; looks at who reported come first."
        )
        @Option(help: "Count entries after this number.") var after: Int = 0
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/audit/report", query: [("after", "\(self.after)")])
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["counts"]?.arrayValue ?? [],
                        [("KIND", "kind"), ("ACTOR", "actor"), ("COUNT", "count")]
                    )
                }
            }
        }
    }
}
