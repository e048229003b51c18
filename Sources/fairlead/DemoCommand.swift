// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import DemoFederation
import Foundation
import NodeRuntime

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run a whole federation on this machine, and prove at the end that nothing of a referrer left.",
        discussion: """
            Four members as separate processes on loopback; keys are made at start; everything is removed at the end.

            EXAMPLES
              fairlead demo
              fairlead demo --keep
            """,
        subcommands: [Run.self, Desk.self, Tap.self],
        defaultSubcommand: Run.self
    )

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Run the demo (the default).")
        @Flag(help: "Leave it running at the end, and say how to look around; Ctrl-C ends it.") var keep = false
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let programs = try ProgramFolder.find(URL(filePath: CommandLine.arguments[0]))
                let demo = Demo(programs: programs) { StandardStreams.data($0) }
                let isProven = try await DemoLife.run(demo, keep: self.keep)
                guard isProven else { throw ExitCode(1) }
            }
        }
    }

    struct Desk: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "A desk of the demo: the ordinary desk, on the demo's clock.",
            shouldDisplay: false
        )
        @OptionGroup var home: HomeOptions
        @OptionGroup var passphrase: DeskPassphraseOptions
        @Option(help: "File with the days that the clock was moved on.") var clock: String

        func run() async throws {
            try await CommandFailure.reporting {
                let desk = try await NodeRuntime.Desk(
                    home: DeskHome(path: self.home.home),
                    passphrase: try self.passphrase.read(),
                    clock: DemoClock(file: URL(filePath: self.clock))
                )
                try await desk.run()
            }
        }
    }

    struct Tap: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes down in the clear what passes before one relay of the demo.",
            shouldDisplay: false
        )
        @Option(help: "The demo's folder.") var root: String
        @Option(help: "The member whose relay it stands before.") var relay: String

        func run() async throws {
            try await CommandFailure.reporting {
                try await TapSetup.tap(root: URL(filePath: self.root), relay: self.relay).run()
            }
        }
    }
}
