// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// The last entry of a log that a node has accepted; it names everything before it.
package struct LogHead: Hashable, Sendable {
    /// Who writes the log.
    package let origin: SigningPublicKey
    /// Which life of the log.
    package let logEpoch: UInt64
    /// Sequence of the last entry, at least 1.
    package let sequence: UInt64
    /// Id of the last entry.
    package let id: EntryID

    package init(origin: SigningPublicKey, logEpoch: UInt64, sequence: UInt64, id: EntryID) {
        self.origin = origin
        self.logEpoch = logEpoch
        self.sequence = sequence
        self.id = id
    }

    /// Where the last entry stands.
    package var position: EntryPosition {
        EntryPosition(origin: self.origin, logEpoch: self.logEpoch, sequence: self.sequence)
    }
}
