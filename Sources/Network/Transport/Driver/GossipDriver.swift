// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger
import NIOCore
import NIOPosix
import Roster

/// Runs one gossip core: events in from the mailbox, actions out to links, archive, verification and clock.
///
/// A value that lives in one task, so that nothing here is locked or awaited between a decision and its effect.
struct GossipDriver {
    private let resources: DriverResources
    private var core: GossipCore
    private var links: [LinkID: OpenLink] = [:]
    private var dials: [DialTarget: DialAttempt] = [:]
    private var works = 0
    private var timer: Scheduled<Void>?
    private var isEnding = false

    init(resources: DriverResources, core: GossipCore) {
        self.resources = resources
        self.core = core
    }

    /// Runs until a shutdown is asked for and everything under way is done.
    mutating func run(in group: inout DiscardingTaskGroup) async {
        self.feed(.started, &group)
        self.feed(.clockRead(self.resources.wallClock()), &group)
        while !(self.isEnding && self.links.isEmpty && self.works == 0) {
            let mayTakeMore = self.works < TransportLimit.pendingEffects || self.isEnding
            let inputs = await self.resources.mailbox.receive(bounded: mayTakeMore)
            guard !inputs.isEmpty else { break }
            for input in inputs {
                self.take(input, &group)
            }
        }
        self.resources.mailbox.close()
    }

    private mutating func take(_ input: DriverInput, _ group: inout DiscardingTaskGroup) {
        switch input {
        case .linkReady(let link, let open):
            self.linkReady(link, open, &group)
        case .message(let link, let message, _):
            self.message(message, on: link, &group)
        case .rejected(let link, let failure):
            guard let open = self.links[link] else { return }
            self.resources.journal.rejected(link, open.peer, failure)
            self.feed(.messageRejected(link, code: failure.closeCode), &group)
        case .linkEnded(let link):
            guard let open = self.links.removeValue(forKey: link) else { return }
            self.resources.board.linkEnded(open.peer)
            self.resources.journal.linkDown(link, open.peer)
            self.feed(.linkClosed(link), &group)
        case .dialEnded(let target, let failure):
            self.dialEnded(target, failure, &group)
        case .roomOnLink(let link):
            guard self.links[link] != nil else { return }
            self.feed(.linkWritabilityChanged(link, isWritable: true), &group)
        case .workDone(let event):
            self.works -= 1
            self.feed(event, &group)
        case .committed(let works, let heads, let counter):
            self.works -= works.count
            self.resources.board.committed(heads, newEntries: UInt64(heads.count))
            self.resources.counters.advance(to: counter)
            for work in works {
                self.feed(.persisted(work), &group)
            }
        case .published(let entries, let counter):
            self.resources.board.committed(entries.map(\.header.asHead), newEntries: UInt64(entries.count))
            self.resources.counters.advance(to: counter)
            self.feed(.published(entries), &group)
        case .rosterAdopted(let roster, let signedBytes, let isWork):
            self.works -= isWork ? 1 : 0
            self.rosterAdopted(roster, signedBytes, &group)
        case .timerFired:
            self.feed(.wokeUp, &group)
        case .clockTicked:
            self.feed(.clockRead(self.resources.wallClock()), &group)
        case .shutdown:
            self.end()
        }
    }

    private mutating func feed(_ event: GossipEvent, _ group: inout DiscardingTaskGroup) {
        guard !self.isEnding else { return }
        for action in self.core.handle(event, at: self.resources.now()) {
            self.execute(action, &group)
        }
    }

    // Events that need more than passing on

    private mutating func linkReady(_ link: LinkID, _ open: OpenLink, _ group: inout DiscardingTaskGroup) {
        if let target = open.target {
            guard self.dials.removeValue(forKey: target) != nil else {
                // Given up meanwhile; the core owes it nothing.
                return self.discard(open)
            }
        }
        guard !self.isEnding else { return self.discard(open) }
        self.links[link] = open
        self.resources.board.linkReady(open.peer)
        self.resources.journal.linkUp(link, open)
        self.feed(.linkOpened(link, peer: open.peer, direction: open.direction), &group)
    }

    private mutating func message(_ message: GossipMessage, on link: LinkID, _ group: inout DiscardingTaskGroup) {
        guard let open = self.links[link], !self.isEnding else { return }
        self.resources.board.heard(message, from: open.peer)
        if case .hello(let hello) = message { self.resources.journal.greeted(open.peer, day: hello.day) }
        let actions = self.core.handle(.messageReceived(link, message), at: self.resources.now())
        if case .summary = message, !actions.contains(where: { $0.isVector(to: link) }) {
            // Only an equal summary is not answered with our vector.
            self.resources.board.inStep(with: open.peer)
        }
        for action in actions {
            self.execute(action, &group)
        }
    }

    private mutating func dialEnded(
        _ target: DialTarget,
        _ failure: LinkFailure,
        _ group: inout DiscardingTaskGroup
    ) {
        guard self.dials.removeValue(forKey: target) != nil, !self.isEnding else { return }
        self.resources.board.failed(target.peer, failure)
        self.resources.journal.dialFailed(target, failure)
        self.feed(.dialFailed(target), &group)
    }

    private mutating func rosterAdopted(
        _ roster: Roster,
        _ signedBytes: [UInt8],
        _ group: inout DiscardingTaskGroup
    ) {
        self.resources.board.rosterChanged(roster)
        self.resources.journal.rosterAdopted(epoch: roster.epoch)
        self.feed(.rosterChanged(roster, signedBytes: signedBytes), &group)
        // Whoever is no longer in it goes, whatever the core thinks of the link.
        for link in self.links.keys.sorted() {
            guard let open = self.links[link] else { continue }
            do {
                _ = try self.resources.admission.peer(with: open.peer.endpointHash, expected: nil)
            } catch {
                self.resources.board.failed(open.peer, .refusedByUs(error))
                self.close(link, .notInRoster)
            }
        }
    }

    private mutating func end() {
        guard !self.isEnding else { return }
        self.isEnding = true
        self.timer?.cancel()
        for attempt in self.dials.values {
            attempt.cancel()
        }
        self.resources.listener?.channel.channel.close(promise: nil)
        for link in self.links.keys.sorted() {
            self.close(link, .goingAway)
        }
    }

    // Actions

    private mutating func execute(_ action: GossipAction, _ group: inout DiscardingTaskGroup) {
        switch action {
        case .send(let message, let link):
            self.send(message, to: link, &group)
        case .close(let link, let code):
            self.close(link, code)
        case .dial(let target):
            self.dial(target, &group)
        case .dropDial(let target):
            self.dials.removeValue(forKey: target)?.cancel()
        case .wake(let moment):
            self.wake(at: moment)
        case .alarm(let alarm):
            self.resources.board.alarmed(alarm)
            self.resources.journal.alarm(alarm)
        case .reportPeer(let peer, _):
            self.resources.board.reported(peer)
        case .persist(let work, let items):
            self.works += 1
            self.resources.commit.add(work, items)
        case .verify, .verifyBody, .verifyProof:
            self.works += 1
            self.verify(action, &group)
        case .loadRange, .loadHeader, .loadHoles, .confirmErasure:
            self.works += 1
            self.load(action)
        case .adoptRoster(let work, let signedBytes):
            self.works += 1
            self.adopt(work, signedBytes)
        }
    }

    private mutating func send(_ message: GossipMessage, to link: LinkID, _ group: inout DiscardingTaskGroup) {
        guard let open = self.links[link] else { return }
        guard let frame = MessageCodec.encode(message) else {
            preconditionFailure("the core made a message of type \(message.frameType) that is over the frame limit")
        }
        switch open.outbox.offer(frame, isBulk: message.isBulk) {
        case .taken:
            self.resources.board.said(message, to: open.peer)
        case .takenAndFull:
            self.resources.board.said(message, to: open.peer)
            self.feed(.linkWritabilityChanged(link, isWritable: false), &group)
        case .dropped where message.isPush:
            // The peer is behind now; the next summary finds it.
            return
        case .dropped:
            // A peer that asks and does not read its answers: the session cannot go on without them.
            self.close(link, .overLimit)
        }
    }

    private func close(_ link: LinkID, _ code: CloseCode) {
        guard let open = self.links[link] else { return }
        self.resources.journal.closing(link, open.peer, code)
        let bye = GossipMessage.bye(GossipMessage.Bye(code: code.wireCode, text: ""))
        if let frame = MessageCodec.encode(bye) {
            _ = open.outbox.offer(frame, isBulk: false)
        }
        self.discard(open)
    }

    /// Lets a link flush for a moment, then ends it.
    private func discard(_ open: OpenLink) {
        open.outbox.close()
        let channel = open.channel
        channel.eventLoop.scheduleTask(in: TransportLimit.farewellTime) {
            open.outbox.abandon()
            channel.close(promise: nil)
        }
    }

    private mutating func dial(_ target: DialTarget, _ group: inout DiscardingTaskGroup) {
        guard self.dials[target] == nil else { return }
        let attempt = DialAttempt()
        self.dials[target] = attempt
        self.resources.board.tries(target.peer)
        let resources = self.resources
        group.addTask {
            await PeerDial(target: target, attempt: attempt, resources: resources).run()
        }
    }

    private mutating func wake(at moment: MonotonicTime) {
        self.timer?.cancel()
        let mailbox = self.resources.mailbox
        let deadline = NIODeadline.uptimeNanoseconds(moment.nanoseconds)
        self.timer = self.resources.eventLoop.scheduleTask(deadline: deadline) { mailbox.post(.timerFired) }
    }

    private func verify(_ action: GossipAction, _ group: inout DiscardingTaskGroup) {
        let mailbox = self.resources.mailbox
        let roster = self.resources.roster.roster
        group.addTask {
            switch action {
            case .verify(let work, let entry):
                mailbox.post(.workDone(Verification.entry(work, entry, roster: roster)))
            case .verifyBody(let work, let body, let header):
                mailbox.post(.workDone(Verification.body(work, body, of: header)))
            case .verifyProof(let work, let first, let second):
                mailbox.post(.workDone(Verification.proof(work, first, second, roster: roster)))
            default:
                preconditionFailure("not a verification")
            }
        }
    }

    private func load(_ action: GossipAction) {
        let resources = self.resources
        resources.pool.submit { _ in
            resources.mailbox.post(.workDone(StorageRead.answer(action, from: resources.storage, resources.journal)))
        }
    }

    private func adopt(_ work: WorkID, _ signedBytes: [UInt8]) {
        let resources = self.resources
        resources.pool.submit { _ in
            do {
                let roster = try resources.roster.adopt(signedBytes)
                resources.mailbox.post(.rosterAdopted(roster, signedBytes: signedBytes, isWork: true))
            } catch {
                resources.journal.rosterRefused(error)
                let isFault = (error as? RosterRejection)?.isFault ?? false
                resources.mailbox.post(.workDone(.rosterRefused(work, isPeerFault: isFault)))
            }
        }
    }
}

extension GossipAction {
    fileprivate func isVector(to link: LinkID) -> Bool {
        guard case .send(.vector, to: link) = self else { return false }
        return true
    }
}

extension GossipMessage {
    /// Whether it belongs to a range stream, whose order is kept apart from the rest.
    fileprivate var isBulk: Bool {
        switch self {
        case .rangeEntry, .end, .more: true
        default: false
        }
    }

    /// Whether it may be dropped: the next summary makes up for it.
    fileprivate var isPush: Bool {
        switch self {
        case .header, .advert, .have, .body, .gone, .proof, .ping, .summary, .vector: true
        default: false
        }
    }
}
