// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Cryptography
import Foundation
import Roster

/// The roster that stands in a home, verified against the hash that was compared by people.
struct InstalledRoster {
    let roster: Roster
    let signedBytes: [UInt8]

    /// Reads `roster.bin`.
    ///
    /// - Throws: `Problem` of kind `configuration` when there is none or it does not verify.
    static func read(_ home: DeskHome, _ configuration: DeskConfiguration) throws -> InstalledRoster {
        guard let data = FileManager.default.contents(atPath: home.roster.path), let hash = configuration.rosterHash
        else {
            throw Problem(
                .configuration,
                "No roster is installed.",
                next: "fairlead roster install FILE --hash HASH --home \(home.folder.path)"
            )
        }
        return try Self.verify(Array(data), pinnedHash: hash)
    }

    static func verify(_ signedBytes: [UInt8], pinnedHash: [UInt8]) throws -> InstalledRoster {
        do {
            let roster = try RosterVerifier.verify(signedBytes, previous: nil, pinnedHash: pinnedHash)
            return InstalledRoster(roster: roster, signedBytes: signedBytes)
        } catch {
            throw Problem(
                .badSignature,
                "The roster does not verify: \(error).",
                next: "Get the file again, and compare its hash with another member by telephone."
            )
        }
    }
}
