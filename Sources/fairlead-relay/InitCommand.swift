// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime

/// The command `fairlead-relay init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a relay's directory with a TLS key.",
        discussion: """
            Prints the hash of the TLS key: send it to the federation's roots, who put it into the roster as this
            relay's endpoint. Then put the signed roster into the directory as roster.bin.

            Example:
              fairlead-relay init --home /var/lib/fairlead-relay --listen 0.0.0.0:7443
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var output: OutputOption

    @Option(name: .long, help: "Where it will listen: HOST:PORT, [IPV6]:PORT or unix:PATH.")
    var listen: String = RelayConfiguration.defaultListen

    func run() throws {
        try RelayCommands.initialise(home: self.home.value, listen: self.listen, json: self.output.isJSON).give()
    }
}
