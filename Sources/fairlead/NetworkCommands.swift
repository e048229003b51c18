// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct PeerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peer",
        abstract: "Members of the network and the links to them.",
        subcommands: [List.self, Status.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the roster's members.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/peers")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["members"]?.arrayValue ?? [],
                        [
                            ("MEMBER", "name"), ("CLASS", "class"), ("REGION", "region"), ("ENTRIES HELD", "entries"),
                            ("AUDIENCES", "audiences"),
                        ]
                    )
                }
            }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show each link: what we lack, what they lack, or that it cannot be told."
        )
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/peers/status")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["links"]?.arrayValue ?? [],
                        [
                            ("PEER", "peer"), ("STATE", "state"), ("WE LACK", "we_lack"), ("THEY LACK", "they_lack"),
                            ("RECEIVED", "bytes_in"), ("SENT", "bytes_out"),
                        ]
                    )
                }
            }
        }
    }
}

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The signed logs held here.",
        subcommands: [Verify.self, Show.self]
    )

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Re-hash and re-verify every stored byte; exit 65 with the places when something was altered."
        )
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/log/verification")
                self.options.write(answer) { TextTable.record($0) }
                if answer.objectValue?["intact"]?.boolValue != true { throw ExitCode(65) }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the entries of one member's log.")
        @Argument(help: "The member's name; this member when left out.") var member: String?
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let query = self.member.map { [("member", $0)] } ?? []
                let answer = try await self.options.client.get("/log", query: query)
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["entries"]?.arrayValue ?? [],
                        [("SEQ", "sequence"), ("KIND", "kind"), ("DAY", "day"), ("BYTES", "bytes"), ("ENTRY", "entry")]
                    )
                }
            }
        }
    }
}

struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts over the bulletins that this office can open.",
        subcommands: [Table.self]
    )

    struct Table: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Incidents by quarter, WCO region and modus operandi family, with coverage and threshold."
        )
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/statistics/tables/incidents")
                self.options.write(answer) { json in
                    let object = json.objectValue
                    let rows = TextTable.rows(
                        object?["cells"]?.arrayValue ?? [],
                        [
                            ("QUARTER", "quarter"), ("REGION", "region"), ("MO FAMILY", "mo_family"),
                            ("INCIDENTS", "incidents"), ("CONTRIBUTORS", "contributors"),
                        ]
                    )
                    let notes = ["definition", "threshold", "coverage", "not_assessed"].map {
                        "\($0.replacing("_", with: " ")): \(TextTable.cell(object?[$0]))"
                    }
                    return ([rows, ""] + notes).joined(separator: "\n")
                }
            }
        }
    }
}
