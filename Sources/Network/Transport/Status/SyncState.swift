// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How far one side of a link is with what the other holds, in records.
package enum SyncState: Hashable, Sendable {
    /// Nothing is missing that is known of.
    case inStep
    /// So many entries are missing.
    case behind(UInt64)
    /// The two have not compared yet in this run.
    case unknown
}
