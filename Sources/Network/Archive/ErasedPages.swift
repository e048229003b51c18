// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB
import Ledger

/// Takes what an erase order deleted out of the write-ahead log too.
///
/// `secure_delete` overwrites the rows in the file itself; older pages with the content stand in the write-ahead log
/// until it is written over.
enum ErasedPages {
    /// Whether storing these items may delete content.
    static func mayRemain(after items: [ArchiveItem]) -> Bool {
        items.contains { item in
            guard case .entry(let entry) = item else { return false }
            return entry.header.header.kind == .eraseOrder
        }
    }

    /// Empties the write-ahead log; called by the writer, outside a transaction.
    static func remove(_ db: Database) {
        do {
            _ = try db.checkpoint(.truncate)
        } catch {
            // A reader is still at an older state: the next checkpoint, at the latest the one at closing, does it.
        }
    }
}
