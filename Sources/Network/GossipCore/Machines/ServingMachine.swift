// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Answers range requests of peers, a chunk at a time, as fast as each link takes it.
struct ServingMachine: Sendable {
    struct Range: Equatable, Sendable {
        let link: LinkID
        let request: UInt64
        let index: Int
        var next: UInt64
        let to: UInt64
        let content: RangeContent
        var budget: Int
        /// Whether a chunk is being read.
        var isLoading = false
    }

    enum Verdict: Equatable, Sendable {
        case load(Range)
        /// Too many ranges are open on the link.
        case busy
        /// Wait until the link takes more.
        case wait
        case end
        case more(next: UInt64)
    }

    private var ranges: [Range] = []

    var count: Int { self.ranges.count }

    /// A peer asks for a range.
    mutating func asked(_ range: Range) -> Verdict {
        let open = self.ranges.filter { $0.link == range.link }
        guard open.count < GossipLimit.openRangesPerLink, !open.contains(where: { $0.request == range.request }) else {
            return .busy
        }
        guard range.next <= range.to else { return .end }
        var range = range
        range.isLoading = true
        self.ranges.append(range)
        return .load(range)
    }

    /// A chunk was read; what is to follow its entries.
    mutating func loaded(
        link: LinkID,
        request: UInt64,
        through last: UInt64?,
        bytes: Int,
        isWritable: Bool
    ) -> Verdict {
        guard let place = self.place(link, request) else { return .wait }
        guard let last else { return self.close(place, .end) }
        self.ranges[place].next = last + 1
        self.ranges[place].budget -= bytes
        self.ranges[place].isLoading = false
        if last >= self.ranges[place].to { return self.close(place, .end) }
        if self.ranges[place].budget <= 0 { return self.close(place, .more(next: last + 1)) }
        guard isWritable else { return .wait }
        self.ranges[place].isLoading = true
        return .load(self.ranges[place])
    }

    /// A link takes more: chunks to read for it.
    mutating func resumed(_ link: LinkID) -> [Range] {
        var loads: [Range] = []
        for place in self.ranges.indices where self.ranges[place].link == link && !self.ranges[place].isLoading {
            self.ranges[place].isLoading = true
            loads.append(self.ranges[place])
        }
        return loads
    }

    mutating func linkLost(_ link: LinkID) {
        self.ranges.removeAll { $0.link == link }
    }

    private func place(_ link: LinkID, _ request: UInt64) -> Int? {
        self.ranges.firstIndex { $0.link == link && $0.request == request }
    }

    private mutating func close(_ place: Int, _ verdict: Verdict) -> Verdict {
        self.ranges.remove(at: place)
        return verdict
    }
}
