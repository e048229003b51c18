// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What an archive holds of an entry's core and parts; the number stands in the database.
package enum ContentState: Int, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case absent = 0
    /// The core and some parts.
    case incomplete = 1
    /// The core and every part.
    case complete = 2
    /// Deleted by an erase order.
    case erased = 3
}
