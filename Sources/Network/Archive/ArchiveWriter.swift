// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import GRDB
import Ledger

/// What one transaction does to an archive; valid only inside it.
///
/// The chain rule is judged here, between reading the head and writing it, so that no caller can store over a gap.
struct ArchiveWriter {
    let db: Database

    var reader: ArchiveReader { ArchiveReader(db: self.db) }

    /// Stores one item, or says why not.
    func append(_ item: ArchiveItem) throws -> AppendOutcome {
        switch item {
        case .entry(let entry): try self.append(entry)
        case .fork(let proof): try self.freeze(proof)
        }
    }

    private func append(_ entry: VerifiedEntry) throws -> AppendOutcome {
        if let row = try self.reader.row("WHERE entry.id = ?", [Data(entry.id.bytes)]) {
            return try self.addContent(of: entry, to: row)
        }
        let header = entry.header.header
        if let frozen = try self.reader.frozenFrom(origin: header.origin, logEpoch: header.logEpoch),
            header.sequence >= frozen
        {
            return .frozen(from: frozen)
        }
        let head = try self.reader.head(of: header.origin, logEpoch: header.logEpoch)
        let verdict = try ChainRule.judge(entry.header, after: head) { sequence in
            let place = EntryPosition(origin: header.origin, logEpoch: header.logEpoch, sequence: sequence)
            return try self.reader.header(at: place)?.id
        }
        switch verdict {
        case .follows: return .appended(counter: try self.insert(entry))
        case .duplicate: return .duplicate(counter: try self.reader.receiveCounter())
        case .gap(let missing): return .gap(missing: missing)
        case .diverges(let sequence): return .diverges(after: sequence)
        case .fork(let held):
            guard let other = try self.reader.header(held), let proof = ForkProof(entry.header, other) else {
                throw ArchiveError.damagedFork
            }
            return try self.freeze(proof)
        }
    }

    // MARK: Entries

    private func insert(_ entry: VerifiedEntry) throws -> UInt64 {
        let header = entry.header.header
        let order = try self.eraseOrder(for: entry.id, origin: header.origin)
        let state = order == nil ? Self.state(of: entry.body) : .erased
        let counter = try self.nextCounter()
        try self.db.execute(
            sql: """
                INSERT INTO entry (counter, id, origin, log_epoch, sequence, kind, subject, day, header, signature,
                    content, erased_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                counter, Data(entry.id.bytes), Data(header.origin.bytes), Int64(clamping: header.logEpoch),
                Int64(clamping: header.sequence), Int64(clamping: header.kind.rawValue),
                header.subject.map { Data($0.bytes) },
                Int64(clamping: header.day), Data(entry.header.bytes), Data(entry.header.signature), state.rawValue,
                order.map { Data($0.bytes) },
            ]
        )
        let number = self.db.lastInsertedRowID
        if order == nil, let body = entry.body { try self.insert(body, of: header, number: number) }
        try self.setHead(entry.header.asHead)
        if header.kind == .eraseOrder, let subject = header.subject { _ = try self.erase(subject, by: entry.id) }
        return UInt64(counter)
    }

    private func insert(_ body: EntryBody, of header: EntryHeader, number: Int64) throws {
        try self.db.execute(
            sql: "INSERT OR REPLACE INTO core (entry, bytes) VALUES (?, ?)",
            arguments: [number, Data(body.core)]
        )
        for (reference, part) in zip(header.parts, body.parts) {
            guard let part else { continue }
            try self.db.execute(
                sql: "INSERT OR REPLACE INTO part (entry, ordinal, bytes) VALUES (?, ?, ?)",
                arguments: [number, Int64(reference.ordinal), Data(part)]
            )
        }
    }

    private func addContent(of entry: VerifiedEntry, to row: ArchiveRow) throws -> AppendOutcome {
        if let order = row.erasedBy { return .erased(order: order) }
        guard row.content != .complete, let body = entry.body else { return .duplicate(counter: row.counter) }
        try self.insert(body, of: row.header.header, number: row.number)
        let parts = try Int.fetchOne(
            self.db,
            sql: "SELECT count(*) FROM part WHERE entry = ?",
            arguments: [row.number]
        )
        let state: ContentState = parts == row.header.header.parts.count ? .complete : .incomplete
        let counter = try self.nextCounter()
        try self.db.execute(
            sql: "UPDATE entry SET content = ?, counter = ? WHERE number = ?",
            arguments: [state.rawValue, counter, row.number]
        )
        return .contentStored(counter: UInt64(counter))
    }

    /// Deletes the content of an entry when the order may.
    func erase(_ entry: EntryID, by order: EntryID) throws -> Bool {
        guard let target = try self.reader.row("WHERE entry.id = ?", [Data(entry.bytes)]) else { return false }
        guard let command = try self.reader.header(order)?.header, command.kind == .eraseOrder,
            command.subject == entry, command.origin == target.header.header.origin
        else { return false }
        guard target.content != .erased else { return true }
        try self.db.execute(sql: "DELETE FROM core WHERE entry = ?", arguments: [target.number])
        try self.db.execute(sql: "DELETE FROM part WHERE entry = ?", arguments: [target.number])
        try self.db.execute(
            sql: "UPDATE entry SET content = ?, erased_by = ?, counter = ? WHERE number = ?",
            arguments: [
                ContentState.erased.rawValue, Data(order.bytes), try self.nextCounter(), target.number,
            ]
        )
        return true
    }

    private func eraseOrder(for entry: EntryID, origin: SigningPublicKey) throws -> EntryID? {
        let name = try Data.fetchOne(
            self.db,
            sql: "SELECT id FROM entry WHERE subject = ? AND kind = ? AND origin = ? ORDER BY counter LIMIT 1",
            arguments: [Data(entry.bytes), Int64(EntryKind.eraseOrder.rawValue), Data(origin.bytes)]
        )
        return name.flatMap { EntryID(bytes: $0) }
    }

    private func nextCounter() throws -> Int64 {
        Int64(clamping: try self.reader.receiveCounter() + 1)
    }

    private static func state(of body: EntryBody?) -> ContentState {
        guard let body else { return .absent }
        return body.isComplete ? .complete : .incomplete
    }

    // MARK: Heads and forks

    private func setHead(_ head: LogHead) throws {
        try self.db.execute(
            sql: "INSERT OR REPLACE INTO head (origin, log_epoch, sequence, id) VALUES (?, ?, ?, ?)",
            arguments: [
                Data(head.origin.bytes), Int64(clamping: head.logEpoch), Int64(clamping: head.sequence),
                Data(head.id.bytes),
            ]
        )
    }

    /// Keeps a proof, and takes the log's head back to the last entry that both branches share.
    private func freeze(_ proof: ForkProof) throws -> AppendOutcome {
        let place = proof.position
        try self.db.execute(
            sql: "INSERT OR IGNORE INTO fork VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(place.origin.bytes), Int64(clamping: place.logEpoch), Int64(clamping: place.sequence),
                Data(proof.first.bytes), Data(proof.first.signature),
                Data(proof.second.bytes), Data(proof.second.signature),
            ]
        )
        guard self.db.changesCount > 0 else { return .frozen(from: place.sequence) }
        if let head = try self.reader.head(of: place.origin, logEpoch: place.logEpoch),
            head.sequence > proof.commonPrefix
        {
            try self.takeBack(head, to: proof.commonPrefix)
        }
        return .forked(proof)
    }

    private func takeBack(_ head: LogHead, to sequence: UInt64) throws {
        guard sequence > 0 else {
            try self.db.execute(
                sql: "DELETE FROM head WHERE origin = ? AND log_epoch = ?",
                arguments: [Data(head.origin.bytes), Int64(clamping: head.logEpoch)]
            )
            return
        }
        let place = EntryPosition(origin: head.origin, logEpoch: head.logEpoch, sequence: sequence)
        guard let last = try self.reader.header(at: place) else { throw ArchiveError.damagedFork }
        try self.setHead(last.asHead)
    }

    // MARK: Own log, rosters, settings

    /// Persists what is about to be signed; at most one for each origin.
    func storeIntent(_ intent: EntryIntent, origin: SigningPublicKey) throws {
        try self.db.execute(
            sql: "INSERT INTO intent (origin, header, body) VALUES (?, ?, ?)",
            arguments: [
                Data(origin.bytes), Data(intent.headerBytes), Data(IntentBody.encode(intent.body)),
            ]
        )
    }

    /// Forgets an intent whose entry is stored in the same transaction; another one is left alone.
    func removeIntent(_ intent: EntryIntent, origin: SigningPublicKey) throws {
        try self.db.execute(
            sql: "DELETE FROM intent WHERE origin = ? AND header = ?",
            arguments: [Data(origin.bytes), Data(intent.headerBytes)]
        )
    }

    func storeRoster(epoch: UInt64, hash: [UInt8], signedBytes: [UInt8]) throws {
        let held = try Data.fetchOne(
            self.db,
            sql: "SELECT hash FROM roster WHERE epoch = ?",
            arguments: [Int64(clamping: epoch)]
        )
        if let held {
            guard [UInt8](held) == hash else { throw ArchiveError.conflictingRoster(epoch: epoch) }
            return
        }
        try self.db.execute(
            sql: "INSERT INTO roster (epoch, hash, signed) VALUES (?, ?, ?)",
            arguments: [Int64(clamping: epoch), Data(hash), Data(signedBytes)]
        )
    }

    func setSetting(_ name: String, to value: [UInt8]?) throws {
        guard let value else {
            try self.db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
            return
        }
        try self.db.execute(
            sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
            arguments: [name, Data(value)]
        )
    }
}
