// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Holds verified entries that came before the entries they follow.
///
/// Bounded per log: beyond the limit the entry farthest ahead is dropped, because the range before it brings it again.
struct ParkingMachine: Sendable {
    struct Parked: Sendable {
        let entry: VerifiedEntry
        let from: LinkID?
        let origin: EntrySource
        let until: MonotonicTime
    }

    /// By roster index of the log; each list ascends by sequence.
    private var lots: [Int: [Parked]] = [:]

    func count(at index: Int) -> Int { self.lots[index]?.count ?? 0 }

    /// The lowest parked sequence of a log.
    func first(at index: Int, now: MonotonicTime) -> UInt64? {
        self.lots[index]?.first { $0.until > now }?.entry.header.header.sequence
    }

    /// Parks an entry; false if the same is parked already or the lot is full of nearer ones.
    mutating func park(_ parked: Parked, at index: Int) -> Bool {
        var lot = self.lots[index] ?? []
        let sequence = parked.entry.header.header.sequence
        guard !lot.contains(where: { $0.entry.id == parked.entry.id }) else { return false }
        let limit = parked.origin.isRange ? GossipLimit.verificationsPerLink : GossipLimit.parkedPerLog
        let place = lot.firstIndex { $0.entry.header.header.sequence > sequence } ?? lot.count
        guard place < limit else { return false }
        lot.insert(parked, at: place)
        if lot.count > GossipLimit.verificationsPerLink { lot.removeLast() }
        self.lots[index] = lot
        return true
    }

    /// Takes the entries of one sequence out; more than one when the origin contradicts itself.
    mutating func take(_ sequence: UInt64, at index: Int, now: MonotonicTime) -> [Parked] {
        guard var lot = self.lots[index] else { return [] }
        lot.removeAll { $0.until <= now }
        let taken = lot.filter { $0.entry.header.header.sequence == sequence }
        lot.removeAll { $0.entry.header.header.sequence <= sequence }
        self.lots[index] = lot.isEmpty ? nil : lot
        return taken
    }

    /// Forgets what a frozen log will never take.
    mutating func drop(at index: Int, from sequence: UInt64) {
        self.lots[index]?.removeAll { $0.entry.header.header.sequence >= sequence }
        if self.lots[index]?.isEmpty == true { self.lots[index] = nil }
    }

    /// Forgets everything, as when indices change their meaning.
    mutating func reset() { self.lots = [:] }
}

/// How an entry came here.
enum EntrySource: Hashable, Sendable {
    /// Pushed with HEADER.
    case push
    /// In the answer to a range request of this number.
    case range(UInt64)

    var isRange: Bool { self != .push }
}
