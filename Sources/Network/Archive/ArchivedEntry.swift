// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// One entry as an archive gives it.
package struct ArchivedEntry: Hashable, Sendable {
    /// This node's running number of what it stored: set when the header came, and set anew when content came or went.
    package let counter: UInt64
    /// The header, verified before it was stored.
    package let header: VerifiedHeader
    /// Core and parts.
    package let content: ArchivedContent

    package init(counter: UInt64, header: VerifiedHeader, content: ArchivedContent) {
        self.counter = counter
        self.header = header
        self.content = content
    }

    /// The entry's name.
    package var id: EntryID { self.header.id }
    /// What the entry is about.
    package var kind: EntryKind { self.header.header.kind }
}
