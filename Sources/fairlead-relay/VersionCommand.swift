// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime

/// The command `fairlead-relay version`.
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Says which version this is.",
        discussion: """
            Example:
              fairlead-relay version -o json
            """
    )

    @OptionGroup var output: OutputOption

    func run() throws {
        try RelayCommands.version(json: self.output.isJSON).give()
    }
}
