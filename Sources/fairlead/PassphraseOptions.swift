// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import Cryptography
import Foundation

/// Where a passphrase comes from: a file, or a person at a terminal.
///
/// Never a flag: those stand in process lists.
enum PassphraseSource {
    /// Reads a passphrase.
    ///
    /// - Parameters:
    ///   - file: path given by flag, nil when none was given.
    ///   - environment: variable that may hold such a path.
    ///   - prompt: what to ask a person.
    ///   - confirming: ask twice and compare.
    /// - Returns: the passphrase, in protected memory.
    /// - Throws: `Problem` when neither a file nor a terminal is there, or the passphrase is empty.
    static func read(file: String?, environment: String, prompt: String, confirming: Bool = false) throws -> SecretBytes
    {
        if let path = file ?? ProcessInfo.processInfo.environment[environment] {
            guard var bytes = FileManager.default.contents(atPath: path).map({ Array($0) }) else {
                throw Problem(.badRequest, "The passphrase file cannot be read.", next: "Check its path and mode.")
            }
            while bytes.last == 0x0A || bytes.last == 0x0D { bytes.removeLast() }
            return try Self.checked(bytes)
        }
        guard isatty(STDIN_FILENO) == 1 else {
            throw Problem(
                .badRequest,
                "A passphrase is needed and there is no terminal to ask.",
                next: "Give a passphrase file (mode 0600), or set \(environment) to its path."
            )
        }
        let first = try Self.ask(prompt)
        if confirming {
            guard try Self.ask("Once more: ") == first else {
                throw Problem(.badRequest, "The two passphrases differ.", next: "Try again.")
            }
        }
        return try Self.checked(first)
    }

    private static func ask(_ prompt: String) throws -> [UInt8] {
        guard let answer = getpass(prompt) else {
            throw Problem(.badRequest, "No passphrase was typed.", next: "Try again.")
        }
        return Array(String(cString: answer).utf8)
    }

    private static func checked(_ bytes: [UInt8]) throws -> SecretBytes {
        guard !bytes.isEmpty, bytes.count <= 1_024 else {
            throw Problem(.badRequest, "The passphrase is empty or longer than 1,024 bytes.", next: "Choose another.")
        }
        return SecretBytes(copying: bytes)
    }
}

/// The passphrase that opens a desk.
struct DeskPassphraseOptions: ParsableArguments {
    @Option(help: "File with the desk's passphrase (or FAIRLEAD_PASSPHRASE_FILE); asked for at a terminal otherwise.")
    var passphraseFile: String?

    func read(confirming: Bool = false) throws -> SecretBytes {
        try PassphraseSource.read(
            file: self.passphraseFile,
            environment: "FAIRLEAD_PASSPHRASE_FILE",
            prompt: "Passphrase of the desk: ",
            confirming: confirming
        )
    }
}
