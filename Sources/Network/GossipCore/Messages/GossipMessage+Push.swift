// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

extension GossipMessage {
    /// Content of one entry, asked for with WANT or a range of bodies.
    package struct Body: Hashable, Sendable {
        package let entry: EntryID
        /// Absent when the core was erased or never held.
        package let core: [UInt8]?
        /// In the order of the header's parts; absent ones were erased.
        package let parts: [[UInt8]?]

        package init(entry: EntryID, core: [UInt8]?, parts: [[UInt8]?]) {
            self.entry = entry
            self.core = core
            self.parts = parts
        }
    }

    /// The answer for a body that an erase order removed.
    package struct Gone: Hashable, Sendable {
        package let entry: EntryID
        /// Entry of kind erase-order that removed it.
        package let order: EntryID

        package init(entry: EntryID, order: EntryID) {
            self.entry = entry
            self.order = order
        }
    }

    /// Two headers of one place in one log, neither with a body: the origin contradicted itself.
    package struct Proof: Hashable, Sendable {
        package let first: UnverifiedEntry
        package let second: UnverifiedEntry

        package init(first: UnverifiedEntry, second: UnverifiedEntry) {
            self.first = first
            self.second = second
        }
    }
}
