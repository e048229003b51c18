// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Foundation
import StrictJSON

struct ReferralCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral",
        abstract: "What was reported to this office.",
        subcommands: [
            Import.self, List.self, Show.self, ReferralIdentityCommand.self, ReferralRetentionCommand.self,
            ReferralTombstoneCommand.self, ReferralWishesCommand.self,
        ]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Import a dossier (dossier/1 JSON); prints the receipt code once.",
            discussion: """
                Unknown fields, wrong check digits and unknown codes are refused by place and rule; nothing is stored then.

                EXAMPLES
                  fairlead referral import case.json
                  fairlead referral import case.json --wish no-port --wish not-before:2026-06-01
                  fairlead referral import case.json -o json
                """
        )
        @Argument(help: "The dossier's file.") var file: String
        @Option(help: "What the referrer asks for: no-port, not-before:DATE, hub-issue-only, no-industry.")
        var wish: [String] = []
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let bytes = try InputFile.read(self.file)
                let answer = try await self.options.client.send(
                    .post,
                    "/referrals",
                    query: self.wish.isEmpty ? [] : [("wishes", self.wish.joined(separator: ","))],
                    body: bytes
                )
                self.options.write(answer) { json in
                    let object = json.objectValue
                    return """
                        Referral \(TextTable.cell(object?["id"])) received.
                        Receipt code, shown once: \(TextTable.cell(object?["receipt_code"]))
                        """
                }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the referrals with state and next date.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/referrals")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["referrals"]?.arrayValue ?? [],
                        [
                            ("REFERRAL", "id"), ("STATE", "state"), ("REGION", "wco_region"), ("MODUS OPERANDI", "mo"),
                            ("FEEDBACK", "feedback"),
                        ]
                    )
                }
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a referral's coded fields; who reported is not shown."
        )
        @Argument(help: "The referral's id.") var referral: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/referrals/\(DeskClient.encoded(self.referral))")
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
