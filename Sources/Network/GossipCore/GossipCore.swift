// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import Ledger
package import Roster
import WireFormat

/// The gossip protocol of one node as a value: events in, actions out.
///
/// No clock, no socket, no thread, no system randomness: the same events and seed give the same actions. A driver (or the
/// simulator) carries the actions out and reports what came of them. Protocol 4, gossip design 2.
package struct GossipCore: Sendable {
    /// What a core is told at start.
    package struct Configuration: Sendable {
        /// This program: its member, desk or relay, its TLS key.
        package var local: PeerIdentity
        package var roster: Roster
        /// The signed roster as received, to pass on.
        package var signedRoster: [UInt8]
        /// Signed rosters of former epochs, for peers that were away.
        package var formerRosters: [UInt64: [UInt8]] = [:]
        /// Committed heads of all logs, from the archive.
        package var heads: [LogHead]
        /// Forks known, from the archive.
        package var forks: [ForkProof]
        /// Entries committed.
        package var entryCount: UInt64
        package var dialPlan: DialPlan
        package var options: GossipOptions
        /// Seed of the generator for jitter and partner choice; never used for keys.
        package var seed: UInt64

        package init(
            local: PeerIdentity,
            roster: Roster,
            signedRoster: [UInt8],
            heads: [LogHead],
            forks: [ForkProof],
            entryCount: UInt64,
            dialPlan: DialPlan,
            options: GossipOptions = .standard,
            seed: UInt64
        ) {
            self.local = local
            self.roster = roster
            self.signedRoster = signedRoster
            self.heads = heads
            self.forks = forks
            self.entryCount = entryCount
            self.dialPlan = dialPlan
            self.options = options
            self.seed = seed
        }
    }

    let local: PeerIdentity
    let dialPlan: DialPlan
    let options: GossipOptions
    var roster: Roster
    /// Signed rosters by epoch, the current one and a few before it.
    var signedRosters: [UInt64: [UInt8]]
    var random: SeededGenerator
    var deadlines = DeadlineQueue()
    var links = LinkTable()
    var logs: LogTable
    var flood = FloodMachine()
    var adverts = AdvertMachine()
    var pull = PullMachine()
    var sync = SyncMachine()
    var serving = ServingMachine()
    var parking = ParkingMachine()
    var forks = ForkMachine()
    var overlay: OverlayMachine
    var rosterTransfer = RosterMachine()
    /// Work under way.
    var works: [WorkID: Work] = [:]
    var lastWork: UInt64 = 0
    /// Entries being verified: the copies that came, the first of them under way.
    var verifying: [EntryID: [VerificationCopy]] = [:]
    /// Today, days since 1970-01-01; nil before the first clock reading.
    var day: UInt64?
    /// Logs with entries to hand to the archive, in the order of changing.
    var changedLogs: [Int] = []
    /// Entries came by range since neighbours last heard a summary.
    var owesSummaries = false
    var isGathering = false
    var holeSweep = HoleSweep()
    /// The driver's latest wake-up call.
    var nextWake: MonotonicTime?
    var actions: [GossipAction] = []
    var now: MonotonicTime = .zero

    package init(_ configuration: Configuration) {
        self.local = configuration.local
        self.dialPlan = configuration.dialPlan
        self.options = configuration.options
        self.roster = configuration.roster
        self.signedRosters = configuration.formerRosters
        self.signedRosters[configuration.roster.epoch] = configuration.signedRoster
        self.random = SeededGenerator(seed: configuration.seed)
        self.logs = LogTable(roster: configuration.roster, heads: configuration.heads)
        self.overlay = OverlayMachine(
            local: configuration.local,
            plan: configuration.dialPlan,
            viewTarget: configuration.options.viewTarget
        )
        self.logs.closeLogs(of: configuration.roster)
        for proof in configuration.forks { self.restore(proof) }
    }

    /// Takes one event and says what to do.
    ///
    /// - Parameters:
    ///   - event: what happened; about unknown links and work nothing follows.
    ///   - now: the monotonic clock; a value below an earlier one counts as the earlier.
    /// - Returns: actions in the order in which they are to be carried out.
    package mutating func handle(_ event: GossipEvent, at now: MonotonicTime) -> [GossipAction] {
        self.now = max(self.now, now)
        self.dispatch(event)
        self.settle()
        defer { self.actions = [] }
        return self.actions
    }

    private mutating func dispatch(_ event: GossipEvent) {
        switch event {
        case .started: self.started()
        case .clockRead(let time): self.clockRead(time)
        case .linkOpened(let link, let peer, let direction): self.linkOpened(link, peer, direction)
        case .linkClosed(let link): self.linkClosed(link)
        case .linkWritabilityChanged(let link, let isWritable): self.writabilityChanged(link, isWritable)
        case .dialFailed(let target): self.dialFailed(target)
        case .messageReceived(let link, let message): self.received(message, from: link)
        case .messageRejected(let link, let code): self.rejected(link, code)
        case .wokeUp: self.wokeUp()
        case .published(let entries): self.published(entries)
        case .rosterChanged(let roster, let signedBytes): self.rosterChanged(roster, signedBytes)
        default: self.workFinished(event)
        }
    }

    private mutating func workFinished(_ event: GossipEvent) {
        switch event {
        case .verified(let work, let entry): self.verified(self.take(work), entry)
        case .verificationFailed(let work, let rejection): self.verificationFailed(self.take(work), rejection)
        case .bodyVerified(let work, let entry): self.bodyVerified(self.take(work), entry)
        case .bodyRejected(let work, let rejection): self.bodyRejected(self.take(work), rejection)
        case .proofVerified(let work, let proof): self.proofVerified(self.take(work), proof)
        case .proofRejected(let work): self.proofRejected(self.take(work))
        case .persisted(let work): self.persisted(self.take(work))
        case .persistFailed(let work): self.persistFailed(self.take(work))
        case .rangeLoaded(let work, let entries): self.rangeLoaded(self.take(work), entries)
        case .headerLoaded(let work, let header): self.headerLoaded(self.take(work), header)
        case .holesLoaded(let work, let headers): self.holesLoaded(self.take(work), headers)
        case .erasureConfirmed(let work, let isConfirmed): self.erasureConfirmed(self.take(work), isConfirmed)
        case .rosterRefused(let work, let isPeerFault): self.rosterRefused(self.take(work), isPeerFault)
        default: preconditionFailure("an event that `dispatch` should have taken: \(event)")
        }
    }

    /// What follows from an event once all of it is known: storing, sending, waking.
    private mutating func settle() {
        self.planRanges()
        self.storeChanged()
        self.continueHoles()
        self.spreadSummaries()
        self.sendGathered(all: false)
        guard let first = self.deadlines.first, first != self.nextWake else { return }
        self.nextWake = first
        self.actions.append(.wake(at: first))
    }

    // Work

    mutating func newWork(_ work: Work) -> WorkID {
        self.lastWork += 1
        let id = WorkID(number: self.lastWork)
        self.works[id] = work
        return id
    }

    private mutating func take(_ id: WorkID) -> Work? {
        self.works.removeValue(forKey: id)
    }

    mutating func send(_ message: GossipMessage, to link: LinkID) {
        self.actions.append(.send(message, to: link))
    }

    /// Sends what may be lost: dropped while the link is full, and made up for with a summary.
    mutating func push(_ message: GossipMessage, to link: LinkID) {
        guard self.links[link]?.isWritable == true else {
            self.links.update(link) { $0.isBehind = true }
            return
        }
        self.send(message, to: link)
    }

    /// The figures that tests and status pages bound.
    package var load: Load {
        Load(
            links: self.links.all.count,
            works: self.works.count,
            verifying: self.verifying.count,
            pulls: self.pull.count,
            recents: self.flood.count,
            cacheBytes: self.flood.cacheBytes,
            openRanges: self.sync.openCount,
            servedRanges: self.serving.count
        )
    }

    /// Sizes of everything in a core that grows with what peers do.
    package struct Load: Hashable, Sendable {
        package let links: Int
        package let works: Int
        package let verifying: Int
        package let pulls: Int
        package let recents: Int
        package let cacheBytes: Int
        package let openRanges: Int
        package let servedRanges: Int
    }

    /// The root of the state tree over committed heads, 16 B.
    package var stateRoot: [UInt8] { self.logs.tree.root }

    /// Links that take part in gossip: greeted, and with the same roster.
    package var activeLinks: [LinkID] { self.links.active }
}

/// One copy of an entry that is being verified.
struct VerificationCopy: Sendable {
    let entry: UnverifiedEntry
    let link: LinkID
    let source: EntrySource
}

/// Where the search for headers without bodies stands.
struct HoleSweep: Sendable {
    /// Whether there may be any.
    var isNeeded = true
    var isLoading = false
    /// Last header looked at in this pass; nil at the start of one.
    var cursor: EntryID?
    /// Whether this pass found any.
    var foundAny = false
    /// Whether the pass has more to read.
    var isUnderWay = false
    /// Whether a pass is going to start by itself.
    var isScheduled = false
}
