// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What ``ChainRule`` says about one header.
package enum ChainVerdict: Hashable, Sendable {
    /// It is the next entry.
    case follows
    /// It is held already: never a fault.
    case duplicate
    /// Entries between the head and it are missing.
    case gap(missing: ClosedRange<UInt64>)
    /// It is the next in number, but continues another entry than the one held at this sequence: the origin has
    /// signed two entries there, and the other one is still to be found.
    case diverges(after: UInt64)
    /// Another entry is held at its place: the two headers prove a fork.
    case fork(held: EntryID)
}
