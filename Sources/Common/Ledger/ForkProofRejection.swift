// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why two headers do not prove a fork.
package enum ForkProofRejection: Error, Hashable, Sendable {
    /// One of the headers is not an entry of this network.
    case rejectedHeader(EntryRejection)
    /// They are for different places.
    case differentPlaces
    /// They are the same entry.
    case sameEntry
}
