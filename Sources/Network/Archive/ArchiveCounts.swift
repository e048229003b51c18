// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Sizes of an archive, for status pages and HELLO.
package struct ArchiveCounts: Hashable, Sendable {
    /// Headers held.
    package let entries: UInt64
    /// Entries whose core and parts are all held.
    package let complete: UInt64
    /// Entries whose content is missing, wholly or in part, and not erased.
    package let holes: UInt64
    /// Entries whose content was deleted by an order.
    package let erased: UInt64
    /// Logs with at least one entry.
    package let logs: UInt64
    /// Fork proofs held.
    package let forks: UInt64
    /// The greatest receive counter, 0 in an empty archive.
    package let counter: UInt64
}
