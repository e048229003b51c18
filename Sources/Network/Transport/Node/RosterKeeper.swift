// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Roster
import Synchronization

/// Holds the current roster and replaces it by verified newer ones, from peers or from the operator.
package final class RosterKeeper: Sendable {
    private let storage: any GossipStorage
    private let admission: PeerAdmission
    private let current: Mutex<Roster>

    /// Starts with a verified roster.
    init(roster: Roster, storage: any GossipStorage, admission: PeerAdmission) {
        self.current = Mutex(roster)
        self.storage = storage
        self.admission = admission
    }

    /// The roster of this moment.
    package var roster: Roster { self.current.withLock { $0 } }

    /// Verifies a signed roster against the current one, stores it and puts it in place.
    ///
    /// Blocks.
    ///
    /// - Parameter signedBytes: as received; may be hostile.
    /// - Returns: the new current roster.
    /// - Throws: `RosterRejection`, or the archive's error; then nothing has changed.
    package func adopt(_ signedBytes: [UInt8]) throws -> Roster {
        try self.current.withLock { current in
            let roster = try RosterVerifier.verify(signedBytes, previous: current)
            try self.storage.storeRoster(roster, signedBytes: signedBytes)
            current = roster
            self.admission.replace(with: roster)
            return roster
        }
    }
}
