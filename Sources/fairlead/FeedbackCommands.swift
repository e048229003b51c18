// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct FeedbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback",
        abstract: "What those who reported were told; recorded here and nowhere else.",
        subcommands: [Give.self, List.self]
    )

    struct Give: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record feedback to a referrer.",
            discussion: """
                EXAMPLES
                  fairlead feedback give 01J9… --state given --officer m.keel --usefulness useful --outcome seizure
                  fairlead feedback give 01J9… --officer m.keel --state withheld --reason operational \\
                    --review-on 2027-02-01
                """
        )
        @Argument(help: "The referral's id.") var referral: String
        @Option(help: "given, partial or withheld.") var state: String
        @Option(help: "useful, partly, explained or cannot-say.") var usefulness: String = "cannot-say"
        @Option(help: "Outcome code that was told; may be given several times.") var outcome: [String] = []
        @Option(help: "Reason code, for partial and withheld.") var reason: String?
        @Option(help: "Next review date YYYY-MM-DD, for partial and withheld.") var reviewOn: String?
        @Option(help: "Officer who told it.") var officer: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var body: JSONObject = [
                    "state": .string(self.state), "usefulness": .string(self.usefulness),
                    "outcomes": .array(self.outcome.map { .string($0) }), "officer": .string(self.officer),
                ]
                if let reason { body.set("reason", .string(reason)) }
                if let reviewOn { body.set("review_on", .string(reviewOn)) }
                let path = "/referrals/\(DeskClient.encoded(self.referral))/feedback"
                let answer = try await self.options.client.post(path, .object(body))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List feedback given, withheld and due.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/feedback")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["feedback"]?.arrayValue ?? [],
                        [("REFERRAL", "referral"), ("STATE", "state"), ("DUE", "due"), ("REVIEW", "review_on")]
                    )
                }
            }
        }
    }
}
