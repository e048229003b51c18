// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// Bodies: wanted, checked, kept, given.
extension GossipCore {
    mutating func wantBody(of header: VerifiedHeader, isHole: Bool = false) {
        let recent = self.flood[header.id]
        let links = self.links
        self.carryOut(
            self.pull.want(
                header,
                announcers: recent?.headerFrom ?? [],
                haves: recent?.haveFrom ?? [],
                isHole: isHole,
                among: links.active,
                overdue: { Self.overdue($0, $1, links) },
                at: self.now
            )
        )
    }

    mutating func carryOut(_ effects: [PullMachine.Effect]) {
        for effect in effects {
            switch effect {
            case .want(let link, let header):
                guard let reference = self.logs.reference(to: header) else { continue }
                self.links.update(link) { $0.wants.append(reference) }
            case .cancel(let link, let header):
                guard let reference = self.logs.reference(to: header) else { continue }
                self.links.update(link) { $0.cancels.append(reference) }
            case .brokenHave(let link): self.fault(link, .brokenHave)
            case .gaveUp: self.holeSweep.isNeeded = true
            case .wake(let id, let time): self.deadlines.add(.pull(id), at: time)
            }
        }
    }

    mutating func expirePull(_ id: EntryID) {
        let links = self.links
        self.carryOut(
            self.pull.expire(id, among: links.active, overdue: { Self.overdue($0, $1, links) }, at: self.now)
        )
    }

    private mutating func pullFailed(_ id: EntryID, at link: LinkID) {
        let links = self.links
        self.carryOut(
            self.pull.failed(
                id,
                at: link,
                among: links.active,
                overdue: { Self.overdue($0, $1, links) },
                now: self.now
            )
        )
    }

    // Receiving

    mutating func bodyArrived(_ body: GossipMessage.Body, from link: LinkID) {
        guard let core = body.core else { return self.pullFailed(body.entry, at: link) }
        self.bodyArrived(EntryBody(core: core, parts: body.parts), of: body.entry, from: link)
    }

    mutating func bodyArrived(_ body: EntryBody, of id: EntryID, from link: LinkID) {
        guard body.isComplete else { return self.pullFailed(id, at: link) }
        guard case .check(let header) = self.pull.bodyArrived(id, from: link) else { return }
        self.actions.append(.verifyBody(self.newWork(.verifyBody(id, from: link)), body, of: header))
    }

    mutating func bodyVerified(_ work: Work?, _ entry: VerifiedEntry) {
        guard case .verifyBody(let id, let link) = work else { return }
        self.flood.haveArrived(id, from: link)
        self.carryOut(self.pull.finished(id, from: link))
        self.flood.accepted(entry.header)
        if let body = entry.body { self.flood.cache(body, of: id) }
        self.bodyHere(entry)
        let position = entry.header.position
        guard let index = self.logs.index(of: position.origin, logEpoch: position.logEpoch),
            position.sequence < self.logs[index].frozenFrom ?? .max
        else { return }
        if let place = self.logs[index].place(of: position.sequence), !self.logs[index].uncommitted[place].isHanded {
            self.logs[index].uncommitted[place].entry = entry
            self.changedLogs.append(index)
        } else {
            self.persist([.body(entry)], [PersistRecord(entry, isNew: false)])
        }
    }

    mutating func bodyRejected(_ work: Work?, _ rejection: EntryRejection) {
        guard case .verifyBody(let id, let link) = work else { return }
        self.pullFailed(id, at: link)
        if rejection.isFault { self.fault(link, .badSignature) }
    }

    /// A checked body is in memory: those who wait for it get it.
    mutating func bodyHere(_ entry: VerifiedEntry) {
        guard let body = entry.body else { return }
        for link in self.flood.takeWaiting(entry.id, at: self.now) { self.give(body, of: entry.id, to: link) }
    }

    /// GONE: believed only if our own archive holds the order.
    mutating func goneArrived(_ gone: GossipMessage.Gone, from link: LinkID) {
        guard self.pull.isWanted(gone.entry) else { return }
        let work = self.newWork(.erasure(gone.entry))
        self.actions.append(.confirmErasure(work, entry: gone.entry, order: gone.order))
        self.pullFailed(gone.entry, at: link)
    }

    mutating func erasureConfirmed(_ work: Work?, _ isConfirmed: Bool) {
        guard case .erasure(let id) = work, isConfirmed else { return }
        self.carryOut(self.pull.dropped(id))
        self.flood.forget(id)
    }

    // Giving

    /// Answers WANT from memory, from the archive, or as soon as the body is here (protocol 4.3).
    mutating func bodiesWanted(_ references: [EntryReference], by link: LinkID) {
        for reference in references {
            guard let id = self.flood.resolve(reference), let recent = self.flood[id] else {
                self.loadBody(reference, for: link)
                continue
            }
            if let body = recent.body {
                self.give(body, of: id, to: link)
            } else if recent.header == nil || self.pull.isWanted(id) {
                let until = self.now.advanced(by: GossipLimit.wantLease)
                _ = self.flood.wait(id, link: link, until: until)
            } else {
                self.loadBody(reference, for: link)
            }
        }
    }

    private mutating func loadBody(_ reference: EntryReference, for link: LinkID) {
        guard self.isStored(reference) else { return }
        guard self.reserveLoad(link) else {
            return self.refuse(
                WireConstants.FrameType.want,
                code: WireConstants.RefusalCode.busy,
                retryAfterSeconds: 1,
                to: link
            )
        }
        self.load(reference, .both, self.newWork(.serveBody(link, reference)))
    }

    mutating func give(_ body: EntryBody, of id: EntryID, to link: LinkID) {
        guard self.links[link]?.isActive == true else { return }
        self.flood.haveArrived(id, from: link)
        self.push(.body(GossipMessage.Body(entry: id, core: body.core, parts: body.parts)), to: link)
    }

    mutating func wantsCancelled(_ references: [EntryReference], by link: LinkID) {
        for reference in references {
            guard let id = self.flood.resolve(reference) else { continue }
            self.flood.cancelWait(id, link: link)
        }
    }

    /// The archive's answer for one entry that a peer asked for by reference.
    mutating func serve(_ entry: StoredEntry?, _ reference: EntryReference, to link: LinkID) {
        guard let entry, entry.header.id.prefix == reference.idPrefix else { return }
        let id = entry.header.id
        switch entry.body {
        case .held(let body): self.give(body, of: id, to: link)
        case .erased(let order): self.push(.gone(GossipMessage.Gone(entry: id, order: order)), to: link)
        case .absent:
            let until = self.now.advanced(by: GossipLimit.wantLease)
            if self.pull.isWanted(id), self.flood.wait(id, link: link, until: until) { return }
            self.push(.body(GossipMessage.Body(entry: id, core: nil, parts: [])), to: link)
        }
    }

    // Bodies missing of old

    mutating func startHoles() {
        guard self.holeSweep.isNeeded, !self.holeSweep.isUnderWay, !self.links.active.isEmpty else { return }
        self.holeSweep = HoleSweep(isNeeded: false, isUnderWay: true)
        self.loadHoles()
    }

    private mutating func loadHoles() {
        self.holeSweep.isLoading = true
        let work = self.newWork(.holes)
        self.actions.append(.loadHoles(work, after: self.holeSweep.cursor, limit: GossipLimit.holesPerRound))
    }

    mutating func holesLoaded(_ work: Work?, _ headers: [VerifiedHeader]) {
        guard case .holes = work else { return }
        self.holeSweep.isLoading = false
        for header in headers where !self.pull.isWanted(header.id) { self.wantBody(of: header, isHole: true) }
        self.holeSweep.foundAny = self.holeSweep.foundAny || !headers.isEmpty
        self.holeSweep.cursor = headers.last?.id ?? self.holeSweep.cursor
        guard headers.count < GossipLimit.holesPerRound else { return }
        self.holeSweep.isUnderWay = false
        self.holeSweep.isNeeded = self.holeSweep.isNeeded || self.holeSweep.foundAny
        self.holeSweep.cursor = nil
        guard self.holeSweep.isNeeded else { return }
        self.holeSweep.isScheduled = true
        self.deadlines.add(.holes, at: self.now.advanced(by: GossipLimit.holeInterval))
    }

    /// Reads on when most of what was read is dealt with.
    mutating func continueHoles() {
        if self.holeSweep.isUnderWay {
            guard !self.holeSweep.isLoading, self.pull.holeCount < GossipLimit.holesPerRound / 2 else { return }
            self.loadHoles()
        } else if self.holeSweep.isNeeded, !self.holeSweep.isScheduled, self.sync.isIdle,
            !self.links.active.isEmpty
        {
            self.holeSweep.isScheduled = true
            // What nobody could give a moment ago is not asked for again at once.
            let wait = self.holeSweep.foundAny ? GossipLimit.holeInterval : GossipLimit.holeFirstDelay
            self.deadlines.add(.holes, at: self.now.advanced(by: wait))
        }
    }
}
