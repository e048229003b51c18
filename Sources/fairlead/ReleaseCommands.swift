// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct ReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "The second person: look at what would leave, and decide.",
        subcommands: [List.self, Show.self, Approve.self, SendBack.self, Stop.self, DepartEarly.self, Timing.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List what waits, departs or has left.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/releases")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["releases"]?.arrayValue ?? [],
                        [
                            ("RELEASE", "id"), ("TYPE", "type"), ("STATE", "state"), ("DEPARTS", "departs"),
                            ("DIGEST", "digest"),
                        ]
                    )
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what would leave per tier, the checks and the digest; nothing of a referrer."
        )
        @Argument(help: "The release's id.") var release: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/releases/\(DeskClient.encoded(self.release))")
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign the digest as the second officer; it then departs with its batch.",
            discussion: """
                Exit 77 if you drafted or submitted it, 65 if the digest is not the one that waits.

                EXAMPLES
                  fairlead release approve 01J9… --digest 9f2c…41ab --officer-key orrin.json
                """
        )
        @Argument(help: "The release's id.") var release: String
        @Option(help: "The digest that you looked at.") var digest: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let decision = try self.signer.decision(on: self.digest, "approve", reason: nil)
                let path = "/releases/\(DeskClient.encoded(self.release))/decisions"
                let answer = try await self.options.client.post(path, decision)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct SendBack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "send-back",
            abstract: "Give it back to its author, with a reason code."
        )
        @Argument(help: "The release's id.") var release: String
        @Option(help: "The digest that you looked at.") var digest: String
        @Option(help: "Reason code: wording, too-specific, wrong-audience, incomplete.") var reason: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let decision = try self.signer.decision(on: self.digest, "send-back", reason: self.reason)
                let path = "/releases/\(DeskClient.encoded(self.release))/decisions"
                let answer = try await self.options.client.post(path, decision)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stop an approved release before its batch departs; either officer may."
        )
        @Argument(help: "The release's id.") var release: String
        @Option(help: "The digest that you looked at.") var digest: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let decision = try self.signer.decision(on: self.digest, "stop", reason: nil)
                let path = "/releases/\(DeskClient.encoded(self.release))/decisions"
                let answer = try await self.options.client.post(path, decision)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct DepartEarly: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "depart-early",
            abstract: "Ask that an approved release leave tomorrow instead of on its day; two officers, one reason.",
            discussion: """
                The first word waits, the second one, by another officer with the same reason, makes it so. Both stand in
                the audit. Whoever knows the day of the referral may then guess that it led to this bulletin: look at
                'fairlead release timing' first.

                EXAMPLES
                  fairlead release depart-early 01J9… --digest 9f2c…41ab --reason danger-to-people --officer-key orrin.json
                """
        )
        @Argument(help: "The release's id.") var release: String
        @Option(help: "The digest that you looked at.") var digest: String
        @Option(help: "Reason code: danger-to-people, method-in-use, public-already, legal-duty.") var reason: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let decision = try self.signer.decision(on: self.digest, "depart-early", reason: self.reason)
                let path = "/releases/\(DeskClient.encoded(self.release))/decisions"
                let answer = try await self.options.client.post(path, decision)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Timing: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show among how many referrals the right one hides from somebody who knows when each came in.",
            discussion: """
                Simulates the policy's delay law with this desk's own rate of referrals, or with a given one.

                EXAMPLES
                  fairlead release timing
                  fairlead release timing --rate 2 -o json
                """
        )
        @Option(help: "Referrals per month; this desk's own when left out.") var rate: String?
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let query = self.rate.map { [("rate", $0)] } ?? []
                let answer = try await self.options.client.get("/departures/timing", query: query)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
