// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Roster
import WireFormat

/// Finds the roster to start with.
///
/// The archive's newest roster came through verification and goes first; roster.bin is the anchor at the first start,
/// and afterwards the operator's way to bring a newer one.
enum RosterSource {
    /// A verified roster and its signed bytes.
    struct Found {
        let roster: Roster
        let signedBytes: [UInt8]
    }

    /// Chooses and verifies.
    ///
    /// - Parameters:
    ///   - held: signed bytes of the newest roster in the archive.
    ///   - file: content of roster.bin.
    ///   - pinnedHash: from relay.json.
    /// - Returns: what to start with, and why the file was not taken although it is another one.
    /// - Throws: ``RelayFailure``.
    static func choose(
        held: [UInt8]?,
        file: [UInt8]?,
        pinnedHash: [UInt8]?
    ) throws(RelayFailure) -> (found: Found, fileRejection: RosterRejection?) {
        guard let held else {
            guard let file else { throw .rosterMissing }
            return (try Self.verified(file, previous: nil, pinnedHash: pinnedHash), nil)
        }
        // Verified when it was stored; what the archive gives back is checked by `log verify`.
        let current = try Self.verified(held, previous: nil, pinnedHash: nil)
        guard let file, file != held else { return (current, nil) }
        do {
            let roster = try RosterVerifier.verify(file, previous: current.roster)
            return (Found(roster: roster, signedBytes: file), nil)
        } catch {
            if case .notNewer = error { return (current, nil) }
            return (current, error)
        }
    }

    private static func verified(
        _ signedBytes: [UInt8],
        previous: Roster?,
        pinnedHash: [UInt8]?
    ) throws(RelayFailure) -> Found {
        do {
            let ownHash = Hashing.sha256(try SignedRoster.decode(signedBytes).rosterBytes)
            let anchor = pinnedHash ?? ownHash
            let roster = try RosterVerifier.verify(signedBytes, previous: previous, pinnedHash: anchor)
            return Found(roster: roster, signedBytes: signedBytes)
        } catch {
            throw .rosterRejected(error)
        }
    }
}
