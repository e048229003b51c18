// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Foundation
import GRDB
import Synchronization

/// From one epoch key to the next, in steps of which each can be repeated.
///
/// ```
/// startEpoch ──► moveKeys ──► (the vault moves the keys of cases) ──► endEpoch
/// both keys      keyring's     vault's rows                            the former key is in no file any more
/// in the file    rows
/// ```
/// A cut between two steps leaves both keys in the file, and everything readable; the steps are then done again.
extension Keyring {
    /// Days of one epoch.
    package static let epochDays = 30

    /// The keys of the moment; with a former one while a change is under way.
    package var epochKeys: EpochKeys { self.epochs.withLock { $0 } }

    /// Makes the next epoch's key, unless a change is under way already.
    ///
    /// - Parameter day: on which the epoch begins, since 1970-01-01.
    /// - Returns: both keys, durable.
    /// - Throws: ``KeyringError/epochKeyNotWritten``, `CryptographyError`.
    @discardableResult package func startEpoch(on day: Int) throws -> EpochKeys {
        try self.epochs.withLock { keys in
            guard keys.former == nil else { return keys }
            let next = EpochKeys(
                current: EpochKeys.Key(
                    number: keys.current.number + 1,
                    secret: SecretBytes(random: SealedBox.keyByteCount),
                    firstDay: day
                ),
                former: keys.current
            )
            try self.epochFile.write(next)
            keys = next
            return next
        }
    }

    /// Seals agreement keys and keys of audiences under the current epoch, in one transaction.
    ///
    /// - Returns: how many were under another.
    /// - Throws: ``KeyringError/damaged(_:)``, `DatabaseFailure`; nothing is moved then.
    @discardableResult package func moveKeys() throws -> Int {
        let cabinet = self.cabinet
        let count = try self.write { try cabinet.moveAll(in: $0) }
        if count > 0 { try self.emptyLog() }
        return count
    }

    /// Destroys the former key: what still lay under it is gone for ever, in every backup without `epoch.key` too.
    ///
    /// - Throws: ``KeyringError/epochNotMoved`` when a key of this file still needs it,
    ///   ``KeyringError/epochKeyNotWritten``, `DatabaseFailure`.
    package func endEpoch() throws {
        let cabinet = self.cabinet
        guard try self.write({ try cabinet.countOutsideCurrentEpoch(in: $0) }) == 0 else {
            throw KeyringError.epochNotMoved
        }
        try self.epochs.withLock { keys in
            let remaining = EpochKeys(current: keys.current)
            try self.epochFile.write(remaining)
            keys = remaining
        }
    }
}
