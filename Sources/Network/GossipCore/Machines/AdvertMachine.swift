// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Waits for announced headers and asks for those that do not come by themselves.
struct AdvertMachine: Sendable {
    private struct Pending: Sendable {
        let reference: EntryReference
        /// Links that announced it and were not asked yet.
        var links: [LinkID]
        var dueAt: MonotonicTime
    }

    /// In the order of announcing.
    private var pending: [Pending] = []

    var count: Int { self.pending.count }

    /// Notes an announcement; the moment at which `due` is to be called, if it is new.
    mutating func announced(_ reference: EntryReference, by link: LinkID, at now: MonotonicTime) -> MonotonicTime? {
        if let place = self.pending.firstIndex(where: { $0.reference == reference }) {
            if !self.pending[place].links.contains(link) { self.pending[place].links.append(link) }
            return nil
        }
        guard self.pending.count < GossipLimit.adverts else { return nil }
        let dueAt = now.advanced(by: GossipLimit.advertGrace)
        self.pending.append(Pending(reference: reference, links: [link], dueAt: dueAt))
        return dueAt
    }

    /// Headers to ask for now, and when to look again.
    mutating func due(
        at now: MonotonicTime,
        isKnown: (EntryReference) -> Bool
    ) -> (asks: [(link: LinkID, reference: EntryReference)], next: MonotonicTime?) {
        var asks: [(link: LinkID, reference: EntryReference)] = []
        var kept: [Pending] = []
        for var pending in self.pending where !isKnown(pending.reference) {
            if pending.dueAt <= now {
                guard !pending.links.isEmpty else { continue }
                asks.append((pending.links.removeFirst(), pending.reference))
                pending.dueAt = now.advanced(by: GossipLimit.overdueMin)
            }
            kept.append(pending)
        }
        self.pending = kept
        return (asks, kept.map(\.dueAt).min())
    }

    mutating func linkLost(_ link: LinkID) {
        for place in self.pending.indices { self.pending[place].links.removeAll { $0 == link } }
    }

    mutating func reset() { self.pending = [] }
}
