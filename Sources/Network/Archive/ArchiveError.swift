// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// What keeps an archive from doing its work, apart from SQLite's own errors.
package enum ArchiveError: Error, Hashable, Sendable {
    /// A stored header does not decode: the file was altered or the disk is failing. `fairlead log verify` says more.
    case damagedEntry(number: Int64)
    /// A stored fork proof does not prove anything.
    case damagedFork
    /// A stored intent does not decode.
    case damagedIntent
    /// The own log has a fork: nothing is signed until the roster starts a new log epoch.
    case ownLogForked(sequence: UInt64)
    /// The own log, as held, does not take the entry that was signed for it.
    case ownEntryRefused(ChainVerdict)
    /// Another roster of this epoch is held.
    case conflictingRoster(epoch: UInt64)
}
