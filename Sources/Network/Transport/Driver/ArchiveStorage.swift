// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Archive
package import Cryptography
package import GossipCore
package import Ledger
package import Roster

/// The production storage: the archive of this node.
package struct ArchiveStorage: GossipStorage {
    private let archive: Archive

    package init(_ archive: Archive) {
        self.archive = archive
    }

    package func heads() throws -> [LogHead] {
        try self.archive.readBlocking { try $0.heads() }
    }

    package func forks() throws -> [ForkProof] {
        try self.archive.readBlocking { try $0.forks() }
    }

    package func entryCount() throws -> UInt64 {
        try self.archive.readBlocking { try $0.entryCount() }
    }

    package func receiveCounter() throws -> UInt64 {
        try self.archive.readBlocking { try $0.receiveCounter() }
    }

    package func store(_ items: [PersistItem]) throws -> StorageCommit {
        let commit = try self.archive.appendBlocking(
            items.map { item in
                switch item {
                case .entry(let entry), .body(let entry): .entry(entry)
                case .fork(let proof): .fork(proof)
                }
            }
        )
        let isStored = zip(items, commit.outcomes).map { item, outcome in
            // A proof is stored by freezing the log; an entry that makes a fork known is not.
            if case .fork = item { return true }
            return outcome.isHeld
        }
        return StorageCommit(isStored: isStored, counter: commit.counter)
    }

    package func range(_ request: RangeRequest) throws -> [StoredEntry] {
        guard request.from <= request.to else { return [] }
        let entries = try self.archive.readBlocking { reader in
            try reader.entries(
                of: request.origin,
                logEpoch: request.logEpoch,
                sequences: request.from...request.to,
                withContent: request.content.includesBodies,
                byteBudget: request.byteBudget
            )
        }
        return entries.map { entry in
            StoredEntry(header: entry.header, body: StoredBody(entry.content))
        }
    }

    package func header(
        origin: SigningPublicKey,
        logEpoch: UInt64,
        sequence: UInt64
    ) throws -> VerifiedHeader? {
        let position = EntryPosition(origin: origin, logEpoch: logEpoch, sequence: sequence)
        return try self.archive.readBlocking { try $0.header(at: position) }
    }

    package func holes(after: EntryID?, limit: Int) throws -> [VerifiedHeader] {
        try self.archive.readBlocking { try $0.holes(after: after, limit: limit) }
    }

    package func confirmErasure(of entry: EntryID, by order: EntryID) throws -> Bool {
        try self.archive.eraseBlocking(entry, by: order)
    }

    package func storeRoster(_ roster: Roster, signedBytes: [UInt8]) throws {
        try self.archive.storeRosterBlocking(roster, signedBytes: signedBytes)
    }

    package func signedRoster(epoch: UInt64) throws -> [UInt8]? {
        try self.archive.readBlocking { try $0.roster(epoch: epoch) }
    }
}

extension StoredBody {
    fileprivate init(_ content: ArchivedContent) {
        switch content {
        case .held(let body): self = .held(body)
        case .erased(let order): self = .erased(order: order)
        case .absent: self = .absent
        }
    }
}
