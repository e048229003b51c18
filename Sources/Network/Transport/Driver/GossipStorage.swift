// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import GossipCore
package import Ledger
package import Roster

/// What a driver needs of its archive.
///
/// Calls block until done, on a thread of the driver's pool. `store` is durable when it returns: power may fail right
/// after it. Nothing is cached between calls.
package protocol GossipStorage: Sendable {
    /// Committed heads of all logs.
    func heads() throws -> [LogHead]

    /// Every fork known.
    func forks() throws -> [ForkProof]

    /// Entries committed.
    func entryCount() throws -> UInt64

    /// The receive counter of the last entry or body committed, 0 for none.
    func receiveCounter() throws -> UInt64

    /// Stores items in this order in one transaction: all or nothing.
    ///
    /// - Parameter items: verified.
    /// - Returns: what became of them.
    /// - Throws: errors of the disk; then nothing was stored.
    func store(_ items: [PersistItem]) throws -> StorageCommit

    /// A stretch of one log, without gaps, up to about the byte budget but at least one entry if there is one.
    func range(_ request: RangeRequest) throws -> [StoredEntry]

    /// The header at one place.
    func header(origin: SigningPublicKey, logEpoch: UInt64, sequence: UInt64) throws -> VerifiedHeader?

    /// Headers without body that no erase order explains, the oldest receive counters first.
    func holes(after: EntryID?, limit: Int) throws -> [VerifiedHeader]

    /// Whether `order` is a held erase order that may erase `entry`; if so, it is carried out.
    func confirmErasure(of entry: EntryID, by order: EntryID) throws -> Bool

    /// Keeps a verified roster as it was signed.
    func storeRoster(_ roster: Roster, signedBytes: [UInt8]) throws

    /// The signed roster of an epoch, if it is held.
    func signedRoster(epoch: UInt64) throws -> [UInt8]?
}

/// What a transaction did.
package struct StorageCommit: Sendable {
    /// For each item whether it is held now; one that the log no longer takes is not.
    package let isStored: [Bool]
    /// The receive counter after the last item.
    package let counter: UInt64

    package init(isStored: [Bool], counter: UInt64) {
        self.isStored = isStored
        self.counter = counter
    }
}
