// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
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

    init(_ row: Row) throws {
        self.number = row["number"]
        let counter: Int64 = row["counter"]
        guard let counter = UInt64(exactly: counter), let content = ContentState(rawValue: row["content"]) else {
            throw ArchiveError.damagedEntry(number: self.number)
        }
        self.counter = counter
        self.content = content
        do {
            self.header = try EntryVerifier.restore(
                headerBytes: Self.bytes(row["header"]),
                signature: Self.bytes(row["signature"])
            )
        } catch {
            throw ArchiveError.damagedEntry(number: self.number)
        }
        let order: Data? = row["erased_by"]
        self.erasedBy = order.flatMap { EntryID(bytes: $0) }
        guard (self.erasedBy != nil) == (content == .erased) else {
            throw ArchiveError.damagedEntry(number: self.number)
        }
    }

    static func bytes(_ data: Data) -> [UInt8] { [UInt8](data) }
}
