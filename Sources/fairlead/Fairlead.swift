// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser

/// The command line of a desk; most commands are one call to the running desk.
@main
struct Fairlead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fairlead",
        abstract: "Share what incidents taught; who reported never leaves the office that was told.",
        discussion: """
            Data goes to standard output, talk to standard error. -o json prints documented JSON.

            EXIT CODES
              0 done · 1 failed · 64 wrong usage · 65 bad data or signature · 69 desk or peer down ·
              75 try again later · 77 not allowed, or a second person is needed · 78 configuration

            START HERE
              fairlead demo                     a whole federation on this machine
              fairlead init --home DIR --name customs-xx
              fairlead desk --home DIR
            """,
        subcommands: [
            DemoCommand.self, InitCommand.self, ServeCommand.self, DeskCommand.self, StatusCommand.self,
            VersionCommand.self, OfficerCommand.self, RosterCommand.self, ReferralCommand.self, AnalysisCommand.self,
            ReleaseCommand.self, DepartureCommand.self, BulletinCommand.self, AlertCommand.self,
            SubscriptionCommand.self, StatsCommand.self, PeerCommand.self, LogCommand.self, FeedbackCommand.self,
            AuditCommand.self, GuardCommand.self, KeyCommand.self, PolicyCommand.self, PopulationsCommand.self,
            RedactCommand.self,
        ]
    )
}
