// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Roster

/// Entries from outside: checked, put in order, accepted.
extension GossipCore {
    /// A header arrived, perhaps with its body.
    mutating func ingest(_ entry: UnverifiedEntry, from link: LinkID, source: EntrySource) {
        let header: EntryHeader
        do {
            header = try EntryHeader.decode(entry.headerBytes)
        } catch {
            return self.fault(link, .malformed)
        }
        guard header.network == self.roster.network else { return self.fault(link, .malformed) }
        let index = self.logs.index(of: header.origin, logEpoch: header.logEpoch)
        if case .range(let request) = source {
            let verdict = self.sync.entryArrived(
                request,
                from: link,
                sequence: header.sequence,
                index: index,
                at: self.now
            )
            guard verdict != .stale else { return }
        }
        // A log that our roster does not know, or no longer: rosters of different age, nobody's fault.
        guard let index else { return self.judged(source, isAccepted: false) }
        let id = EntryID.of(headerBytes: entry.headerBytes)
        _ = self.flood.headerArrived(id, from: link)
        self.pull.announced(id, by: link)
        self.sort(entry, id, header, index: index, from: link, source: source)
    }

    private mutating func sort(
        _ entry: UnverifiedEntry,
        _ id: EntryID,
        _ header: EntryHeader,
        index: Int,
        from link: LinkID,
        source: EntrySource
    ) {
        if self.verifying[id] != nil {
            self.verifying[id]?.append(VerificationCopy(entry: entry, link: link, source: source))
            return
        }
        let log = self.logs[index]
        if let frozenFrom = log.frozenFrom, header.sequence >= frozenFrom {
            self.tellProof(of: index, to: link)
            return self.judged(source, isAccepted: false)
        }
        guard header.sequence <= log.tipSequence else { return self.verify(entry, id, from: link, source: source) }
        if log.knownID(at: header.sequence) == id {
            self.repeated(entry, id, from: link, source: source)
        } else if log.knownID(at: header.sequence) != nil {
            self.verify(entry, id, from: link, source: source)
        } else {
            guard self.reserveLoad(link) else { return self.judged(source, isAccepted: false) }
            let work = self.newWork(.compare(entry, id, from: link, source: source))
            self.loadHeader(work, header.position)
        }
    }

    /// An entry that is held already came again: never a fault, and perhaps it brings a missing body.
    mutating func repeated(_ entry: UnverifiedEntry, _ id: EntryID, from link: LinkID, source: EntrySource) {
        if let body = entry.body { self.bodyArrived(body, of: id, from: link) }
        self.judged(source, isAccepted: false)
    }

    mutating func verify(_ entry: UnverifiedEntry, _ id: EntryID, from link: LinkID, source: EntrySource) {
        let isFull = (self.links[link]?.verifying ?? 0) >= GossipLimit.verificationsPerLink
        guard !isFull || source.isRange else {
            // Pushed faster than it can be checked: dropped, and found again with the next summary.
            self.flood.forget(id)
            self.links.update(link) { $0.isBehind = true }
            return
        }
        self.links.update(link) { $0.verifying += 1 }
        self.verifying[id] = [VerificationCopy(entry: entry, link: link, source: source)]
        self.actions.append(.verify(self.newWork(.verifyEntry(id)), entry))
    }

    private mutating func verificationEnded(on link: LinkID) {
        let isBehind = self.links.update(link) { link in
            link.verifying -= 1
            guard link.verifying == 0, link.isBehind, link.isWritable else { return false }
            link.isBehind = false
            return link.isActive
        }
        if isBehind == true { self.sendSummary(to: link) }
    }

    mutating func verified(_ work: Work?, _ entry: VerifiedEntry) {
        guard case .verifyEntry(let id) = work, let copies = self.verifying.removeValue(forKey: id),
            let first = copies.first
        else { return }
        self.verificationEnded(on: first.link)
        // An incomplete body counts as none: who sent it may just not know better.
        let whole = entry.isComplete ? entry : VerifiedEntry(headerOnly: entry.header)
        let isAccepted = self.judge(whole, from: first.link, source: first.source)
        self.judged(first.source, isAccepted: isAccepted)
        for copy in copies.dropFirst() { self.judged(copy.source, isAccepted: isAccepted) }
        self.drainParking(of: entry.header.header)
    }

    mutating func verificationFailed(_ work: Work?, _ rejection: EntryRejection) {
        guard case .verifyEntry(let id) = work, let copies = self.verifying.removeValue(forKey: id),
            let first = copies.first
        else { return }
        self.verificationEnded(on: first.link)
        self.flood.forget(id)
        self.judged(first.source, isAccepted: false)
        if rejection.isFault { self.fault(first.link, .badSignature) }
        // The same header may have come with another signature or body from somebody honest.
        for copy in copies.dropFirst() {
            if copy.entry == first.entry {
                self.judged(copy.source, isAccepted: false)
                if rejection.isFault { self.fault(copy.link, .badSignature) }
            } else if self.verifying[id] != nil {
                self.verifying[id]?.append(copy)
            } else {
                self.verify(copy.entry, id, from: copy.link, source: copy.source)
            }
        }
    }

    /// Tells the range that an entry belongs to what came of it.
    mutating func judged(_ source: EntrySource, isAccepted: Bool) {
        guard case .range(let request) = source else { return }
        self.sync.entryJudged(request, isAccepted: isAccepted, at: self.now)
    }

    /// Puts a verified entry in its place; true if the log could use it (protocol 5.4).
    mutating func judge(_ entry: VerifiedEntry, from link: LinkID?, source: EntrySource) -> Bool {
        let header = entry.header.header
        guard let index = self.logs.index(of: header.origin, logEpoch: header.logEpoch) else { return false }
        let log = self.logs[index]
        if let frozenFrom = log.frozenFrom, header.sequence >= frozenFrom {
            if let link { self.tellProof(of: index, to: link) }
            return false
        }
        let last = log.tipSequence
        if header.sequence <= last {
            self.contradicts(entry.header, log)
            return false
        }
        guard header.sequence == last + 1 else { return self.park(entry, index, from: link, source: source) }
        guard header.previous == log.tip?.id else {
            // It continues another entry than ours: somewhere below, the origin has signed two.
            if let link { self.huntFork(index, with: link, differsAt: last) }
            return false
        }
        self.accept(entry, index, source: source)
        return true
    }

    private mutating func contradicts(_ header: VerifiedHeader, _ log: LogState) {
        if let ours = log.uncommitted(at: header.header.sequence)?.header {
            guard let proof = ForkProof(ours, header) else { return }
            self.freeze(proof, from: nil)
        } else if log.knownID(at: header.header.sequence) != header.id {
            self.loadHeader(self.newWork(.prove(header)), header.position)
        }
    }

    private mutating func park(_ entry: VerifiedEntry, _ index: Int, from link: LinkID?, source: EntrySource) -> Bool {
        let parked = ParkingMachine.Parked(
            entry: entry,
            from: link,
            origin: source,
            until: self.now.advanced(by: GossipLimit.parkedTime)
        )
        guard self.parking.park(parked, at: index) else { return false }
        let graceEnd = self.now.advanced(by: GossipLimit.gapGrace)
        if let link { self.sync.learn(index, upTo: entry.header.header.sequence, from: link, after: graceEnd) }
        self.deadlines.add(.gap, at: graceEnd)
        return true
    }

    /// Accepts parked entries that now follow.
    mutating func drainParking(of header: EntryHeader) {
        guard let index = self.logs.index(of: header.origin, logEpoch: header.logEpoch) else { return }
        while true {
            let next = self.logs[index].tipSequence + 1
            let parked = self.parking.take(next, at: index, now: self.now)
            guard !parked.isEmpty else { return }
            for candidate in parked { _ = self.judge(candidate.entry, from: candidate.from, source: candidate.origin) }
            guard self.logs[index].tipSequence >= next else { return }
        }
    }

    /// The next entry of a log: kept, passed on, its body fetched.
    private mutating func accept(_ entry: VerifiedEntry, _ index: Int, source: EntrySource) {
        let waits = entry.body == nil && !source.isRange
        let storeAt = waits ? self.now.advanced(by: GossipLimit.headerAloneDelay) : self.now
        self.logs[index].uncommitted.append(UncommittedEntry(entry: entry, storeAt: storeAt))
        self.changedLogs.append(index)
        self.flood.accepted(entry.header)
        if let body = entry.body { self.flood.cache(body, of: entry.id) }
        if source == .push {
            self.spread(entry)
        } else {
            self.owesSummaries = true
        }
        if entry.body != nil {
            self.bodyHere(entry)
        } else if source == .push {
            self.wantBody(of: entry.header)
        } else {
            self.holeSweep.isNeeded = true
        }
    }

    /// Entries of this node's own log, on disk already.
    mutating func published(_ entries: [VerifiedEntry]) {
        for entry in entries {
            let header = entry.header.header
            guard let index = self.logs.index(of: header.origin, logEpoch: header.logEpoch),
                header.sequence < self.logs[index].frozenFrom ?? .max
            else { continue }
            if header.sequence > self.logs[index].committed?.sequence ?? 0 {
                self.logs[index].uncommitted.removeAll { $0.header.header.sequence <= header.sequence }
                self.logs.commit(entry.header.asHead, at: index)
            }
            _ = self.flood.headerArrived(entry.id, from: nil)
            self.flood.accepted(entry.header)
            if let body = entry.body { self.flood.cache(body, of: entry.id) }
            self.spread(entry)
            // Whoever hears of it first from a neighbour that never gives bodies must know who does.
            self.announceBody(entry.id)
        }
    }
}
