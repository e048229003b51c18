// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Roster

/// New entries on their way to the neighbours: headers, references, promises.
extension GossipCore {
    /// Passes an accepted entry on: in full to a few neighbours, by reference to the rest.
    mutating func spread(_ entry: VerifiedEntry) {
        let fanout = self.flood.fanout(
            entry.id,
            among: self.links.active,
            fullLimit: entry.header.header.priority == .urgent ? .max : self.options.headerFanout,
            random: &self.random
        )
        for link in fanout.full { self.push(self.headerMessage(entry.header, body: entry.body), to: link) }
        for link in fanout.adverts { self.queueAdvert(entry.header, to: link) }
    }

    /// HEADER, with the body if that is small and at hand (protocol 4.3).
    func headerMessage(_ header: VerifiedHeader, body: EntryBody?) -> GossipMessage {
        .header(
            UnverifiedEntry(
                headerBytes: header.bytes,
                signature: header.signature,
                body: header.header.travelsInline ? body : nil
            )
        )
    }

    mutating func queueAdvert(_ header: VerifiedHeader, to link: LinkID) {
        guard let reference = self.logs.reference(to: header) else { return }
        self.links.update(link) { $0.adverts.append(reference) }
        self.gather()
    }

    private mutating func queueHave(_ reference: EntryReference, to link: LinkID) {
        self.links.update(link) { $0.haves.append(reference) }
        self.gather()
    }

    private mutating func gather() {
        guard !self.isGathering else { return }
        self.isGathering = true
        self.deadlines.add(.outbox, at: self.now.advanced(by: GossipLimit.gatherTime))
    }

    /// Sends gathered references: requests at once, news after a moment or when a frame is full.
    mutating func sendGathered(all: Bool) {
        if all { self.isGathering = false }
        let limit = GossipLimit.referencesPerFrame
        for link in self.links.all where link.isActive {
            let isNewsDue = all || link.haves.count >= limit || link.adverts.count >= limit
            guard isNewsDue || !link.wants.isEmpty || !link.cancels.isEmpty || !link.wantHeaders.isEmpty else {
                continue
            }
            self.links.update(link.id) { link in
                link.wants = []
                link.cancels = []
                link.wantHeaders = []
                if isNewsDue {
                    link.haves = []
                    link.adverts = []
                }
            }
            for part in link.cancels.inFrames(of: limit) { self.send(.cancel(part), to: link.id) }
            for part in link.wants.inFrames(of: limit) { self.send(.want(part), to: link.id) }
            for part in link.wantHeaders.inFrames(of: limit) { self.send(.wantHeader(part), to: link.id) }
            guard isNewsDue else { continue }
            for part in link.adverts.inFrames(of: limit) { self.push(.advert(part), to: link.id) }
            for part in link.haves.inFrames(of: limit) { self.push(.have(part), to: link.id) }
        }
    }

    /// Whether an entry that a reference means was accepted or is being looked at.
    func isKnown(_ reference: EntryReference) -> Bool {
        guard let index = self.logs.index(named: reference.index, logEpoch: reference.logEpoch) else { return true }
        if reference.sequence >= self.logs[index].frozenFrom ?? .max { return true }
        if reference.sequence <= self.logs[index].tipSequence { return true }
        return self.flood.resolve(reference) != nil
    }

    mutating func advertArrived(_ references: [EntryReference], from link: LinkID) {
        for reference in references {
            if let id = self.flood.resolve(reference) {
                _ = self.flood.headerArrived(id, from: link)
                self.pull.announced(id, by: link)
            } else if !self.isKnown(reference) {
                guard let dueAt = self.adverts.announced(reference, by: link, at: self.now) else { continue }
                self.deadlines.add(.adverts, at: dueAt)
            }
        }
    }

    mutating func askAdvertised() {
        var adverts = self.adverts
        let due = adverts.due(at: self.now, isKnown: self.isKnown)
        self.adverts = adverts
        for ask in due.asks { self.links.update(ask.link) { $0.wantHeaders.append(ask.reference) } }
        if let next = due.next { self.deadlines.add(.adverts, at: max(next, self.now.advanced(by: .milliseconds(1)))) }
    }

    /// WANT_HEADER: from memory, else from the archive.
    mutating func headersWanted(_ references: [EntryReference], by link: LinkID) {
        for reference in references {
            if let id = self.flood.resolve(reference), let recent = self.flood[id], let header = recent.header {
                self.push(self.headerMessage(header, body: recent.body), to: link)
            } else if self.isStored(reference), self.reserveLoad(link) {
                self.load(reference, .headers, self.newWork(.serveHeader(link, reference)))
            }
        }
    }

    /// Whether a reference means a place that the archive has.
    func isStored(_ reference: EntryReference) -> Bool {
        guard let index = self.logs.index(named: reference.index, logEpoch: reference.logEpoch) else { return false }
        return reference.sequence > 0 && reference.sequence <= self.logs[index].committed?.sequence ?? 0
    }

    mutating func load(_ reference: EntryReference, _ content: RangeContent, _ work: WorkID) {
        guard let member = self.roster.member(at: reference.index) else { return }
        self.actions.append(
            .loadRange(
                work,
                RangeRequest(
                    origin: member.key,
                    logEpoch: reference.logEpoch,
                    from: reference.sequence,
                    to: reference.sequence,
                    content: content,
                    byteBudget: GossipLimit.rangeChunkBytes
                )
            )
        )
    }

    mutating func haveArrived(_ references: [EntryReference], from link: LinkID) {
        for reference in references {
            guard let id = self.flood.resolve(reference) else {
                // The header got lost on the way: as good as an announcement.
                self.advertArrived([reference], from: link)
                continue
            }
            self.flood.haveArrived(id, from: link)
            let links = self.links
            self.carryOut(
                self.pull.haveArrived(id, from: link, overdue: { Self.overdue($0, $1, links) }, at: self.now)
            )
        }
    }

    /// Tells neighbours that a body is on disk; small ones went along with the header.
    mutating func announceBody(_ id: EntryID) {
        guard self.options.sendsHave, let header = self.flood[id]?.header, !header.header.travelsInline,
            let reference = self.logs.reference(to: header)
        else { return }
        for link in self.flood.haveTargets(id, among: self.links.active) { self.queueHave(reference, to: link) }
    }
}

extension Array {
    /// The elements in pieces of at most `limit`.
    fileprivate func inFrames(of limit: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: limit).map { Array(self[$0..<Swift.min($0 + limit, self.count)]) }
    }
}
