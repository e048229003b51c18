// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import ArgumentParser
import Cryptography
import RelayRuntime
import StrictJSON

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
        do {
            let identity = try RelaySetup.create(self.home.value, listen: self.listen)
            let hash = Hex.encode(identity.subjectPublicKeyInfoHash)
            switch self.output.output {
            case .json:
                let object: JSONObject = ["schema": "relay-init/1", "endpoint": .string(hash)]
                Console.data(JSONWriter.text(.object(object)))
            case .text:
                Console.data(hash)
                Console.talk(
                    "This is the SHA-256 of the relay's public key. Give it to the federation's roots, and put"
                )
                Console.talk("the roster that they sign into \(self.home.value.roster).")
            }
        } catch {
            throw Console.fail(error)
        }
    }
}
