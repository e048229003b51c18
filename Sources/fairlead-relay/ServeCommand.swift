// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime

/// The command `fairlead-relay serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Runs the relay until SIGTERM or Ctrl-C.",
        discussion: """
            Writes its log to standard error, one JSON object per line. SIGHUP reads roster.bin again.

            Examples:
              fairlead-relay serve --home /var/lib/fairlead-relay
              fairlead-relay serve --home ./relay --listen 127.0.0.1:0
            """
    )

    @OptionGroup var home: HomeOption

    @Option(name: .long, help: "Where to listen instead of relay.json's address; port 0 takes a free one.")
    var listen: String?

    func run() async throws {
        try await RelayCommands.serve(home: self.home.value, listen: self.listen).give()
    }
}
