// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Fetches what others have on disk and we have not: which log, from whom, up to where.
///
/// One request per log at a time, because a log is accepted in order; different logs come from different peers. What was
/// committed stays, so that a broken session costs one request and nothing else. Protocol 4.4.
struct SyncMachine: Sendable {
    private struct Holder: Equatable, Sendable {
        let link: LinkID
        let sequence: UInt64
        /// Not asked before: what is missing may still come by itself.
        let notBefore: MonotonicTime
    }

    private struct Request: Sendable {
        let link: LinkID
        let index: Int
        let from: UInt64
        let to: UInt64
        /// Whether it is to find a fork's other branch and not to move the log on.
        let isEvidence: Bool
        var next: UInt64
        var progressAt: MonotonicTime
        /// Entries received and not judged yet.
        var outstanding = 0
        /// END or MORE came.
        var isAnswered = false
        var accepted = 0
    }

    /// A request to send.
    struct Ask: Equatable, Sendable {
        let link: LinkID
        let request: UInt64
        let index: Int
        let from: UInt64
        let to: UInt64
        let content: RangeContent
    }

    enum EntryVerdict: Equatable, Sendable {
        /// Belongs to an open request at this place.
        case expected(index: Int, sequence: UInt64)
        /// The request is gone or the entry does not belong to it.
        case stale
    }

    private var holders: [Int: [Holder]] = [:]
    private var requests: [UInt64: Request] = [:]
    private var lastRequest: UInt64 = 0
    /// Own state root and time of the latest VECTOR to a link.
    private var vectorRoots: [LinkID: (root: [UInt8], at: MonotonicTime)] = [:]
    private(set) var isHeadersFirst = false

    var openCount: Int { self.requests.count }
    var isIdle: Bool { self.requests.isEmpty && self.holders.isEmpty }

    // Sessions

    /// Whether our vector is to be sent; per link once for a state, and again only after a while.
    mutating func sendsVector(to link: LinkID, root: [UInt8], at now: MonotonicTime) -> Bool {
        if let last = self.vectorRoots[link], last.root == root,
            now.elapsed(since: last.at) < GossipLimit.summarySpacing
        {
            return false
        }
        self.vectorRoots[link] = (root, now)
        return true
    }

    /// Notes that a peer has a log up to a place beyond our own.
    mutating func learn(_ index: Int, upTo sequence: UInt64, from link: LinkID, after notBefore: MonotonicTime) {
        var list = self.holders[index] ?? []
        let known = list.first { $0.link == link }
        list.removeAll { $0.link == link }
        list.append(
            Holder(
                link: link,
                sequence: max(sequence, known?.sequence ?? 0),
                notBefore: min(notBefore, known?.notBefore ?? notBefore)
            )
        )
        list.sort { $0.link < $1.link }
        self.holders[index] = list
    }

    /// Requests that can go out now.
    ///
    /// `tip` gives the last accepted sequence of a log, `limit` the last one that the log can still take.
    mutating func plan(tip: (Int) -> UInt64, limit: (Int) -> UInt64, at now: MonotonicTime) -> [Ask] {
        self.prune(tip: tip, limit: limit)
        let missing = self.holders.reduce(UInt64(0)) { total, element in
            let last = element.value.map(\.sequence).max() ?? 0
            let (sum, isOver) = total.addingReportingOverflow(last - min(last, tip(element.key)))
            return isOver ? .max : sum
        }
        self.isHeadersFirst = missing > UInt64(GossipLimit.headersFirstAbove)
        let busy = Set(self.requests.values.filter { !$0.isEvidence }.map(\.index))
        var load: [LinkID: Int] = [:]
        for request in self.requests.values { load[request.link, default: 0] += 1 }
        var asks: [Ask] = []
        for index in self.holders.keys.sorted() where !busy.contains(index) {
            let open = (self.holders[index] ?? []).filter { holder in
                holder.notBefore <= now && (load[holder.link] ?? 0) < GossipLimit.openRangesPerLink
            }
            guard let least = open.map({ load[$0.link] ?? 0 }).min() else { continue }
            let free = open.filter { (load[$0.link] ?? 0) == least }
            let holder = free[index % free.count]
            load[holder.link, default: 0] += 1
            asks.append(
                self.open(
                    index,
                    from: tip(index) + 1,
                    to: min(holder.sequence, limit(index)),
                    with: holder.link,
                    content: self.isHeadersFirst ? .headers : .both,
                    at: now
                )
            )
        }
        return asks
    }

    private mutating func prune(tip: (Int) -> UInt64, limit: (Int) -> UInt64) {
        for index in self.holders.keys.sorted() {
            let last = tip(index)
            let end = limit(index)
            self.holders[index]?.removeAll { min($0.sequence, end) <= last }
            if self.holders[index]?.isEmpty == true { self.holders[index] = nil }
        }
    }

    /// Asks one peer for its header at one place, to prove a fork.
    mutating func fetchEvidence(_ index: Int, at sequence: UInt64, from link: LinkID, now: MonotonicTime) -> Ask {
        self.open(index, from: sequence, to: sequence, with: link, content: .headers, isEvidence: true, at: now)
    }

    private mutating func open(
        _ index: Int,
        from: UInt64,
        to: UInt64,
        with link: LinkID,
        content: RangeContent,
        isEvidence: Bool = false,
        at now: MonotonicTime
    ) -> Ask {
        self.lastRequest += 1
        self.requests[self.lastRequest] = Request(
            link: link,
            index: index,
            from: from,
            to: to,
            isEvidence: isEvidence,
            next: from,
            progressAt: now
        )
        return Ask(link: link, request: self.lastRequest, index: index, from: from, to: to, content: content)
    }

    // Answers

    /// An entry of a range arrived; entries must come in order.
    mutating func entryArrived(
        _ request: UInt64,
        from link: LinkID,
        sequence: UInt64,
        index: Int?,
        at now: MonotonicTime
    ) -> EntryVerdict {
        guard let open = self.requests[request], open.link == link, open.index == index, !open.isAnswered,
            sequence == open.next, sequence <= open.to
        else { return .stale }
        self.requests[request]?.next = sequence + 1
        self.requests[request]?.outstanding += 1
        self.requests[request]?.progressAt = now
        return .expected(index: open.index, sequence: sequence)
    }

    /// What came of an entry: `isAccepted` when the log could use it.
    mutating func entryJudged(_ request: UInt64, isAccepted: Bool, at now: MonotonicTime) {
        guard self.requests[request] != nil else { return }
        self.requests[request]?.outstanding -= 1
        if isAccepted { self.requests[request]?.accepted += 1 }
        self.requests[request]?.progressAt = now
        self.settle(request)
    }

    /// END or MORE came, or the peer refused.
    mutating func answered(_ request: UInt64, from link: LinkID) {
        guard self.requests[request]?.link == link else { return }
        self.requests[request]?.isAnswered = true
        self.settle(request)
    }

    private mutating func settle(_ number: UInt64) {
        guard let request = self.requests[number], request.isAnswered, request.outstanding <= 0 else { return }
        self.requests[number] = nil
        // A peer that had nothing for us is not asked again before its next vector.
        if request.accepted == 0 { self.forget(request.link, at: request.index) }
    }

    private mutating func forget(_ link: LinkID, at index: Int) {
        self.holders[index]?.removeAll { $0.link == link }
        if self.holders[index]?.isEmpty == true { self.holders[index] = nil }
    }

    /// The peer refused a request of some log: the oldest open one is given up.
    mutating func refused(by link: LinkID) {
        guard let number = self.requests.filter({ $0.value.link == link }).keys.min() else { return }
        self.answered(number, from: link)
    }

    /// Gives up requests that stood still; the links at fault, in order.
    mutating func expire(at now: MonotonicTime) -> [LinkID] {
        var slow: [LinkID] = []
        for number in self.requests.keys.sorted() {
            guard let request = self.requests[number],
                now.elapsed(since: request.progressAt) >= GossipLimit.rangeProgressTimeout
            else { continue }
            self.requests[number] = nil
            self.forget(request.link, at: request.index)
            slow.append(request.link)
        }
        return slow
    }

    /// A link is gone or its indices mean something else.
    mutating func linkLost(_ link: LinkID) {
        self.vectorRoots[link] = nil
        for number in self.requests.keys.sorted() where self.requests[number]?.link == link {
            self.requests[number] = nil
        }
        for index in self.holders.keys.sorted() { self.forget(link, at: index) }
    }
}
