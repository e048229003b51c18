// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import ArgumentParser
import StrictJSON

struct ReferralWishesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wishes",
        abstract: "Change what the referrer asked for; the gate obeys it until departure.",
        discussion: """
            The wishes given take the place of those that stood; none takes all back. Once a bulletin of the case has left they
            can only become stricter. `referral show` prints them.

            EXAMPLES
              fairlead referral wishes 01HV… --wish no-port --wish not-before:2026-06-01 --officer-key keel.json
            """
    )
    @Argument(help: "The referral's id.") var referral: String
    @Option(help: "no-port, not-before:YYYY-MM-DD, hub-issue-only or no-industry; may be repeated.")
    var wish: [String] = []
    @OptionGroup var signer: OfficerKeyOptions
    @OptionGroup var options: DeskOptions

    /// The order in which wishes are signed, the desk's own.
    private static let order = ["no-port", "not-before:", "hub-issue-only", "no-industry"]

    func run() async throws {
        try await CommandFailure.reporting {
            let wishes = Self.order.flatMap { code in self.wish.filter { $0.hasPrefix(code) } }
            let unknown = self.wish.filter { !wishes.contains($0) }
            var body = try await self.signer.statement(
                .setWishes,
                on: self.referral,
                terms: wishes,
                client: self.options.client
            )
            body.set("wishes", .array((wishes + unknown).map { .string($0) }))
            let path = "/referrals/\(DeskClient.encoded(self.referral))/wishes"
            let answer = try await self.options.client.post(path, .object(body))
            self.options.write(answer) { TextTable.record($0) }
        }
    }
}
