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
                let held = answer.objectValue?["held"]?.arrayValue ?? []
                guard !held.isEmpty else { return }
                for reason in Set(held.compactMap { $0.objectValue?["reason"]?.stringValue }).sorted() {
                    StandardStreams.talk("held: \(Self.advice(reason))")
                }
                throw ExitCode(75)
            }
        }

        /// What a person can do about a release that did not leave.
        private static func advice(_ reason: String) -> String {
            switch reason {
            case "clock-disputed":
                "this machine and its peers name days that cannot both be right. Set the clock, start the desk again."
            case "audience-key-missing": "the hub has not issued the audience's key yet. Nothing is lost; try again."
            case "policy-changed": "the policy narrowed since it was approved. Draft it again under the new one."
            case "audience-changed": "the readers are not those that were approved. Approve it again."
            default: "\(reason). See docs/how-to/publish.md."
            }
        }
    }
}
