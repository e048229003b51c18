// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import WireFormat

/// Links come, greet, fall silent and go.
extension GossipCore {
    mutating func started() {
        let interval = self.random.jittered(self.options.antiEntropyInterval)
        self.deadlines.add(.antiEntropy, at: self.now.advanced(by: interval))
        self.deadlines.add(.ranges, at: self.now.advanced(by: GossipLimit.rangeCheckInterval))
    }

    /// The first reading starts dialling; later ones matter when ranks are drawn anew.
    mutating func clockRead(_ time: WallTime) {
        let period = self.day.map { $0 / GossipLimit.rankPeriodDays }
        self.day = time.day
        guard period != time.day / GossipLimit.rankPeriodDays else { return }
        self.retarget()
    }

    mutating func retarget() {
        let targets = self.overlay.targets(in: self.roster, day: self.day ?? 0)
        self.carryOut(self.overlay.retarget(targets, at: self.now))
        for link in self.links.all where !link.isClosing { self.overlay.linkOpened(link.peer) }
        self.tickOverlay()
    }

    mutating func tickOverlay() {
        self.carryOut(self.overlay.tick(at: self.now))
        guard let next = self.overlay.nextTick(after: self.now) else { return }
        self.deadlines.add(.overlay, at: max(next, self.now.advanced(by: .milliseconds(1))))
    }

    private mutating func carryOut(_ effects: [OverlayMachine.Effect]) {
        for effect in effects {
            switch effect {
            case .dial(let target): self.actions.append(.dial(target))
            case .drop(let target): self.actions.append(.dropDial(target))
            }
        }
    }

    mutating func dialFailed(_ target: DialTarget) {
        guard self.links.link(to: target.peer) == nil else { return }
        self.overlay.lost(target.peer, at: self.now, random: &self.random)
        self.tickOverlay()
    }

    mutating func linkOpened(_ id: LinkID, _ peer: PeerIdentity, _ direction: LinkDirection) {
        if let refusal = self.refusal(of: peer, direction) {
            self.actions.append(.close(id, refusal))
            if self.links.link(to: peer) == nil {
                self.overlay.lost(peer, at: self.now, random: &self.random)
                self.tickOverlay()
            }
            return
        }
        if let older = self.links.link(to: peer) { self.close(older.id, .duplicateLink) }
        let machine = LinkMachine.greeting(since: self.now)
        self.links.add(Link(id: id, peer: peer, direction: direction, machine: machine))
        self.overlay.linkOpened(peer)
        self.deadlines.add(.link(id), at: self.now.advanced(by: GossipLimit.helloTimeout))
        self.send(.hello(self.hello), to: id)
    }

    private func refusal(of peer: PeerIdentity, _ direction: LinkDirection) -> CloseCode? {
        guard peer.endpointHash != self.local.endpointHash else { return .duplicateLink }
        guard self.links.all.count < GossipLimit.links else { return .overLimit }
        guard !self.overlay.isAvoided(peer, at: self.now) else { return .badSignature }
        guard let older = self.links.link(to: peer) else { return nil }
        return self.overlay.keepsNewer(direction, over: older.direction, peer: peer) ? nil : .duplicateLink
    }

    var hello: GossipMessage.Hello {
        GossipMessage.Hello(
            network: self.roster.network,
            minorLowest: WireConstants.minorVersions.lowerBound,
            minorHighest: WireConstants.minorVersions.upperBound,
            features: [],
            rosterEpoch: self.roster.epoch,
            rosterHash: self.roster.hash,
            day: self.day ?? 0,
            frameByteLimit: UInt64(WireConstants.Limit.framePayloadBytes),
            entryCount: self.logs.entryCount
        )
    }

    mutating func linkClosed(_ id: LinkID) {
        guard let link = self.links.remove(id) else { return }
        self.forgetLink(id)
        guard self.links.link(to: link.peer) == nil else { return }
        self.overlay.lost(link.peer, at: self.now, random: &self.random)
        self.tickOverlay()
    }

    /// Ends a link; the driver confirms with `linkClosed`.
    mutating func close(_ id: LinkID, _ code: CloseCode) {
        guard self.links[id]?.isClosing == false else { return }
        self.links.update(id) { link in
            link.isClosing = true
            link.machine.close()
            link.isActive = false
        }
        self.actions.append(.close(id, code))
        self.forgetLink(id)
    }

    /// Takes a link out of everything that is under way with it.
    mutating func forgetLink(_ id: LinkID) {
        self.links.update(id) { $0.isActive = false }
        self.sync.linkLost(id)
        self.forks.linkLost(id)
        self.serving.linkLost(id)
        self.adverts.linkLost(id)
        self.rosterTransfer.linkLost(id)
        let active = self.links.active
        let links = self.links
        self.carryOut(self.pull.linkLost(id, among: active, overdue: { Self.overdue($0, $1, links) }, at: self.now))
    }

    /// Counts a fault; a hard one ends the link and keeps the peer away for a while.
    mutating func fault(_ id: LinkID, _ fault: PeerFault) {
        guard let link = self.links[id], !link.isClosing else { return }
        self.actions.append(.reportPeer(link.peer, fault))
        guard fault.isHard else { return }
        self.actions.append(.alarm(.peerMisbehaves(link.peer, fault)))
        self.overlay.avoid(link.peer, at: self.now)
        switch fault {
        case .overLimit: self.close(id, .overLimit)
        case .badSignature: self.close(id, .badSignature)
        default: self.close(id, .malformed)
        }
    }

    mutating func rejected(_ id: LinkID, _ code: CloseCode) {
        switch code {
        case .malformed: self.fault(id, .malformed)
        case .overLimit: self.fault(id, .overLimit)
        default: self.close(id, code)
        }
    }

    mutating func writabilityChanged(_ id: LinkID, _ isWritable: Bool) {
        self.links.update(id) { $0.isWritable = isWritable }
        guard isWritable, self.links[id]?.isActive == true else { return }
        for range in self.serving.resumed(id) { self.loadChunk(range) }
        guard self.links[id]?.isBehind == true else { return }
        self.links.update(id) { $0.isBehind = false }
        self.sendSummary(to: id)
    }

    // Greeting

    mutating func helloReceived(_ hello: GossipMessage.Hello, from id: LinkID) {
        let network = self.roster.network
        let now = self.now
        let verdict = self.links.update(id) { link in
            link.machine.helloReceived(hello, network: network, at: now)
        }
        switch verdict {
        case .established:
            self.deadlines.add(.link(id), at: self.now.advanced(by: GossipLimit.idlePing))
            if let number = self.links.update(id, { $0.machine.probe(at: now) }) ?? nil {
                self.send(.ping(number), to: id)
            }
            self.compareRosters(id)
        case .updated: self.compareRosters(id)
        case .close(let code):
            self.close(id, code)
        case .ignored, nil: return
        }
    }

    /// Lets a link take part, or gets the newer roster first.
    mutating func compareRosters(_ id: LinkID) {
        guard let link = self.links[id], let hello = link.machine.hello else { return }
        if hello.rosterHash == self.roster.hash {
            if !link.isActive { self.activate(id) }
            return
        }
        if link.isActive { self.forgetLink(id) }
        if hello.rosterEpoch > self.roster.epoch {
            self.askRoster(from: id)
        } else if hello.rosterEpoch == self.roster.epoch {
            self.actions.append(.alarm(.rosterConflict(link.peer, epoch: hello.rosterEpoch)))
        }
    }

    private mutating func activate(_ id: LinkID) {
        self.links.update(id) { $0.isActive = true }
        for index in self.forks.proofs.keys.sorted().prefix(GossipLimit.proofsPerGreeting) {
            self.tellProof(of: index, to: id)
        }
        self.sendSummary(to: id)
        // What was accepted and is not on disk yet stands in no summary.
        for state in self.logs.states {
            for entry in state.uncommitted { self.queueAdvert(entry.header, to: id) }
        }
        if self.holeSweep.isNeeded { self.startHoles() }
    }

    // Time

    mutating func tickLink(_ id: LinkID) {
        let now = self.now
        switch self.links.update(id, { $0.machine.tick(at: now) }) {
        case .ping(let number, let next):
            self.send(.ping(number), to: id)
            self.deadlines.add(.link(id), at: next)
        case .wait(let until): self.deadlines.add(.link(id), at: until)
        case .close(let code): self.close(id, code)
        case .ignored, nil: return
        }
    }

    mutating func wokeUp() {
        self.nextWake = nil
        while let deadline = self.deadlines.popDue(at: self.now) {
            switch deadline {
            case .link(let id): self.tickLink(id)
            case .pull(let id): self.expirePull(id)
            case .store(let index): self.changedLogs.append(index)
            case .gap: continue  // `settle` asks for what is still missing.
            case .adverts: self.askAdvertised()
            case .outbox: self.sendGathered(all: true)
            case .ranges: self.expireRanges()
            case .antiEntropy: self.startSession()
            case .holes:
                self.holeSweep.isScheduled = false
                self.startHoles()
            case .overlay: self.tickOverlay()
            case .roster: self.expireRoster()
            }
        }
    }

    /// How long a promised body of this size may take on a link.
    ///
    /// The longest of 0.6 s, four round trips, and its bytes on a slow line; never more than a lease. Protocol 4.3.
    static func overdue(_ id: LinkID, _ size: Int, _ links: LinkTable) -> Duration {
        let transfer = Duration.milliseconds(size * 1_000 / GossipLimit.slowestRate)
        let trips = (links[id]?.machine.roundTrip ?? .zero) * 4
        return min(GossipLimit.wantLease, max(GossipLimit.overdueMin, trips, transfer))
    }
}
