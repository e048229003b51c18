// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a transaction did.
package struct ArchiveCommit: Hashable, Sendable {
    /// One outcome for each item, in their order.
    package let outcomes: [AppendOutcome]
    /// The greatest receive counter after the transaction, 0 in an empty archive.
    package let counter: UInt64
}
