// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The end that a roster puts to a log: what was accepted up to here stays, nothing is accepted after it.
///
/// Sequence 0 with an id of zeros closes a log that never had an entry. Protocol 2.
package struct LogClosure: Hashable, Sendable {
    /// Sequence of the last entry that counts.
    package let sequence: UInt64
    /// Id of that entry.
    package let id: EntryID

    package init(sequence: UInt64, id: EntryID) {
        self.sequence = sequence
        self.id = id
    }

    /// Closes a log before its first entry.
    package static let beforeFirst = LogClosure(sequence: 0, id: .zero)
}
