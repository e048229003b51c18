// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How soon an entry wants to be read.
///
/// Protocol 5.1.
package enum EntryPriority: UInt64, Hashable, Sendable, CaseIterable {
    case routine = 0
    case urgent = 1
}
