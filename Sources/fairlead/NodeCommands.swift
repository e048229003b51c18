// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Cryptography
import Foundation
import NodeRuntime
import StrictJSON

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a desk's home: keys, configuration, and the record to join a federation with.",
        discussion: """
            EXAMPLES
              fairlead init --home desk --name customs-xx --class customs --country XX --region eur
              fairlead init --home desk --name carrier-y --class carrier --audience partners --small
            """
    )
    @OptionGroup var home: HomeOptions
    @Option(help: "The member's name: lower-case letters, digits, hyphens.") var name: String
    @Option(help: "The organisation, as others will see it.") var organisation: String = ""
    @Option(help: "ISO 3166-1 alpha-2, empty for none.") var country: String = ""
    @Option(help: "WCO region: ams, ap, esa, eur, mena, wca.") var region: String = ""
    @Option(name: .customLong("class"), help: "customs, carrier, port, hub or other.") var memberClass: String =
        "customs"
    @Option(help: "customs or partners; may be given several times.") var audience: [String] = ["partners"]
    @Flag(help: "Gives out the keys of the federation's audiences (the hub named by the federation).")
    var issuesAudienceKeys = false
    @Flag(help: "Less memory for the passphrase (64 MiB), for a small machine.") var small = false
    @OptionGroup var passphrase: DeskPassphraseOptions
    @OptionGroup var options: OutputOptions

    func run() async throws {
        try await CommandFailure.reporting {
            let home = DeskHome(path: self.home.home)
            let member = DeskFounding.Member(
                name: self.name,
                organisation: self.organisation,
                country: self.country,
                region: self.region,
                memberClass: self.memberClass,
                audiences: self.audience,
                issuesAudienceKeys: self.issuesAudienceKeys
            )
            let record = try DeskFounding.create(
                home,
                member,
                passphrase: try self.passphrase.read(confirming: true),
                parameters: self.small ? .small : .moderate
            )
            self.options.write(record) { TextTable.record($0) }
            StandardStreams.talk(
                "Give member.json to whoever keeps the roster, then: fairlead roster install FILE --hash …"
            )
        }
    }
}

struct DeskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk",
        abstract: "Run the desk of a home directory until SIGTERM or Ctrl-C.",
        discussion: "EXAMPLES\n  fairlead desk --home desk --passphrase-file /run/credentials/desk"
    )
    @OptionGroup var home: HomeOptions
    @OptionGroup var passphrase: DeskPassphraseOptions

    func run() async throws {
        try await CommandFailure.reporting {
            let desk = try await Desk(
                home: DeskHome(path: self.home.home),
                passphrase: try self.passphrase.read(),
                clock: SystemClock()
            )
            try await desk.run()
        }
    }
}

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run desk and relay on one machine, as separate processes.",
        discussion: "EXAMPLES\n  fairlead serve --home node --passphrase-file passphrase.txt"
    )
    @OptionGroup var home: HomeOptions
    @Option(help: "File with the desk's passphrase (or FAIRLEAD_PASSPHRASE_FILE).") var passphraseFile: String?

    func run() async throws {
        try await CommandFailure.reporting {
            let home = DeskHome(path: self.home.home)
            var arguments = ["desk", "--home", home.folder.path]
            if let passphraseFile { arguments += ["--passphrase-file", passphraseFile] }
            let own = URL(filePath: CommandLine.arguments[0])
            let programs = try ProgramFolder.find(own)
            try await TwoPrograms.run(
                [
                    (programs.appending(path: "fairlead-relay"), ["serve", "--home", home.relay.path]),
                    (programs.appending(path: "fairlead"), arguments),
                ]
            )
        }
    }
}

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "The desk in one look: what waits, what is missing, which links stand."
    )
    @OptionGroup var options: DeskOptions

    func run() async throws {
        try await CommandFailure.reporting {
            let answer = try await self.options.client.get("/node/status")
            self.options.write(answer) { TextTable.record($0) }
        }
    }
}

struct VersionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Version of program, protocol and home."
    )
    @OptionGroup var options: OutputOptions

    func run() async throws {
        let answer: JSONValue = .object([
            "program": .string(ProgramVersion.text),
            "protocol": "fairlead/1",
            "home_version": .number(JSONNumber(DeskConfiguration.homeVersion)),
        ])
        self.options.write(answer) { TextTable.record($0) }
    }
}

struct RosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Who belongs to the federation.",
        subcommands: [Install.self, Key.self]
    )

    struct Install: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a signed roster into a desk's home; the desk must not run.",
            discussion: """
                The hash is what people compare by telephone before they trust the file.

                EXAMPLES
                  fairlead roster install roster.bin --hash 9f2c…41ab --home desk
                """
        )
        @Argument(help: "The signed roster's file.") var file: String
        @Option(help: "SHA-256 of the roster, hexadecimal.") var hash: String
        @OptionGroup var home: HomeOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let hash: [UInt8]
                do {
                    hash = try Hex.decode(self.hash)
                } catch {
                    throw Problem(
                        .badRequest,
                        "The hash is not hexadecimal.",
                        next: "Copy it from the roster's keeper."
                    )
                }
                try DeskFounding.installRoster(
                    try InputFile.read(self.file, byteLimit: 4 << 20),
                    hash: hash,
                    in: DeskHome(path: self.home.home)
                )
                StandardStreams.talk("Roster installed.")
            }
        }
    }
}
