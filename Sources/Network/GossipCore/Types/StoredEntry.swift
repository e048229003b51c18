// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// What the archive has of an entry's content.
package enum StoredBody: Hashable, Sendable {
    case held(EntryBody)
    /// Removed by this erase order.
    case erased(order: EntryID)
    /// Header only, or nothing.
    case absent
}

/// One entry as the archive gives it for a range.
package struct StoredEntry: Sendable {
    package let header: VerifiedHeader
    /// `absent` also when only headers were asked for.
    package let body: StoredBody

    package init(header: VerifiedHeader, body: StoredBody) {
        self.header = header
        self.body = body
    }
}
