// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import StrictJSON

struct PopulationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "populations",
        abstract: "How many could have reported, per place and month.",
        subcommands: [Import.self]
    )

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replace the desk's table by a CSV file, at once and as a whole; noted in the audit trail.",
            discussion: """
                Columns: place,month,referrers,incidents,source_kinds and, for parts of a population, conveyance,goods. A file
                with a fault changes nothing.

                EXAMPLES
                  fairlead populations import carriers-2026.csv --home desk
                """
        )
        @Argument(help: "The CSV file, or - for standard input.") var file: String
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let bytes = try InputFile.read(self.file)
                let answer = try await self.options.client.send(.post, "/populations", body: bytes)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
