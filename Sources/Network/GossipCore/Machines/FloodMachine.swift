// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Remembers the latest entries so that floods end: who has sent which header, who says that it has the body.
///
/// Holds the headers to pass on and, within a byte limit, the bodies, so that a push is answered without the archive.
/// Bounded: the oldest is forgotten, and what is asked for later comes from the archive.
struct FloodMachine: Sendable {
    struct Recent: Sendable {
        /// Nil until verified.
        var header: VerifiedHeader?
        var body: EntryBody?
        /// Links that sent the header.
        var headerFrom: [LinkID]
        /// Links that said HAVE or sent the body.
        var haveFrom: [LinkID]
        /// Links that wait for the body, with the end of their lease.
        var waiting: [(link: LinkID, until: MonotonicTime)] = []
    }

    /// To whom a new header goes, and how.
    struct Fanout: Equatable, Sendable {
        var full: [LinkID] = []
        var adverts: [LinkID] = []
    }

    private var recents: [EntryID: Recent] = [:]
    private var byPrefix: [UInt64: EntryID] = [:]
    /// Ids in the order of arrival; a ring from `oldest` on.
    private var ring: [EntryID] = []
    private var oldest = 0
    /// Ids with a cached body, in the order of caching.
    private var cached: [EntryID] = []
    private var cachedBytes = 0
    private let capacity: Int

    init(capacity: Int = GossipLimit.recentEntries) {
        self.capacity = capacity
    }

    var count: Int { self.recents.count }
    var cacheBytes: Int { self.cachedBytes }

    /// Notes that a link sent a header; true if nobody had before.
    mutating func headerArrived(_ id: EntryID, from link: LinkID?) -> Bool {
        if self.recents[id] != nil {
            if let link, self.recents[id]?.headerFrom.contains(link) == false {
                self.recents[id]?.headerFrom.append(link)
            }
            return false
        }
        self.insert(id, Recent(headerFrom: link.map { [$0] } ?? [], haveFrom: []))
        return true
    }

    private mutating func insert(_ id: EntryID, _ recent: Recent) {
        if self.ring.count < self.capacity {
            self.ring.append(id)
        } else {
            self.forget(self.ring[self.oldest])
            self.ring[self.oldest] = id
            self.oldest = (self.oldest + 1) % self.capacity
        }
        self.recents[id] = recent
        self.byPrefix[id.prefix] = id
    }

    /// Forgets an entry whose verification failed, so that an honest copy is looked at.
    mutating func forget(_ id: EntryID) {
        guard let recent = self.recents.removeValue(forKey: id) else { return }
        self.cachedBytes -= recent.body?.size ?? 0
        if self.byPrefix[id.prefix] == id { self.byPrefix[id.prefix] = nil }
    }

    /// The header was verified.
    mutating func accepted(_ header: VerifiedHeader) {
        if self.recents[header.id] == nil { self.insert(header.id, Recent(headerFrom: [], haveFrom: [])) }
        self.recents[header.id]?.header = header
    }

    /// Keeps a body for those who will ask for it.
    mutating func cache(_ body: EntryBody, of id: EntryID) {
        guard self.recents[id] != nil, self.recents[id]?.body == nil else { return }
        self.recents[id]?.body = body
        self.cached.append(id)
        self.cachedBytes += body.size
        var dropped = 0
        while self.cachedBytes > GossipLimit.bodyCacheBytes, dropped < self.cached.count {
            let oldest = self.cached[dropped]
            dropped += 1
            guard let body = self.recents[oldest]?.body else { continue }
            self.cachedBytes -= body.size
            self.recents[oldest]?.body = nil
        }
        self.cached.removeFirst(dropped)
    }

    /// An entry as far as it is remembered.
    subscript(id: EntryID) -> Recent? { self.recents[id] }

    /// The remembered entry that a reference means.
    func resolve(_ reference: EntryReference) -> EntryID? {
        self.byPrefix[reference.idPrefix]
    }

    /// A link says that it has the body.
    mutating func haveArrived(_ id: EntryID, from link: LinkID) {
        guard self.recents[id]?.haveFrom.contains(link) == false else { return }
        self.recents[id]?.haveFrom.append(link)
    }

    /// A link waits for the body; false if it waits already or the entry is forgotten.
    mutating func wait(_ id: EntryID, link: LinkID, until: MonotonicTime) -> Bool {
        guard let recent = self.recents[id], !recent.waiting.contains(where: { $0.link == link }) else { return false }
        self.recents[id]?.waiting.append((link, until))
        return true
    }

    mutating func cancelWait(_ id: EntryID, link: LinkID) {
        self.recents[id]?.waiting.removeAll { $0.link == link }
    }

    /// Takes the links that wait for a body, in the order of asking, without those whose lease is over.
    mutating func takeWaiting(_ id: EntryID, at now: MonotonicTime) -> [LinkID] {
        let links = (self.recents[id]?.waiting ?? []).filter { $0.until > now }.map(\.link)
        self.recents[id]?.waiting = []
        return links
    }

    /// Who is to hear of a new header: everybody who has not sent it, in full to a few and by reference to the rest.
    func fanout(
        _ id: EntryID,
        among links: [LinkID],
        fullLimit: Int,
        random: inout SeededGenerator
    ) -> Fanout {
        let known = self.recents[id]?.headerFrom ?? []
        var targets = links.filter { !known.contains($0) }
        guard targets.count > fullLimit else { return Fanout(full: targets, adverts: []) }
        targets.shuffle(using: &random)
        return Fanout(
            full: targets.prefix(fullLimit).sorted(),
            adverts: targets.dropFirst(fullLimit).sorted()
        )
    }

    /// Who is to hear that the body is here: those who have not said so themselves.
    func haveTargets(_ id: EntryID, among links: [LinkID]) -> [LinkID] {
        let known = self.recents[id]?.haveFrom ?? []
        return links.filter { !known.contains($0) }
    }
}
