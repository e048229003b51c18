// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime
import StrictJSON

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

    func run() {
        switch self.output.output {
        case .json:
            let object: JSONObject = [
                "schema": "version/1", "program": "fairlead-relay", "version": .string(Relay.version),
            ]
            Console.data(JSONWriter.text(.object(object)))
        case .text:
            Console.data("fairlead-relay \(Relay.version)")
        }
    }
}
