// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime

/// The command `fairlead-relay status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what the running relay knows about its peers.",
        discussion: """
            Exit status 69 when no relay runs with that directory.

            Example:
              fairlead-relay status --home /var/lib/fairlead-relay -o json
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var output: OutputOption

    func run() throws {
        try RelayCommands.status(home: self.home.value, json: self.output.isJSON).give()
    }
}
