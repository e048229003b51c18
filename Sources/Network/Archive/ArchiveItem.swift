// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// One thing to store.
package enum ArchiveItem: Hashable, Sendable {
    /// A header with or without content; also content for a header that is stored already.
    case entry(VerifiedEntry)
    /// Two entries for one place: kept for ever, the log freezes before it.
    case fork(ForkProof)
}
