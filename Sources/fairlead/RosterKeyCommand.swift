// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import ArgumentParser
import Cryptography
import StrictJSON

extension RosterCommand {
    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a root's key, for signing rosters and policies; needs no desk.",
            discussion: """
                EXAMPLES
                  fairlead roster key root.one --key-file root-1.json
                """
        )
        @Argument(help: "A name for the key: letters, digits, dots, hyphens.") var name: String
        @Option(help: "Where to write the key; never overwritten.") var keyFile: String
        @Option(help: "File with the key's passphrase; asked for otherwise.") var rootPassphraseFile: String?
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                guard let name = OfficerName(self.name) else {
                    throw Problem(.badRequest, "This cannot be the name of a key.", next: "Use a short name.")
                }
                let passphrase = try PassphraseSource.read(
                    file: self.rootPassphraseFile,
                    environment: "FAIRLEAD_OFFICER_PASSPHRASE_FILE",
                    prompt: "Passphrase of the key: ",
                    confirming: true
                )
                do {
                    let file = try OfficerKeyFile.create(name: name, passphrase: passphrase).file
                    try file.write(to: self.keyFile)
                    let answer: JSONValue = .object([
                        "name": .string(file.name.text),
                        "key": .string(Base64URL.encode(file.publicKey.bytes)),
                    ])
                    self.options.write(answer) { TextTable.record($0) }
                } catch let error as OfficerKeyFileError {
                    throw Problem(officerKey: error)
                }
            }
        }
    }
}
