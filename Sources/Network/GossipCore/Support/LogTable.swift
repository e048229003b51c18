// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster

/// An accepted entry that is not on disk yet.
struct UncommittedEntry: Sendable {
    var entry: VerifiedEntry
    /// When it is stored without waiting longer for its body.
    let storeAt: MonotonicTime
    /// Whether the archive was asked to store it.
    var isHanded = false

    var header: VerifiedHeader { self.entry.header }
}

/// What the core knows of one member's log in its current life.
struct LogState: Sendable {
    let origin: SigningPublicKey
    let logEpoch: UInt64
    /// Last entry on disk: what SUMMARY and VECTOR name.
    var committed: LogHead?
    /// Accepted entries after it, in order, without gaps.
    var uncommitted: [UncommittedEntry] = []
    /// First sequence that the origin signed twice; nothing from there on is accepted.
    var frozenFrom: UInt64?

    /// Last accepted entry, on disk or not.
    var tip: LogHead? { self.uncommitted.last?.header.asHead ?? self.committed }

    /// Sequence of the last accepted entry, 0 for none.
    var tipSequence: UInt64 { self.tip?.sequence ?? 0 }

    /// The id at a place, if that is known without reading the archive.
    func knownID(at sequence: UInt64) -> EntryID? {
        if let committed, committed.sequence == sequence { return committed.id }
        return self.uncommitted(at: sequence)?.header.id
    }

    /// The accepted entry at a place, if it is not on disk yet.
    func uncommitted(at sequence: UInt64) -> UncommittedEntry? {
        self.place(of: sequence).map { self.uncommitted[$0] }
    }

    /// Index in `uncommitted`.
    func place(of sequence: UInt64) -> Int? {
        guard let first = self.uncommitted.first?.header.header.sequence, sequence >= first else { return nil }
        let offset = sequence - first
        return offset < UInt64(self.uncommitted.count) ? Int(offset) : nil
    }
}

/// The logs of all members by roster index, and the state tree over what is on disk.
struct LogTable: Sendable {
    private(set) var states: [LogState]
    private(set) var tree: StateTree
    /// Entries on disk in these logs.
    private(set) var entryCount: UInt64
    private let indexByOrigin: [SigningPublicKey: Int]

    init(roster: Roster, heads: [LogHead]) {
        var byOrigin: [SigningPublicKey: Int] = [:]
        self.states = roster.members.map { member in LogState(origin: member.key, logEpoch: member.logEpoch) }
        self.tree = StateTree(memberCount: roster.members.count)
        for (index, member) in roster.members.enumerated() { byOrigin[member.key] = index }
        self.indexByOrigin = byOrigin
        self.entryCount = 0
        for head in heads {
            guard let index = self.index(of: head.origin, logEpoch: head.logEpoch) else { continue }
            self.commit(head, at: index)
        }
    }

    /// The same logs under a newer roster: indices move, ended lives are left out, closed logs end where they were closed.
    func rebased(on roster: Roster) -> LogTable {
        var table = LogTable(roster: roster, heads: [])
        for old in self.states {
            guard let index = table.index(of: old.origin, logEpoch: old.logEpoch) else { continue }
            table.states[index].uncommitted = old.uncommitted
            table.states[index].frozenFrom = old.frozenFrom
            table.commit(old.committed, at: index)
        }
        table.closeLogs(of: roster)
        return table
    }

    /// Takes logs back to where the roster closed them: what lies beyond is held and no longer counts.
    mutating func closeLogs(of roster: Roster) {
        for (index, member) in roster.members.enumerated() {
            guard let closure = member.closedAt else { continue }
            self.states[index].uncommitted.removeAll { $0.header.header.sequence > closure.sequence }
            guard let head = self.states[index].committed, head.sequence > closure.sequence else { continue }
            let last = LogHead(
                origin: member.key,
                logEpoch: member.logEpoch,
                sequence: closure.sequence,
                id: closure.id
            )
            self.commit(closure.sequence == 0 ? nil : last, at: index)
        }
    }

    /// The roster index of a log that belongs to its origin's current life.
    func index(of origin: SigningPublicKey, logEpoch: UInt64) -> Int? {
        guard let index = self.indexByOrigin[origin], self.states[index].logEpoch == logEpoch else { return nil }
        return index
    }

    /// The roster index that a peer named, if it is one of a current log.
    func index(named index: UInt64, logEpoch: UInt64) -> Int? {
        guard let index = Int(exactly: index), self.states.indices.contains(index),
            self.states[index].logEpoch == logEpoch
        else { return nil }
        return index
    }

    subscript(index: Int) -> LogState {
        get { self.states[index] }
        _modify { yield &self.states[index] }
    }

    /// Notes what is on disk; nil takes a log back to no entry.
    mutating func commit(_ head: LogHead?, at index: Int) {
        self.entryCount = self.entryCount &- (self.states[index].committed?.sequence ?? 0) &+ (head?.sequence ?? 0)
        self.states[index].committed = head
        self.tree.set(head, at: index)
    }

    /// Logs with entries on disk.
    var originCount: Int { self.states.count { $0.committed != nil } }

    /// The reference to an entry on the wire.
    func reference(to header: VerifiedHeader) -> EntryReference? {
        guard let index = self.index(of: header.header.origin, logEpoch: header.header.logEpoch) else { return nil }
        return EntryReference(
            index: UInt64(index),
            logEpoch: header.header.logEpoch,
            sequence: header.header.sequence,
            idPrefix: header.id.prefix
        )
    }

    /// The full vector, of what is on disk.
    var vectorLines: [EntryReference] {
        self.states.enumerated().compactMap { index, state in
            state.committed.map { head in
                EntryReference(
                    index: UInt64(index),
                    logEpoch: head.logEpoch,
                    sequence: head.sequence,
                    idPrefix: head.id.prefix
                )
            }
        }
    }
}
