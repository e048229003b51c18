// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB
import Ledger

/// One row of the table of entries, taken apart.
struct ArchiveRow {
    /// The columns that every query of this type selects.
    static let columns = "entry.number, entry.counter, entry.header, entry.signature, entry.content, entry.erased_by"

    let number: Int64
    let counter: UInt64
    let header: VerifiedHeader
    let content: ContentState
    let erasedBy: EntryID?

    init(_ row: Row) throws(ArchiveError) {
        let number = row.integer("number") ?? 0
        self.number = number
        guard let counter = row.number("counter"), let state = row.integer("content"),
            let content = ContentState(rawValue: Int(state)),
            let headerBytes = row.blob("header"), let signature = row.blob("signature")
        else { throw .damagedEntry(number: number) }
        self.counter = counter
        self.content = content
        self.erasedBy = row.blob("erased_by").flatMap { EntryID(bytes: $0) }
        guard (self.erasedBy != nil) == (content == .erased) else { throw .damagedEntry(number: number) }
        do {
            self.header = try EntryVerifier.restore(headerBytes: headerBytes, signature: signature)
        } catch {
            throw .damagedEntry(number: number)
        }
    }
}
