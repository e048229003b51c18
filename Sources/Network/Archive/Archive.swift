// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import GRDB
package import Ledger
package import Roster

/// Every entry that this node has accepted, in one SQLite file.
///
/// One writer: concurrent ``append(_:)`` calls share a transaction while another is being written. Reads see a snapshot
/// and never wait for the writer. Whatever a call returned is on disk (WAL with `synchronous=FULL`, asserted when the
/// file is opened): a lost commit of the own log would be a fork.
package final class Archive: Sendable {
    private let pool: DatabasePool
    private let queue: CommitQueue

    /// Opens an archive, and makes it when there is none.
    ///
    /// - Parameter path: of the SQLite file; its folder must exist.
    /// - Throws: errors of the file system and of SQLite; `DatabaseFailure.newerVersion` for a newer program's file.
    package init(path: String) throws {
        self.pool = try DatabaseFile.openPool(path: path, migrations: ArchiveSchema.migrations)
        self.queue = CommitQueue(pool: self.pool)
    }

    /// Reads from one snapshot, without blocking the caller's thread.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (ArchiveReader) throws -> Value
    ) async throws -> Value {
        try await self.pool.read { db in try body(ArchiveReader(db: db)) }
    }

    /// Reads from one snapshot and blocks the calling thread: for threads of a pool, never for an event loop.
    package func readBlocking<Value>(_ body: (ArchiveReader) throws -> Value) throws -> Value {
        try self.pool.read { db in try body(ArchiveReader(db: db)) }
    }

    /// Stores items in this order, all of them or, when the disk fails, none.
    ///
    /// An item that the chain rule refuses does not keep the others from being stored. Durable on return.
    ///
    /// - Returns: what became of each item, and the greatest receive counter.
    package func append(_ items: [ArchiveItem]) async throws -> ArchiveCommit {
        try await self.queue.append(items)
    }

    /// Like ``append(_:)``, in a transaction of its own, blocking the calling thread.
    package func appendBlocking(_ items: [ArchiveItem]) throws -> ArchiveCommit {
        let commit = try self.pool.write { db in
            let outcomes = try items.map { try ArchiveWriter(db: db).append($0) }
            return ArchiveCommit(outcomes: outcomes, counter: try ArchiveReader(db: db).receiveCounter())
        }
        if ErasedPages.mayRemain(after: items) { self.pool.writeWithoutTransaction(ErasedPages.remove) }
        return commit
    }

    /// Deletes core and parts of an entry; the header and the order stay.
    ///
    /// An order that is appended is carried out at once; this is for an order that arrived before its entry.
    ///
    /// - Parameters:
    ///   - entry: whose content is to go.
    ///   - order: a held erase order of the same origin with that subject.
    /// - Returns: whether the order may erase the entry; then nothing of its content is left.
    /// - Throws: errors of SQLite.
    package func erase(_ entry: EntryID, by order: EntryID) async throws -> Bool {
        let isErased = try await self.pool.write { db in try ArchiveWriter(db: db).erase(entry, by: order) }
        if isErased { try await self.removeErasedPages() }
        return isErased
    }

    /// Like ``erase(_:by:)``, blocking the calling thread.
    package func eraseBlocking(_ entry: EntryID, by order: EntryID) throws -> Bool {
        let isErased = try self.pool.write { db in try ArchiveWriter(db: db).erase(entry, by: order) }
        if isErased { self.pool.writeWithoutTransaction(ErasedPages.remove) }
        return isErased
    }

    /// Keeps a verified roster as it was signed; keeping the same one again does nothing.
    ///
    /// - Throws: ``ArchiveError/conflictingRoster(epoch:)`` when another one of its epoch is held.
    package func storeRoster(_ roster: Roster, signedBytes: [UInt8]) async throws {
        try await self.pool.write { db in
            try ArchiveWriter(db: db).storeRoster(epoch: roster.epoch, hash: roster.hash, signedBytes: signedBytes)
        }
    }

    /// Like ``storeRoster(_:signedBytes:)``, blocking the calling thread.
    package func storeRosterBlocking(_ roster: Roster, signedBytes: [UInt8]) throws {
        try self.pool.write { db in
            try ArchiveWriter(db: db).storeRoster(epoch: roster.epoch, hash: roster.hash, signedBytes: signedBytes)
        }
    }

    /// Keeps a small value of the program under a name, for example that it was stopped in order.
    package func setSetting(_ name: String, to value: [UInt8]?) async throws {
        try await self.pool.write { db in try ArchiveWriter(db: db).setSetting(name, to: value) }
    }

    /// Hashes and verifies every stored byte again.
    ///
    /// - Parameters:
    ///   - roster: when given, origins must be its members.
    ///   - findingLimit: after so many findings the rest is not looked at.
    /// - Returns: what is wrong; empty when everything is as it was signed.
    /// - Throws: when no snapshot can be had; what a check cannot read is a finding.
    package func verifyAll(roster: Roster? = nil, findingLimit: Int = 1_000) async throws -> [ArchiveFinding] {
        try await self.pool.read { db in
            var audit = ArchiveAudit(db: db, roster: roster, findingLimit: findingLimit)
            return audit.run()
        }
    }

    /// Takes deleted content out of the write-ahead log.
    func removeErasedPages() async throws {
        try await self.pool.writeWithoutTransaction { db in ErasedPages.remove(db) }
    }

    /// Does something in one transaction of the writer.
    func write<Value: Sendable>(_ body: @escaping @Sendable (ArchiveWriter) throws -> Value) async throws -> Value {
        try await self.pool.write { db in try body(ArchiveWriter(db: db)) }
    }
}
