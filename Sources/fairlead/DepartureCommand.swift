// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct DepartureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "departure",
        abstract: "What leaves when.",
        subcommands: [List.self, Run.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the batches that wait.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/departures")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["departures"]?.arrayValue ?? [],
                        [
                            ("RELEASE", "release"), ("TYPE", "type"), ("DEPARTS", "departs"), ("STATE", "state"),
                            ("WHY", "held"),
                        ]
                    )
                }
            }
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let go now what is due now; nothing leaves before its day."
        )
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.post("/departures/run")
                self.options.write(answer) { TextTable.record($0) }
                if answer.objectValue?["held"]?.arrayValue?.isEmpty == false { throw ExitCode(75) }
            }
        }
    }
}
