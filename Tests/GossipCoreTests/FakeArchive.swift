// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger

/// What a node has on disk: survives a crash of the node.
struct FakeArchive: Sendable {
    struct LogKey: Hashable, Sendable {
        let origin: SigningPublicKey
        let logEpoch: UInt64
    }

    struct Stored: Sendable {
        let header: VerifiedHeader
        var body: EntryBody?
        let counter: Int
    }

    private(set) var logs: [LogKey: [Stored]] = [:]
    private(set) var forks: [LogKey: ForkProof] = [:]
    private var counter = 0
    /// Entries whose content is gone, and the orders that removed it.
    private(set) var erased: [EntryID: EntryID] = [:]

    var heads: [LogHead] {
        self.logs.values.compactMap { $0.last?.header.asHead }.sorted { $0.origin < $1.origin }
    }

    var entryCount: Int { self.logs.values.reduce(0) { $0 + $1.count } }

    var bodyCount: Int { self.logs.values.reduce(0) { $0 + $1.count { $0.body != nil } } }

    func log(of origin: SigningPublicKey) -> [Stored] { self.logs[LogKey(origin: origin, logEpoch: 1)] ?? [] }

    func head(of origin: SigningPublicKey) -> LogHead? { self.log(of: origin).last?.header.asHead }

    /// Stores a batch as far as the chain allows; false if anything was refused.
    mutating func store(_ items: [PersistItem]) -> Bool {
        items.reduce(true) { isStored, item in self.store(item) && isStored }
    }

    private mutating func store(_ item: PersistItem) -> Bool {
        switch item {
        case .entry(let entry): return self.append(entry)
        case .body(let entry):
            let key = Self.key(entry.header.header)
            guard let place = self.logs[key]?.firstIndex(where: { $0.header.id == entry.id }) else { return false }
            guard self.erased[entry.id] == nil else { return true }
            self.logs[key]?[place].body = entry.body
            return true
        case .fork(let proof):
            let key = Self.key(proof.first.header)
            if let known = self.forks[key], known.position.sequence <= proof.position.sequence { return true }
            self.forks[key] = proof
            self.logs[key]?.removeAll { $0.header.header.sequence >= proof.position.sequence }
            return true
        }
    }

    private mutating func append(_ entry: VerifiedEntry) -> Bool {
        let header = entry.header.header
        let key = Self.key(header)
        let log = self.logs[key] ?? []
        if log.contains(where: { $0.header.id == entry.id }) { return true }
        if let fork = self.forks[key], header.sequence >= fork.position.sequence { return false }
        guard header.sequence == UInt64(log.count) + 1, header.previous == log.last?.header.id else { return false }
        self.counter += 1
        self.logs[key, default: []].append(Stored(header: entry.header, body: entry.body, counter: self.counter))
        return true
    }

    func range(_ request: RangeRequest) -> [StoredEntry] {
        let key = LogKey(origin: request.origin, logEpoch: request.logEpoch)
        var entries: [StoredEntry] = []
        var bytes = 0
        for stored in self.logs[key] ?? [] where stored.header.header.sequence >= request.from {
            guard stored.header.header.sequence <= request.to, bytes < request.byteBudget else { break }
            let body = request.content.includesBodies ? stored.body : nil
            let content: StoredBody =
                self.erased[stored.header.id].map { .erased(order: $0) } ?? body.map { .held($0) } ?? .absent
            entries.append(StoredEntry(header: stored.header, body: content))
            bytes += stored.header.bytes.count + 64 + (body?.size ?? 0)
        }
        return entries
    }

    func header(_ origin: SigningPublicKey, _ logEpoch: UInt64, _ sequence: UInt64) -> VerifiedHeader? {
        self.logs[LogKey(origin: origin, logEpoch: logEpoch)]?.first { $0.header.header.sequence == sequence }?.header
    }

    func holes(after: EntryID?, limit: Int) -> [VerifiedHeader] {
        let all = self.logs.values.flatMap { $0 }.sorted { $0.counter < $1.counter }
        let start = all.first { $0.header.id == after }?.counter ?? 0
        return all.filter { $0.body == nil && $0.counter > start && self.erased[$0.header.id] == nil }.prefix(limit)
            .map(\.header)
    }

    /// Carries out an erase order that is held and names the entry.
    mutating func erase(_ entry: EntryID, by order: EntryID) -> Bool {
        let all = self.logs.values.flatMap { $0 }
        guard let held = all.first(where: { $0.header.id == order })?.header.header, held.subject == entry else {
            return false
        }
        self.erased[entry] = order
        let key = LogKey(origin: held.origin, logEpoch: held.logEpoch)
        guard let place = self.logs[key]?.firstIndex(where: { $0.header.id == entry }) else { return true }
        self.logs[key]?[place].body = nil
        return true
    }

    private static func key(_ header: EntryHeader) -> LogKey {
        LogKey(origin: header.origin, logEpoch: header.logEpoch)
    }
}
