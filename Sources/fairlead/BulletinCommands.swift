// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct BulletinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulletin",
        abstract: "Analyses and modus operandi bulletins, own and received.",
        subcommands: [List.self, Show.self, Verify.self, Withdraw.self, Export.self, Reach.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the bulletins held here.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/bulletins")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["bulletins"]?.arrayValue ?? [],
                        [
                            ("BULLETIN", "id"), ("TYPE", "type"), ("FROM", "issuer"), ("MONTH", "month"),
                            ("STATE", "state"),
                            ("READ AS", "level"), ("MODUS OPERANDI", "mo"),
                        ]
                    )
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what this office can read of a bulletin, what is withheld, and why it can see it."
        )
        @Argument(help: "The bulletin's id.") var bulletin: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/bulletins/\(DeskClient.encoded(self.bulletin))")
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Withdraw an own bulletin everywhere; every member's desk acknowledges.",
            discussion: """
                EXAMPLES
                  fairlead bulletin withdraw 5f0c… --reason wrong-audience --officer-key keel.json
                """
        )
        @Argument(help: "The bulletin's id.") var bulletin: String
        @Option(help: "Reason code: error, wrong-audience, operational, legal, superseded.") var reason: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let path = "/bulletins/\(DeskClient.encoded(self.bulletin))"
                let bulletin = try await self.options.client.get(path)
                let decision = try self.signer.decision(
                    on: try Answer.text(bulletin, "digest"),
                    "withdraw",
                    reason: self.reason
                )
                let answer = try await self.options.client.post("\(path)/withdrawal", decision)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a bulletin as a compact SD-JWT with the disclosures of one level, or as it travels.",
            discussion: """
                EXAMPLES
                  fairlead bulletin export 5f0c… --as public > bulletin.sd-jwt
                  fairlead bulletin export 5f0c… --package > bulletin.json
                """
        )
        @Argument(help: "The bulletin's id.") var bulletin: String
        @Option(name: .customLong("as"), help: "customs, partners or public.") var level: ReaderLevel?
        @Flag(help: "The signed part and all parts, sealed ones as they are: what every relay holds.")
        var package = false
        @OptionGroup var options: DeskOptions

        func validate() throws {
            guard self.package == (self.level == nil) else { throw ValidationError("Give --as LEVEL or --package.") }
        }

        func run() async throws {
            try await CommandFailure.reporting {
                let path = "/bulletins/\(DeskClient.encoded(self.bulletin))"
                guard let level else {
                    let answer = try await self.options.client.get("\(path)/package")
                    self.options.write(answer) { JSONWriter.text($0) }
                    return
                }
                let answer = try await self.options.client.get("\(path)/export", query: [("as", level.rawValue)])
                self.options.write(answer) { TextTable.cell($0.objectValue?["sd_jwt"]) }
            }
        }
    }

    struct Reach: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show which members' desks have said that they hold it, and which cannot be told."
        )
        @Argument(help: "The bulletin's id.") var bulletin: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/bulletins/\(DeskClient.encoded(self.bulletin))/reach")
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
