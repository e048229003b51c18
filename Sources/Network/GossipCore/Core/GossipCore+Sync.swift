// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Roster
import WireFormat

/// Anti-entropy: comparing what is on disk, and fetching what is missing. Protocol 4.4.
extension GossipCore {
    mutating func sendSummary(to link: LinkID) {
        self.push(
            .summary(
                GossipMessage.Summary(
                    rosterHash: self.roster.hash,
                    stateRoot: self.logs.tree.root,
                    origins: UInt64(self.logs.originCount),
                    entries: self.logs.entryCount
                )
            ),
            to: link
        )
    }

    /// The periodic session with a random neighbour.
    mutating func startSession() {
        let interval = self.random.jittered(self.options.antiEntropyInterval)
        self.deadlines.add(.antiEntropy, at: self.now.advanced(by: interval))
        guard let link = self.links.active.randomElement(using: &self.random) else { return }
        self.sendSummary(to: link)
    }

    /// After ranges brought something: neighbours may lack it too.
    mutating func spreadSummaries() {
        guard self.owesSummaries, self.sync.isIdle, self.verifying.isEmpty,
            !self.logs.states.contains(where: { !$0.uncommitted.isEmpty })
        else { return }
        self.owesSummaries = false
        for link in self.links.active { self.sendSummary(to: link) }
    }

    mutating func summaryArrived(_ summary: GossipMessage.Summary, from link: LinkID) {
        guard summary.rosterHash == self.roster.hash else {
            return self.refuse(
                WireConstants.FrameType.summary,
                code: WireConstants.RefusalCode.otherRosterEpoch,
                to: link
            )
        }
        guard summary.stateRoot != self.logs.tree.root else { return }
        self.sendVector(to: link)
    }

    private mutating func sendVector(to link: LinkID) {
        guard self.sync.sendsVector(to: link, root: self.logs.tree.root, at: self.now) else { return }
        let vector = GossipMessage.Vector(mode: .full, rosterHash: self.roster.hash, lines: self.logs.vectorLines)
        self.push(.vector(vector), to: link)
    }

    mutating func vectorArrived(_ vector: GossipMessage.Vector, from link: LinkID) {
        guard vector.rosterHash == self.roster.hash else {
            return self.refuse(
                WireConstants.FrameType.vector,
                code: WireConstants.RefusalCode.otherRosterEpoch,
                to: link
            )
        }
        var theirs = [UInt64](repeating: 0, count: self.logs.states.count)
        for line in vector.lines {
            guard let index = self.logs.index(named: line.index, logEpoch: line.logEpoch) else { continue }
            // No honest log is that long, and the archives count in 63 bits.
            guard line.sequence <= EntryHeader.numberMax else { continue }
            theirs[index] = line.sequence
            self.compare(line, index, from: link)
        }
        let isBehind = self.logs.states.enumerated().contains { index, state in
            state.committed?.sequence ?? 0 > theirs[index]
        }
        if isBehind { self.sendVector(to: link) }
    }

    private mutating func compare(_ line: EntryReference, _ index: Int, from link: LinkID) {
        let log = self.logs[index]
        if line.sequence >= log.frozenFrom ?? .max {
            self.tellProof(of: index, to: link)
        } else if line.sequence > log.tipSequence {
            self.sync.learn(index, upTo: line.sequence, from: link, after: .zero)
        } else if let id = log.knownID(at: line.sequence), id.prefix != line.idPrefix {
            self.huntFork(index, with: link, differsAt: line.sequence)
        }
    }

    // Asking for ranges

    mutating func planRanges() {
        guard !self.sync.isIdle else { return }
        let logs = self.logs
        let parking = self.parking
        let now = self.now
        let asks = self.sync.plan(
            tip: { logs[$0].tipSequence },
            limit: { index in
                let last = (logs[index].frozenFrom ?? .max) - 1
                guard let parked = parking.first(at: index, now: now), parked > logs[index].tipSequence + 1 else {
                    return last
                }
                return min(last, parked - 1)
            },
            at: now
        )
        for ask in asks { self.send(ask) }
    }

    mutating func send(_ ask: SyncMachine.Ask) {
        self.send(
            .wantRange(
                GossipMessage.WantRange(
                    request: ask.request,
                    index: UInt64(ask.index),
                    logEpoch: self.logs[ask.index].logEpoch,
                    from: ask.from,
                    to: ask.to,
                    content: ask.content,
                    byteBudget: UInt64(GossipLimit.rangeByteBudget)
                )
            ),
            to: ask.link
        )
    }

    mutating func expireRanges() {
        self.deadlines.add(.ranges, at: self.now.advanced(by: GossipLimit.rangeCheckInterval))
        for link in self.sync.expire(at: self.now) { self.fault(link, .slowRange) }
    }

    // Answering ranges

    mutating func rangeWanted(_ want: GossipMessage.WantRange, by link: LinkID) {
        guard let index = self.logs.index(named: want.index, logEpoch: want.logEpoch), want.from > 0 else {
            return self.send(.end(request: want.request), to: link)
        }
        var last = min(want.to, self.logs[index].committed?.sequence ?? 0)
        if let frozenFrom = self.logs[index].frozenFrom, want.to >= frozenFrom {
            self.tellProof(of: index, to: link)
            last = min(last, frozenFrom - 1)
        }
        let budget = min(want.byteBudget, UInt64(GossipLimit.rangeByteBudgetMax))
        let range = ServingMachine.Range(
            link: link,
            request: want.request,
            index: index,
            next: want.from,
            to: last,
            content: want.content,
            budget: max(1, Int(budget))
        )
        self.carryOut(self.serving.asked(range), request: want.request, link: link)
    }

    private mutating func carryOut(_ verdict: ServingMachine.Verdict, request: UInt64, link: LinkID) {
        switch verdict {
        case .load(let range): self.loadChunk(range)
        case .busy:
            self.refuse(
                WireConstants.FrameType.wantRange,
                code: WireConstants.RefusalCode.busy,
                retryAfterSeconds: 1,
                to: link
            )
        case .wait: return
        case .end: self.send(.end(request: request), to: link)
        case .more(let next): self.send(.more(GossipMessage.More(request: request, next: next)), to: link)
        }
    }

    mutating func loadChunk(_ range: ServingMachine.Range) {
        let work = self.newWork(.serveRange(range.link, request: range.request, content: range.content))
        self.actions.append(
            .loadRange(
                work,
                RangeRequest(
                    origin: self.logs[range.index].origin,
                    logEpoch: self.logs[range.index].logEpoch,
                    from: range.next,
                    to: range.to,
                    content: range.content,
                    byteBudget: min(range.budget, GossipLimit.rangeChunkBytes)
                )
            )
        )
    }

    mutating func rangeLoaded(_ work: Work?, _ entries: [StoredEntry]) {
        switch work {
        case .serveBody(let link, let reference):
            self.releaseLoad(link)
            self.serve(entries.first, reference, to: link)
        case .serveHeader(let link, let reference):
            self.releaseLoad(link)
            guard let header = entries.first?.header, header.id.prefix == reference.idPrefix else { return }
            self.push(self.headerMessage(header, body: nil), to: link)
        case .serveRange(let link, let request, let content):
            guard self.links[link]?.isActive == true else { return }
            var bytes = 0
            for entry in entries { bytes += self.sendRangeEntry(entry, request, content, to: link) }
            let verdict = self.serving.loaded(
                link: link,
                request: request,
                through: entries.last?.header.header.sequence,
                bytes: bytes,
                isWritable: self.links[link]?.isWritable ?? false
            )
            self.carryOut(verdict, request: request, link: link)
        default: return
        }
    }

    /// Sends one entry of a range; the bytes that count against the budget.
    private mutating func sendRangeEntry(
        _ entry: StoredEntry,
        _ request: UInt64,
        _ content: RangeContent,
        to link: LinkID
    ) -> Int {
        var body: EntryBody?
        if content.includesBodies, case .held(let held) = entry.body { body = held }
        let message = GossipMessage.RangeEntry(
            request: request,
            entry: UnverifiedEntry(
                headerBytes: entry.header.bytes,
                signature: entry.header.signature,
                body: body
            )
        )
        self.send(.rangeEntry(message), to: link)
        return entry.header.bytes.count + entry.header.signature.count + (body?.size ?? 0)
    }
}
