// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// An entry that is durable here.
package struct LoggedEntry: Hashable, Sendable {
    /// The entry.
    package let entry: VerifiedEntry
    /// This node's own running number of what it stored; readers use it as cursor.
    package let counter: UInt64

    package init(entry: VerifiedEntry, counter: UInt64) {
        self.entry = entry
        self.counter = counter
    }
}
