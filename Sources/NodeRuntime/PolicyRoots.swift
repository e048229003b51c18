// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
package import Cryptography
import Foundation
import PolicyFiles
import Roster
package import StrictJSON

/// Signs and checks federation policies with the roots of a roster, without a desk.
package struct PolicyRoots {
    private let roster: Roster

    /// Takes a roster that people have compared.
    ///
    /// - Throws: `Problem` when it does not verify against the hash.
    package init(signedRoster: [UInt8], hash: String) throws {
        let pinned: [UInt8]
        do {
            pinned = try Hex.decode(hash)
        } catch {
            throw Problem(.badRequest, "The hash is not hexadecimal.", next: "Copy it from the roster's keeper.")
        }
        self.roster = try InstalledRoster.verify(signedRoster, pinnedHash: pinned).roster
    }

    /// Adds a signature to `FILE.sig`.
    ///
    /// - Returns: number of signatures in the file.
    /// - Throws: `Problem`: unreadable files, a key that is no root.
    package func sign(_ file: String, with key: SigningKey) throws -> Int {
        let policy = try Self.read(file)
        let path = file + ".sig"
        var signatures =
            FileManager.default.fileExists(atPath: path)
            ? try PolicySignatureFile(try Self.read(path)) : PolicySignatureFile()
        try signatures.sign(policy, with: key, roster: self.roster)
        try Data(signatures.encoded()).write(to: URL(filePath: path), options: .atomic)
        return signatures.count
    }

    /// Checks `FILE.sig`.
    ///
    /// - Returns: `{"digest","signatures","threshold"}`.
    /// - Throws: `Problem` of kind `badSignature` or `badData`.
    package func verify(_ file: String) throws -> JSONValue {
        let policy = try Self.read(file)
        let count = try PolicySignatureFile(try Self.read(file + ".sig")).verify(policy, roster: self.roster)
        return .object([
            "digest": .string(Hex.encode(Hashing.sha256(policy))),
            "signatures": .integer(count),
            "threshold": .integer(self.roster.threshold),
        ])
    }

    private static func read(_ file: String) throws(Problem) -> [UInt8] {
        do throws(PolicyFileError) {
            return try PolicyDirectory.bytes(ofFile: file)
        } catch {
            throw Problem(policyFile: error)
        }
    }
}
