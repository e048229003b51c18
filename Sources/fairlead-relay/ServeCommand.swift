// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime
import Transport

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

    func validate() throws {
        guard let listen = self.listen else { return }
        do {
            _ = try PeerAddress(listen)
        } catch {
            throw ValidationError("\(error)")
        }
    }

    func run() async throws {
        do {
            let relay = try await Relay(home: self.home.value, listen: try self.listen.map { try PeerAddress($0) })
            try await relay.run()
        } catch {
            throw Console.fail(error)
        }
    }
}
