// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// Something in an archive that is not as it was stored.
package struct ArchiveFinding: Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The file's own structure is damaged, or a row cannot be read.
        case unreadable
        /// The header does not decode.
        case malformedHeader(HeaderDecodingError)
        /// The header, signature, core or a part is not what was signed.
        case rejected(EntryRejection)
        /// The id is not the header's hash.
        case identifierDiffers
        /// A column that is derived from the header says something else.
        case columnDiffers(String)
        /// The origin is not a member of the roster.
        case originUnknown
        /// The entry does not follow the one before it.
        case chainBroken
        /// An entry of the log is missing before this one.
        case entryMissing
        /// The content is not what the entry's state says: missing, in excess, or deleted without order.
        case contentDiffers
        /// The head is not the last entry of its log.
        case headDiffers
        /// The proof of a fork proves nothing.
        case proofInvalid
        /// The roster is not what was signed, or does not follow the one before it.
        case rosterInvalid
        /// The entry about to be signed is not one.
        case intentInvalid
    }

    /// The table.
    package let table: String
    /// Row number of an entry, epoch of a roster; nil where neither fits.
    package let row: Int64?
    /// What is wrong there.
    package let problem: Problem
}

extension ArchiveFinding: CustomStringConvertible {
    package var description: String {
        let place = self.row.map { " \($0)" } ?? ""
        return "\(self.table)\(place): \(self.problem)"
    }
}
