// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import ArgumentParser
import Cryptography
import StrictJSON

struct ReferralIdentityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "identity",
        abstract: "Show who reported, for a reason, after the audit trail says who looks.",
        discussion: """
            Signed with the officer's key; the look is in the audit trail before anything is shown. What is printed here must
            not be copied anywhere.

            EXAMPLES
              fairlead referral identity 01HV… --reason feedback --officer-key keel.json
              fairlead referral identity 01HV… --reason legal-obligation --text "order of the district court" \
                --officer-key keel.json
            """
    )
    @Argument(help: "The referral's id.") var referral: String
    @Option(help: "feedback, validation, protection or legal-obligation.") var reason: String
    @Option(help: "In words, kept sealed with the case.") var text: String?
    @OptionGroup var signer: OfficerKeyOptions
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await CommandFailure.reporting {
            let words = Hex.encode(Hashing.sha256(Array((self.text ?? "").utf8)))
            var body = try await self.signer.statement(
                .openIdentity,
                on: self.referral,
                terms: [self.reason, words],
                client: self.options.client
            )
            body.set("reason", .string(self.reason))
            if let text { body.set("text", .string(text)) }
            let path = "/referrals/\(DeskClient.encoded(self.referral))/identity"
            let answer = try await self.options.client.post(path, .object(body))
            self.options.write(answer) { json in
                TextTable.rows(
                    json.objectValue?["fields"]?.arrayValue ?? [],
                    [("FIELD", "field"), ("VALUE", "value")]
                )
            }
        }
    }
}
