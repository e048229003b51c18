// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import ArgumentParser
import StrictJSON

struct ReferralRetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "How long who reported is kept, and the end of it.",
        subcommands: [List.self, Hold.self, Shred.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List when each case's secrets are destroyed, and why."
        )
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/retention")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["retention"]?.arrayValue ?? [],
                        [
                            ("REFERRAL", "referral"), ("STATE", "state"), ("DUE", "due"), ("RULE", "rule"),
                            ("HELD UNTIL", "held_until"), ("REASON", "reason"),
                        ]
                    )
                }
            }
        }
    }

    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Keep a case although its day comes; today's date lets go again.",
            discussion: """
                EXAMPLES
                  fairlead referral retention hold 01HV… --until 2027-01-31 --reason court-order --officer-key keel.json
                """
        )
        @Argument(help: "The referral's id.") var referral: String
        @Option(help: "Last day of the hold, YYYY-MM-DD.") var until: String
        @Option(help: "legal-duty, court-order, investigation or referrer-asked.") var reason: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var body = try await self.signer.statement(
                    .hold,
                    on: self.referral,
                    terms: [self.reason, self.until],
                    client: self.options.client
                )
                body.set("reason", .string(self.reason))
                body.set("until", .string(self.until))
                let path = "/referrals/\(DeskClient.encoded(self.referral))/retention/hold"
                let answer = try await self.options.client.post(path, .object(body))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }

    struct Shred: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Destroy who reported and every word of the case now; before its day two officers are needed.",
            discussion: """
                The first officer's command exits 77 and notes the wish; the second officer's, within seven days and for the same
                reason, destroys the case's key. Coded fields and a signed statement stay. There is no way back.

                EXAMPLES
                  fairlead referral retention shred 01HV… --reason referrer-asked --officer-key keel.json
                """
        )
        @Argument(help: "The referral's id.") var referral: String
        @Option(help: "referrer-asked, danger, court-order, wrong-person or not-needed.") var reason: String
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                var body = try await self.signer.statement(
                    .destroy,
                    on: self.referral,
                    terms: [self.reason],
                    client: self.options.client
                )
                body.set("reason", .string(self.reason))
                let path = "/referrals/\(DeskClient.encoded(self.referral))/retention/destruction"
                let answer = try await self.options.client.post(path, .object(body))
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
