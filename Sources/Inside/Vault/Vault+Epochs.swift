// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
package import Cryptography
import Foundation
import GRDB
import Synchronization

extension Vault {
    /// Wraps the keys of all live cases under the current epoch's key, in one transaction.
    ///
    /// When this returns, no row and no page of the log needs the former key any more, and the keyring may destroy it:
    /// then a case that was shredded cannot be read from an older backup either, whoever knows the passphrase.
    ///
    /// - Parameter keys: current and former; the former opens what is still under it.
    /// - Returns: keys that were moved.
    /// - Throws: ``VaultError/damaged(_:_:)`` when one does not open, errors of the audit port or the database; nothing is
    ///   moved then.
    @discardableResult package func moveKeys(to keys: EpochKeys) throws -> Int {
        let next = CaseKeySealing(epochs: keys)
        // First, so that a record that comes meanwhile is wrapped under the new key.
        self.sealing.withLock { $0 = next }
        let count = try self.pool.write { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT case_id, wrapped, epoch FROM case_keys WHERE epoch <> ?",
                arguments: [next.epoch]
            )
            for row in rows {
                guard let caseID = CaseID(bytes: [UInt8](row["case_id"] as Data)) else { throw VaultError.wrongKey }
                let key = try Self.unwrap(row, of: caseID, next)
                try db.execute(
                    sql: "UPDATE case_keys SET wrapped = ?, epoch = ? WHERE case_id = ?",
                    arguments: [Data(try next.wrap(key, of: caseID)), next.epoch, Data(caseID.bytes)]
                )
            }
            try db.execute(
                sql: "UPDATE vault_check SET sealed = ?, epoch = ? WHERE epoch <> ?",
                arguments: [Data(try next.check()), next.epoch, next.epoch]
            )
            return rows.count
        }
        try self.checkpoint()
        return count
    }

    /// Forgets the former epoch's key in memory too.
    package func use(_ keys: EpochKeys) {
        self.sealing.withLock { $0 = CaseKeySealing(epochs: keys) }
    }
}
