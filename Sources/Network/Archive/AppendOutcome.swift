// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// What became of one ``ArchiveItem``.
package enum AppendOutcome: Hashable, Sendable {
    /// The entry is the log's new head.
    case appended(counter: UInt64)
    /// The header was there; its content is now, too.
    case contentStored(counter: UInt64)
    /// It was there already: never a fault.
    case duplicate(counter: UInt64)
    /// The header is there, its content was deleted by this order and stays away.
    case erased(order: EntryID)
    /// Entries before it are missing; it was not stored.
    case gap(missing: ClosedRange<UInt64>)
    /// It continues another entry than the one held at this sequence; it was not stored.
    case diverges(after: UInt64)
    /// The log is frozen from this sequence on; it was not stored.
    case frozen(from: UInt64)
    /// It made a fork known, or the proof was new: the log is frozen now.
    case forked(ForkProof)

    /// Whether the entry is durable here.
    package var isHeld: Bool {
        switch self {
        case .appended, .contentStored, .duplicate, .erased: true
        case .gap, .diverges, .frozen, .forked: false
        }
    }
}
