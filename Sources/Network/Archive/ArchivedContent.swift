// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// What an archive gives of an entry's core and parts.
package enum ArchivedContent: Hashable, Sendable {
    /// The core, and the parts that are there.
    case held(EntryBody)
    /// Deleted by this erase order.
    case erased(order: EntryID)
    /// Not there yet, or not asked for.
    case absent

    /// Core and parts, if they are there.
    package var body: EntryBody? {
        guard case .held(let body) = self else { return nil }
        return body
    }
}
