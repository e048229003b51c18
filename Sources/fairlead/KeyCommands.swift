// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import ArgumentParser
import StrictJSON

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "The desk's keys that are destroyed in time.",
        subcommands: [List.self, Roll.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List purposes and days; no key is shown.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/keys")
                self.options.write(answer, KeyCommand.table)
            }
        }
    }

    struct Roll: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Begin the next epoch now, so that no older backup opens what was destroyed since.",
            discussion: """
                Happens by itself every 30 days. Make a backup afterwards, and copy epoch.key to where it is kept.

                EXAMPLES
                  fairlead key roll --officer-key keel.json
                """
        )
        @OptionGroup var signer: OfficerKeyOptions
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let body = try await self.signer.statement(
                    .changeEpoch,
                    on: "",
                    terms: [],
                    client: self.options.client
                )
                let answer = try await self.options.client.post("/keys/epoch", .object(body))
                self.options.write(answer, KeyCommand.table)
            }
        }
    }

    private static func table(_ json: JSONValue) -> String {
        TextTable.rows(
            json.objectValue?["keys"]?.arrayValue ?? [],
            [
                ("PURPOSE", "purpose"), ("NUMBER", "number"), ("FIRST DAY", "first_day"), ("LAST DAY", "last_day"),
                ("DESTROYED AFTER", "destroyed_after"),
            ]
        )
    }
}
