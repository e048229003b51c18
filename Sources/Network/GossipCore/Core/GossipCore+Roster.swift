// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Roster
import WireFormat

/// Newer rosters: asked for, passed on, taken over. Protocol 4.1.
extension GossipCore {
    /// Rosters are adopted one epoch at a time, because each is signed by the roots of the one before.
    mutating func askRoster(from link: LinkID) {
        let epoch = self.roster.epoch + 1
        guard self.rosterTransfer.start(from: link, epoch: epoch, at: self.now) else { return }
        self.send(.rosterGet(GossipMessage.RosterGet(epoch: epoch)), to: link)
        self.deadlines.add(.roster, at: self.now.advanced(by: GossipLimit.rosterTimeout))
    }

    mutating func rosterAsked(_ epoch: UInt64, by link: LinkID) {
        guard let bytes = self.signedRosters[epoch] else {
            return self.refuse(
                WireConstants.FrameType.rosterGet,
                code: WireConstants.RefusalCode.notHeld,
                to: link
            )
        }
        for chunk in RosterMachine.chunks(of: bytes, epoch: epoch) { self.send(.roster(chunk), to: link) }
    }

    mutating func rosterChunk(_ chunk: GossipMessage.RosterChunk, from link: LinkID) {
        switch self.rosterTransfer.chunkArrived(chunk, from: link, at: self.now) {
        case .ignored, .needsMore: return
        case .malformed: self.fault(link, .malformed)
        case .complete(let bytes):
            self.actions.append(.adoptRoster(self.newWork(.adoptRoster(from: link)), bytes))
        }
    }

    mutating func rosterRefused(_ work: Work?, _ isPeerFault: Bool) {
        guard case .adoptRoster(let link) = work, isPeerFault else { return }
        self.fault(link, .badSignature)
    }

    /// Asks somebody else when a transfer stood still.
    mutating func expireRoster() {
        guard let slow = self.rosterTransfer.expire(at: self.now) else { return }
        let newer = self.links.all.filter { link in
            link.id != slow && link.machine.hello?.rosterEpoch ?? 0 > self.roster.epoch
        }
        guard let link = newer.first?.id ?? (self.links[slow] == nil ? nil : slow) else { return }
        self.askRoster(from: link)
    }

    /// A newer roster stands: indices move, links prove themselves again.
    mutating func rosterChanged(_ roster: Roster, _ signedBytes: [UInt8]) {
        guard roster.epoch > self.roster.epoch else { return }
        self.works = self.works.filter { _, work in
            if case .adoptRoster = work { return false }
            return true
        }
        self.roster = roster
        self.signedRosters[roster.epoch] = signedBytes
        if let oldest = self.signedRosters.keys.min(), self.signedRosters.count > GossipLimit.formerRosters {
            self.signedRosters[oldest] = nil
        }
        // All at once, so that nothing is asked of a link that still has to greet again.
        let active = self.links.active
        for link in active { self.links.update(link) { $0.isActive = false } }
        for link in active { self.forgetLink(link) }
        self.logs = self.logs.rebased(on: roster)
        let logs = self.logs
        self.forks.reindex { logs.index(of: $0.position.origin, logEpoch: $0.position.logEpoch) }
        self.parking.reset()
        self.adverts.reset()
        self.sync = SyncMachine()
        self.serving = ServingMachine()
        self.changedLogs = Array(self.logs.states.indices)
        for link in self.links.all {
            self.links.update(link.id) { link in
                link.wants = []
                link.cancels = []
                link.haves = []
                link.adverts = []
                link.wantHeaders = []
            }
            self.greetAgain(link)
        }
        self.retarget()
    }

    /// Says HELLO again under the new roster, or goodbye to whom it no longer names.
    private mutating func greetAgain(_ link: Link) {
        guard !link.isClosing else { return }
        guard self.roster.member(forEndpoint: link.peer.endpointHash)?.member.key == link.peer.member else {
            return self.close(link.id, .notInRoster)
        }
        self.send(.hello(self.hello), to: link.id)
        self.compareRosters(link.id)
    }
}
