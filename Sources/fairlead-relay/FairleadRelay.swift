// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import RelayRuntime

/// The command line of the relay.
@main
struct FairleadRelay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fairlead-relay",
        abstract: "Stores and forwards the signed entries of a Fairlead federation.",
        discussion: """
            A relay stands in the outer network. It cannot read what is sealed, sign, or name a referrer.

            Examples:
              fairlead-relay init --home /var/lib/fairlead-relay
              fairlead-relay serve --home /var/lib/fairlead-relay --listen 0.0.0.0:7443
              fairlead-relay status --home /var/lib/fairlead-relay -o json

            Exit statuses: 0 done, 1 failed, 64 usage, 65 bad data or signature, 69 no relay runs or port in use,
            75 try again, 77 not allowed, 78 configuration.
            """,
        version: Relay.version,
        subcommands: [InitCommand.self, ServeCommand.self, StatusCommand.self, VersionCommand.self]
    )
}
