// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

enum BulletinKind: String, ExpressibleByArgument, CaseIterable {
    case pia
    case mo
}

enum ReaderLevel: String, ExpressibleByArgument, CaseIterable {
    case customs
    case partners
    case `public`
}

struct AnalysisCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysis",
        abstract: "Write what an incident taught, from its coded fields.",
        subcommands: [Draft.self, Revise.self, List.self, Show.self, Preview.self, Check.self, Submit.self]
    )

    struct Draft: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draft an analysis (pia) or a modus operandi bulletin (mo) from a referral's coded fields.",
            discussion: """
                EXAMPLES
                  fairlead analysis draft 01J9… --type pia --author m.keel
                  fairlead analysis draft 01J9… --type mo --author m.keel --lessons "Recheck uncollected boxes."
                """
        )
        @Argument(help: "The referral's id.") var referral: String
        @Option(help: "pia or mo.") var type: BulletinKind = .pia
        @Option(help: "Officer who drafts.") var author: String
        @Option(help: "Lessons for other readers; scanned before anything leaves.") var lessons: String?
        @Option(help: "Id of the own bulletin that this one corrects.") var revises: String?
        @Flag(help: "Leave with the next day's batch: the method alone, without place and date.") var urgent = false
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var body: JSONObject = [
                    "referral": .string(self.referral), "type": .string(self.type.rawValue),
                    "author": .string(self.author),
                ]
                if self.urgent { body.set("urgent", true) }
                if let lessons { body.set("lessons", .string(lessons)) }
                if let revises { body.set("revises", .string(revises)) }
                let answer = try await self.options.client.post("/analyses", .object(body))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Revise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a draft, also one that was sent back or approved; signatures over it are void then.",
            discussion: """
                Whoever wrote any revision cannot be the second person for a later one.

                EXAMPLES
                  fairlead analysis revise 01J9… --author m.keel --lessons "Recheck boxes that nobody collects."
                """
        )
        @Argument(help: "The analysis's id.") var analysis: String
        @Option(help: "Officer who changes it.") var author: String
        @Option(help: "Lessons instead of those of the revision before; an empty text removes them.")
        var lessons: String?
        @Flag(inversion: .prefixedNo, help: "Leave with the next day's batch, as the method alone.")
        var urgent: Bool?
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var body: JSONObject = ["author": .string(self.author)]
                if let lessons { body.set("lessons", .string(lessons)) }
                if let urgent { body.set("urgent", .bool(urgent)) }
                let path = "/analyses/\(DeskClient.encoded(self.analysis))/revisions"
                let answer = try await self.options.client.post(path, .object(body))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the drafts and their states.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/analyses")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["analyses"]?.arrayValue ?? [],
                        [
                            ("ANALYSIS", "id"), ("REVISION", "revision"), ("TYPE", "type"), ("STATE", "state"),
                            ("REFERRAL", "referral"),
                        ]
                    )
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a draft: each field's form per reader, with the rule that gave it."
        )
        @Argument(help: "The analysis's id.") var analysis: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/analyses/\(DeskClient.encoded(self.analysis))")
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show exactly what a reader of one level would see.",
            discussion: "EXAMPLES\n  fairlead analysis preview 01J9… --as partners -o json"
        )
        @Argument(help: "The analysis's id.") var analysis: String
        @Option(name: .customLong("as"), help: "customs, partners or public.") var level: ReaderLevel
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get(
                    "/analyses/\(DeskClient.encoded(self.analysis))/preview",
                    query: [("as", self.level.rawValue)]
                )
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the gate's checks without asking anybody; exit 77 when one blocks, 75 when one holds."
        )
        @Argument(help: "The analysis's id.") var analysis: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/analyses/\(DeskClient.encoded(self.analysis))/check")
                self.options.write(answer) { TextTable.record($0) }
                switch answer.objectValue?["verdict"]?.stringValue {
                case "blocked": throw ExitCode(77)
                case "held": throw ExitCode(75)
                default: break
                }
            }
        }
    }

    struct Submit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Freeze a draft and sign its digest as the first of two officers.",
            discussion: """
                EXAMPLES
                  fairlead analysis submit 01J9… --officer-key keel.json
                """
        )
        @Argument(help: "The analysis's id.") var analysis: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let path = "/analyses/\(DeskClient.encoded(self.analysis))"
                let candidate = try await self.options.client.post("\(path)/candidate")
                let digest = try Answer.text(candidate, "digest")
                let decision = try self.signer.decision(on: digest, "approve", reason: nil)
                let answer = try await self.options.client.post("\(path)/submission", decision)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
