// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "Bulletins that match this office's subscriptions.",
        subcommands: [List.self, Show.self, Acknowledge.self, Seen.self, NotSeen.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the alerts with why each matched.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/alerts")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["alerts"]?.arrayValue ?? [],
                        [
                            ("ALERT", "id"), ("URGENCY", "urgency"), ("STATE", "state"), ("TITLE", "title"),
                            ("WHY", "why"),
                        ]
                    )
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show an alert and the bulletin behind it.")
        @Argument(help: "The alert's id.") var alert: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/alerts/\(DeskClient.encoded(self.alert))")
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "ack", abstract: "Say that somebody has read it.")
        @Argument(help: "The alert's id.") var alert: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await AlertCommand.post(self.alert, "acknowledgement", [:], self.options)
        }
    }

    struct Seen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Answer that this method was seen here; leaves as a count and a region."
        )
        @Argument(help: "The alert's id.") var alert: String
        @Option(help: "How often: 1-2, 3-5, 6-10, 11-25 or over-25.") var count: String = "1-2"
        @OptionGroup var options: DeskOptions

        func run() async throws {
            let body: JSONObject = ["answer": "seen", "count": .string(self.count)]
            try await AlertCommand.post(self.alert, "reply", body, self.options)
        }
    }

    struct NotSeen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "not-seen",
            abstract: "Answer that this method was not seen here."
        )
        @Argument(help: "The alert's id.") var alert: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await AlertCommand.post(self.alert, "reply", ["answer": "not-seen"], self.options)
        }
    }

    private static func post(
        _ alert: String,
        _ what: String,
        _ body: JSONObject,
        _ options: DeskOptions
    ) async throws {
        try await CommandFailure.reporting {
            let answer = try await options.client.post("/alerts/\(DeskClient.encoded(alert))/\(what)", .object(body))
            options.write(answer) { TextTable.record($0) }
        }
    }
}
