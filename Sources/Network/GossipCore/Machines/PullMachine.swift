// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Gets each body once, from whoever has it.
///
/// The first sender of the header is asked, and keeps the question until it has the body. A neighbour that says HAVE and
/// then does not deliver has broken a promise; nobody else is ever blamed. Protocol 4.3.
struct PullMachine: Sendable {
    enum Effect: Equatable, Sendable {
        case want(LinkID, VerifiedHeader)
        case cancel(LinkID, VerifiedHeader)
        /// The link said HAVE and did not deliver.
        case brokenHave(LinkID)
        /// Nobody gave it; the sweep over missing bodies finds it again.
        case gaveUp(EntryID)
        /// `expire` is to be called then.
        case wake(EntryID, at: MonotonicTime)
    }

    enum BodyVerdict: Equatable, Sendable {
        /// Wanted: to be checked against this header.
        case check(VerifiedHeader)
        /// Nobody here wants it any more, or one is being checked.
        case unwanted
    }

    private struct Pull: Sendable {
        let header: VerifiedHeader
        /// Links that said HAVE and have not broken it, in the order of saying.
        var haves: [LinkID] = []
        /// Links that sent the header.
        var announcers: [LinkID]
        /// Links that were asked in vain in this round.
        var tried: [LinkID] = []
        var asked: LinkID?
        /// Whether the asked link has said HAVE.
        var isPromised = false
        /// When the asked link is given up.
        var deadline: MonotonicTime
        /// When a link that said HAVE is asked instead; nil while there is none.
        var switchAt: MonotonicTime?
        var checking: LinkID?
        /// Missing of old: neighbours answer from their archive or not at all.
        let isHole: Bool
        var rounds = 0
    }

    private var pulls: [EntryID: Pull] = [:]
    /// Broken promises by link; halved by each good body.
    private var broken: [LinkID: Int] = [:]

    var count: Int { self.pulls.count }
    private(set) var holeCount = 0

    func isWanted(_ id: EntryID) -> Bool { self.pulls[id] != nil }

    /// Whether a link's HAVEs are believed last.
    func isDemoted(_ link: LinkID) -> Bool {
        (self.broken[link] ?? 0) >= GossipLimit.brokenHavesToDemotion
    }

    /// Starts to get a body; nothing if it is wanted already or too much is.
    mutating func want(
        _ header: VerifiedHeader,
        announcers: [LinkID],
        haves: [LinkID],
        isHole: Bool,
        among links: [LinkID],
        overdue: (LinkID, Int) -> Duration,
        at now: MonotonicTime
    ) -> [Effect] {
        guard self.pulls[header.id] == nil, self.pulls.count < GossipLimit.pulls else { return [] }
        var pull = Pull(header: header, announcers: announcers, deadline: now, isHole: isHole)
        pull.haves = haves.filter { links.contains($0) }
        if isHole { self.holeCount += 1 }
        let effects = self.ask(&pull, among: links, overdue: overdue, at: now)
        self.pulls[header.id] = pull
        return effects
    }

    /// A neighbour says that it has the body.
    mutating func haveArrived(
        _ id: EntryID,
        from link: LinkID,
        overdue: (LinkID, Int) -> Duration,
        at now: MonotonicTime
    ) -> [Effect] {
        guard var pull = self.pulls[id], !pull.haves.contains(link) else { return [] }
        pull.haves.append(link)
        defer { self.pulls[id] = pull }
        if pull.asked == link {
            pull.isPromised = true
            pull.deadline = now.advanced(by: overdue(link, pull.header.header.bodySize))
            return [.wake(id, at: pull.deadline)]
        }
        guard !pull.isPromised, pull.switchAt == nil else { return [] }
        let switchAt = now.advanced(by: GossipLimit.haveGrace)
        pull.switchAt = switchAt
        return [.wake(id, at: switchAt)]
    }

    /// A neighbour sent the header as well.
    mutating func announced(_ id: EntryID, by link: LinkID) {
        guard self.pulls[id]?.announcers.contains(link) == false else { return }
        self.pulls[id]?.announcers.append(link)
    }

    /// A body arrived.
    mutating func bodyArrived(_ id: EntryID, from link: LinkID) -> BodyVerdict {
        guard let pull = self.pulls[id], pull.checking == nil else { return .unwanted }
        self.pulls[id]?.checking = link
        return .check(pull.header)
    }

    /// The body was good: the pull is over.
    mutating func finished(_ id: EntryID, from link: LinkID?) -> [Effect] {
        guard let pull = self.remove(id) else { return [] }
        if let link, let count = self.broken[link] { self.broken[link] = count / 2 }
        guard let asked = pull.asked, asked != link else { return [] }
        return [.cancel(asked, pull.header)]
    }

    /// The body is not wanted any more.
    mutating func dropped(_ id: EntryID) -> [Effect] { self.finished(id, from: nil) }

    private mutating func remove(_ id: EntryID) -> Pull? {
        guard let pull = self.pulls.removeValue(forKey: id) else { return nil }
        if pull.isHole { self.holeCount -= 1 }
        return pull
    }

    /// The link cannot give it, or gave something else.
    mutating func failed(
        _ id: EntryID,
        at link: LinkID,
        among links: [LinkID],
        overdue: (LinkID, Int) -> Duration,
        now: MonotonicTime
    ) -> [Effect] {
        guard var pull = self.pulls[id] else { return [] }
        if pull.checking == link { pull.checking = nil }
        pull.haves.removeAll { $0 == link }
        if !pull.tried.contains(link) { pull.tried.append(link) }
        guard pull.asked == link else {
            self.pulls[id] = pull
            return []
        }
        return self.askOrGiveUp(id, pull, among: links, overdue: overdue, at: now)
    }

    /// A moment asked for with `wake` came.
    mutating func expire(
        _ id: EntryID,
        among links: [LinkID],
        overdue: (LinkID, Int) -> Duration,
        at now: MonotonicTime
    ) -> [Effect] {
        guard var pull = self.pulls[id], pull.checking == nil else { return [] }
        if let switchAt = pull.switchAt, switchAt <= now, !pull.isPromised {
            var effects: [Effect] = []
            if let asked = pull.asked { effects.append(.cancel(asked, pull.header)) }
            effects += self.ask(&pull, among: links, overdue: overdue, at: now)
            self.pulls[id] = pull
            return effects
        }
        guard pull.deadline <= now else { return [] }
        guard let asked = pull.asked else {
            return self.askOrGiveUp(id, pull, among: links, overdue: overdue, at: now)
        }
        var effects: [Effect] = [.cancel(asked, pull.header)]
        if pull.isPromised {
            self.broken[asked, default: 0] += 1
            effects.append(.brokenHave(asked))
        }
        pull.haves.removeAll { $0 == asked }
        pull.tried.append(asked)
        return effects + self.askOrGiveUp(id, pull, among: links, overdue: overdue, at: now)
    }

    /// A link is gone: whoever was asked there is to be asked elsewhere.
    mutating func linkLost(
        _ link: LinkID,
        among links: [LinkID],
        overdue: (LinkID, Int) -> Duration,
        at now: MonotonicTime
    ) -> [Effect] {
        self.broken[link] = nil
        var effects: [Effect] = []
        for id in self.pulls.keys.sorted() {
            guard var pull = self.pulls[id] else { continue }
            pull.haves.removeAll { $0 == link }
            pull.announcers.removeAll { $0 == link }
            if pull.asked == link {
                effects += self.askOrGiveUp(id, pull, among: links, overdue: overdue, at: now)
            } else {
                self.pulls[id] = pull
            }
        }
        return effects
    }

    /// Ids of wanted bodies for which something holds, in order.
    func wanted(where holds: (VerifiedHeader) -> Bool) -> [EntryID] {
        self.pulls.filter { holds($0.value.header) }.map(\.key).sorted()
    }

    private mutating func askOrGiveUp(
        _ id: EntryID,
        _ given: Pull,
        among links: [LinkID],
        overdue: (LinkID, Int) -> Duration,
        at now: MonotonicTime
    ) -> [Effect] {
        var pull = given
        let effects = self.ask(&pull, among: links, overdue: overdue, at: now)
        guard pull.asked == nil, pull.isHole || pull.rounds > GossipLimit.pullRounds || links.isEmpty else {
            self.pulls[id] = pull
            return effects
        }
        _ = self.remove(id)
        return [.gaveUp(id)]
    }

    /// Asks the best link left, or waits a lease before the next round.
    private func ask(
        _ pull: inout Pull,
        among links: [LinkID],
        overdue: (LinkID, Int) -> Duration,
        at now: MonotonicTime
    ) -> [Effect] {
        pull.switchAt = nil
        guard let link = self.bestSource(pull, among: links) else {
            pull.asked = nil
            pull.isPromised = false
            pull.tried = []
            pull.rounds += 1
            pull.deadline = now.advanced(by: GossipLimit.pullRoundPause)
            return [.wake(pull.header.id, at: pull.deadline)]
        }
        pull.asked = link
        pull.isPromised = pull.haves.contains(link)
        let lease = pull.isHole ? GossipLimit.holeLease : GossipLimit.wantLease
        pull.deadline = now.advanced(by: pull.isPromised ? overdue(link, pull.header.header.bodySize) : lease)
        return [.want(link, pull.header), .wake(pull.header.id, at: pull.deadline)]
    }

    /// Promises first, those of demoted links after them, then announcers, then anybody: a node whose only announcer
    /// lies must be able to ask the rest.
    private func bestSource(_ pull: Pull, among links: [LinkID]) -> LinkID? {
        let open = links.filter { !pull.tried.contains($0) }
        let haves = pull.haves.filter { open.contains($0) }
        if let link = haves.first(where: { !self.isDemoted($0) }) ?? haves.first { return link }
        if let link = pull.announcers.first(where: { open.contains($0) }) { return link }
        guard !open.isEmpty else { return nil }
        // Spreads old holes over the neighbours without a generator.
        return open[Int(pull.header.id.prefix % UInt64(open.count))]
    }
}
