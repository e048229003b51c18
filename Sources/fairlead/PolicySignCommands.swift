// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Cryptography
import Foundation
import NodeRuntime
import StrictJSON

extension PolicyCommand {
    /// The roster whose roots sign.
    struct RosterOptions: ParsableArguments {
        @Option(help: "The signed roster's file.") var roster: String
        @Option(help: "SHA-256 of the roster, hexadecimal, as people compared it.") var hash: String

        func read() throws -> PolicyRoots {
            try PolicyRoots(signedRoster: try InputFile.read(self.roster, byteLimit: 4 << 20), hash: self.hash)
        }
    }

    struct Sign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a root's signature to a federation policy: FILE.sig beside it; needs no desk.",
            discussion: """
                EXAMPLES
                  fairlead policy sign default.yaml --roster roster.bin --hash 9f2c…41ab --root-key root-1.json
                """
        )
        @Argument(help: "The federation's policy.") var file: String
        @OptionGroup var roster: RosterOptions
        @Option(help: "The root's key file (fairlead roster key).") var rootKey: String
        @Option(help: "File with the passphrase of the root's key; asked for otherwise.") var rootPassphraseFile:
            String?

        func run() async throws {
            try await CommandFailure.reporting {
                let key = try OfficerKeyOptions.open(self.rootKey, passphraseFile: self.rootPassphraseFile)
                let count = try self.roster.read().sign(self.file, with: key)
                StandardStreams.talk("\(count) signatures in \(self.file).sig")
            }
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check that enough roots have signed a federation policy; needs no desk.",
            discussion: """
                EXAMPLES
                  fairlead policy verify default.yaml --roster roster.bin --hash 9f2c…41ab
                """
        )
        @Argument(help: "The federation's policy; its signatures are in FILE.sig.") var file: String
        @OptionGroup var roster: RosterOptions
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try self.roster.read().verify(self.file)
                self.options.write(answer) { TextTable.record($0) }
            }
        }
    }
}
