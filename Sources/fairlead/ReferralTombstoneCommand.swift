// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Casework
import Cryptography
import NodeRuntime
import StrictJSON

struct ReferralTombstoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tombstone",
        abstract: "The signed statement that who reported is destroyed, for who has the receipt code.",
        subcommands: [Show.self, Check.self]
    )

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the statement as JSON.",
            discussion: "EXAMPLES\n  fairlead referral tombstone show --receipt K7QW-… > tombstone.json"
        )
        @Option(help: "The receipt code.") var receipt: String
        @OptionGroup var home: HomeOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.home.client.post(
                    "/tombstones",
                    .object(["receipt_code": .string(self.receipt)])
                )
                StandardStreams.data(answer)
            }
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a statement without a desk: is it about this receipt code, and did that member sign it?",
            discussion: """
                EXAMPLES
                  fairlead referral tombstone check tombstone.json --receipt K7QW-… --node-key BASE64URL
                """
        )
        @Argument(help: "The statement's file.") var file: String
        @Option(help: "The receipt code.") var receipt: String
        @Option(help: "The member's node key, from the roster: fairlead peer list -o json.") var nodeKey: String

        func run() async throws {
            try await CommandFailure.reporting {
                let receipt: ReceiptCode
                let key: SigningPublicKey
                do {
                    receipt = try ReceiptCode(parsing: self.receipt)
                    key = try SigningPublicKey(bytes: try Base64URL.decode(self.nodeKey))
                } catch {
                    throw Problem(.badRequest, "Receipt code or node key cannot be read.", next: "Copy them again.")
                }
                let statement: Tombstone?
                do {
                    statement = Tombstone(json: try JSONParser.parse(try InputFile.read(self.file)))
                } catch let error as JSONParsingError {
                    throw Problem(.badData, "The file is not JSON: \(error).", next: "Get the statement again.")
                }
                guard let statement, statement.isGenuine(receipt: receipt, nodeKey: key) else {
                    throw Problem(
                        .badSignature,
                        "This is no statement of that member about that receipt code.",
                        next: "Get the statement again, and compare the node key with the roster."
                    )
                }
                StandardStreams.data(
                    "Destroyed on \(statement.destroyedOn.text) (\(statement.reason)); old backups end by "
                        + "\(statement.backupsEndBy.text)."
                )
            }
        }
    }
}
