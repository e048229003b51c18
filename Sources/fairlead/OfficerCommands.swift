// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import ArgumentParser
import Cryptography
import Foundation
import Release
import StrictJSON

/// The key with which an officer decides.
struct OfficerKeyOptions: ParsableArguments {
    @Option(help: "The officer's key file.") var officerKey: String
    @Option(help: "File with the officer's passphrase (or FAIRLEAD_OFFICER_PASSPHRASE_FILE); asked for otherwise.")
    var officerPassphraseFile: String?

    /// Signs a decision over a digest; the private key does not leave this command.
    ///
    /// - Throws: `Problem`: no key file, wrong passphrase, digest of another form.
    func decision(on digest: String, _ kind: String, reason: String?) throws -> JSONValue {
        guard let kind = DecisionKind(rawValue: kind) else { preconditionFailure("decision \(kind)") }
        let bytes: [UInt8]
        do {
            bytes = try Hex.decode(digest)
        } catch {
            throw Problem(.badRequest, "The digest is not hexadecimal.", next: "Copy it from: fairlead release show")
        }
        let decision = Decision(kind, on: bytes, by: try self.open())
        var object: JSONObject = [
            "decision": .string(kind.rawValue),
            "digest": .string(digest),
            "officer_key": .string(Base64URL.encode(decision.officerKey.bytes)),
            "signature": .string(Base64URL.encode(decision.signature)),
        ]
        if let reason { object.set("reason", .string(reason)) }
        return .object(object)
    }

    /// Signs an act on one case, with a challenge that the desk gives out for it.
    ///
    /// - Parameters:
    ///   - act: what is wanted.
    ///   - subject: id of the case; "" for the desk.
    ///   - terms: as the act prescribes.
    ///   - client: the desk.
    /// - Returns: members for the request.
    /// - Throws: `Problem`: no key file, wrong passphrase, no desk.
    func statement(
        _ act: OfficerStatement.Act,
        on subject: String,
        terms: [String],
        client: DeskClient
    ) async throws -> JSONObject {
        let key = try self.open()
        let answer = try await client.post("/challenges")
        let challenge = answer.objectValue?["challenge"]?.stringValue ?? ""
        let statement = OfficerStatement(
            act,
            on: subject,
            terms: terms,
            challenge: try Hex.decode(challenge),
            by: key
        )
        return [
            "challenge": .string(challenge),
            "officer_key": .string(Base64URL.encode(statement.officerKey.bytes)),
            "signature": .string(Base64URL.encode(statement.signature)),
        ]
    }

    private func open() throws -> SigningKey {
        try Self.open(self.officerKey, passphraseFile: self.officerPassphraseFile)
    }

    /// Opens a key file, an officer's or a root's.
    static func open(_ path: String, passphraseFile: String?) throws -> SigningKey {
        do {
            let file = try OfficerKeyFile.read(from: path)
            let passphrase = try PassphraseSource.read(
                file: passphraseFile,
                environment: "FAIRLEAD_OFFICER_PASSPHRASE_FILE",
                prompt: "Passphrase of \(file.name.text): "
            )
            return try file.unlock(passphrase: passphrase)
        } catch let error as OfficerKeyFileError {
            throw Problem(officerKey: error)
        }
    }
}

struct OfficerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer",
        abstract: "Who may draft, approve and withdraw at this desk.",
        subcommands: [Add.self, List.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an officer's key and enrol its public half.",
            discussion: "EXAMPLES\n  fairlead officer add m.keel --key-file keel.json"
        )
        @Argument(help: "The officer's name at this desk.") var name: String
        @Option(help: "analyst, releaser, administrator or auditor.") var role: String = "analyst"
        @Option(help: "Where to write the officer's key; never overwritten.") var keyFile: String
        @Option(help: "File with the officer's passphrase; asked for at a terminal otherwise.")
        var officerPassphraseFile: String?
        @Flag(help: "Less memory for the passphrase (64 MiB), for a small machine.") var small = false
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                do {
                    guard let name = OfficerName(self.name) else {
                        throw Problem(.badRequest, "The name cannot be used.", next: "Choose 1 to 80 plain characters.")
                    }
                    let passphrase = try PassphraseSource.read(
                        file: self.officerPassphraseFile,
                        environment: "FAIRLEAD_OFFICER_PASSPHRASE_FILE",
                        prompt: "Passphrase of \(self.name): ",
                        confirming: true
                    )
                    let (file, _) = try OfficerKeyFile.create(
                        name: name,
                        passphrase: passphrase,
                        parameters: self.small ? .small : .moderate
                    )
                    // Written first: a key that the desk knows and nobody has would be of no use.
                    try file.write(to: self.keyFile)
                    let answer = try await self.options.client.post(
                        "/officers",
                        .object([
                            "name": .string(self.name), "role": .string(self.role),
                            "key": .string(Base64URL.encode(file.publicKey.bytes)),
                        ])
                    )
                    self.options.write(answer) { TextTable.record($0) }
                } catch let error as OfficerKeyFileError {
                    throw Problem(officerKey: error)
                }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the officers and their keys.")
        @OptionGroup var options: DeskOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let answer = try await self.options.client.get("/officers")
                self.options.write(answer) { json in
                    TextTable.rows(
                        json.objectValue?["officers"]?.arrayValue ?? [],
                        [("NAME", "name"), ("ROLE", "role"), ("OFFICER", "id"), ("SESSION", "enrolment_session")]
                    )
                }
            }
        }
    }
}

extension Problem {
    /// What is wrong with an officer's key file, for people.
    init(officerKey error: OfficerKeyFileError) {
        let kind: ProblemKind =
            switch error {
            case .wrongPassphrase: .notAllowed
            case .alreadyExists, .notAccessible: .badRequest
            case .passphraseCostNotAffordable: .unavailable
            default: .badData
            }
        self.init(kind, error.advice, next: "")
    }
}
