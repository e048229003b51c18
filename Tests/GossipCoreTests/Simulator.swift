// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import Roster
import Testing

/// A whole federation in one value: virtual clock, links with delays, disks that survive crashes.
///
/// Everything that happens is an entry of one queue, in order of time and then of origin; so a seed replays a run.
struct Simulator {
    struct Settings: Sendable {
        var nodes = 6
        var seed: UInt64 = 1
        var delayMilliseconds: ClosedRange<UInt64> = 5...80
        var options = GossipOptions.standard
        /// Behaviour of the nodes with these numbers; the others are honest.
        var behaviours: [Int: Behaviour] = [:]
        /// Each node's dial targets by number; nil leaves the choice to the cores.
        var topology: [Int: [Int]]?
    }

    struct Figures: Equatable, Sendable {
        var messages = 0
        var headers = 0
        var bodies = 0
        /// Virtual milliseconds from publishing to the archive, one per node and entry.
        var latencies: [UInt64] = []
        var brokenHaves = 0
        /// Hard faults reported against honest nodes.
        var hardFaultsOfHonest = 0
        var alarms = 0
        var peakPulls = 0
        var peakWorks = 0
    }

    enum Happening {
        case wake(node: Int, life: Int, at: UInt64)
        case feed(node: Int, life: Int, GossipEvent)
        case deliver(Connection.ID, to: Int, GossipMessage)
        case connect(node: Int, life: Int, DialTarget)
        case cut(Connection.ID)
        case persist(node: Int, life: Int, WorkID, [PersistItem])
        case publish(node: Int, bytes: Int)
        case script(Script)
    }

    enum Script: Sendable {
        case crash(Int)
        case restart(Int)
        case partition([Int])
        case heal
        case equivocate(Int)
        /// The operator of this node gives it the next roster.
        case nextRoster(Int)
        /// This node's member orders the erasure of its first entry.
        case erase(Int)
    }

    struct Connection {
        typealias ID = Int
        /// Node number and that end's link.
        let ends: [(node: Int, link: LinkID)]
        let delay: UInt64
        var isUp = true
        /// Last arrival at each end: messages of a link keep their order.
        var lastArrival: [UInt64] = [0, 0]
    }

    struct Node {
        let identity: PeerIdentity
        var core: GossipCore
        var archive = FakeArchive()
        var roster: Roster
        var signedRoster: [UInt8]
        var life = 0
        var isUp = true
        var wakeAt: UInt64 = 0
        var nextLink: UInt64 = 0
        /// This node's links to connections.
        var connections: [LinkID: Connection.ID] = [:]
        var lastPersist: UInt64 = 0
    }

    let federation: TestFederation
    let settings: Settings
    private(set) var nodes: [Node]
    private(set) var figures = Figures()
    private(set) var now: UInt64 = 0
    /// Grows with everything that happens; equal runs have equal fingerprints.
    private(set) var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325
    /// What honest origins published, in order.
    private(set) var published: [Int: [EntryID]] = [:]
    private(set) var violations: [String] = []
    private var publishedAt: [EntryID: UInt64] = [:]
    private var random: SeededGenerator
    private var queue = HappeningQueue()
    private var connections: [Connection] = []
    private var groups: [Int: Int] = [:]
    /// Entries that an equivocator shows to nodes with odd numbers.
    private var variants: [EntryID: VerifiedEntry] = [:]
    private var verified: [UnverifiedEntry: VerifiedEntry] = [:]

    init(_ settings: Settings, federation: TestFederation) throws {
        self.settings = settings
        self.federation = federation
        self.random = SeededGenerator(seed: settings.seed)
        self.nodes = []
        for number in 0..<settings.nodes {
            let core = Self.core(number, settings, federation, FakeArchive(), life: 0)
            self.nodes.append(
                Node(
                    identity: federation.members[number].relay,
                    core: core,
                    roster: federation.roster,
                    signedRoster: federation.signedRoster
                )
            )
        }
        for number in 0..<settings.nodes { self.start(number) }
    }

    private static func core(
        _ number: Int,
        _ settings: Settings,
        _ federation: TestFederation,
        _ archive: FakeArchive,
        life: Int
    ) -> GossipCore {
        let targets = settings.topology?[number].map { numbers in
            numbers.map { DialTarget(peer: federation.members[$0].relay, address: "\($0)") }
        }
        return GossipCore(
            GossipCore.Configuration(
                local: federation.members[number].relay,
                roster: federation.roster,
                signedRoster: federation.signedRoster,
                heads: archive.heads,
                forks: archive.forks.values.sorted { $0.origin < $1.origin },
                entryCount: UInt64(archive.entryCount),
                dialPlan: settings.topology == nil ? .fromRoster : .only(targets ?? []),
                options: settings.options,
                seed: settings.seed &* 1_000 &+ UInt64(number * 10 + life)
            )
        )
    }

    func behaviour(of node: Int) -> Behaviour { self.settings.behaviours[node] ?? .honest }

    var honest: [Int] { self.nodes.indices.filter { self.behaviour(of: $0) == .honest } }

    // What tests ask for

    mutating func publish(_ node: Int, bytes: Int = 3_000, at milliseconds: UInt64) {
        self.queue.add(.publish(node: node, bytes: bytes), at: milliseconds * 1_000_000)
    }

    mutating func script(_ script: Script, at milliseconds: UInt64) {
        self.queue.add(.script(script), at: milliseconds * 1_000_000)
    }

    /// Runs until nothing is left or the time is over.
    mutating func run(untilSeconds seconds: UInt64) throws {
        let end = seconds * 1_000_000_000
        while let (time, happening) = self.queue.popDue(at: end) {
            self.now = time
            try self.happen(happening)
        }
        self.now = end
    }

    private mutating func start(_ number: Int) {
        self.feed(number, .started)
        self.feed(number, .clockRead(WallTime(milliseconds: 20_000 * 86_400_000)))
    }

    private mutating func note(_ values: UInt64...) {
        for value in values { self.fingerprint = (self.fingerprint ^ value) &* 0x0000_0100_0000_01b3 }
    }

    // Happenings

    private mutating func happen(_ happening: Happening) throws {
        switch happening {
        case .wake(let node, let life, let at):
            guard self.nodes[node].life == life, self.nodes[node].isUp, self.nodes[node].wakeAt == at else { return }
            self.feed(node, .wokeUp)
        case .feed(let node, let life, let event):
            guard self.nodes[node].life == life, self.nodes[node].isUp else { return }
            self.feed(node, event)
        case .deliver(let connection, let end, let message):
            guard self.connections[connection].isUp else { return }
            let (node, link) = self.connections[connection].ends[end]
            self.note(self.now, UInt64(node), link.number)
            self.feed(node, .messageReceived(link, message))
        case .connect(let node, let life, let target): self.connect(node, life, target)
        case .cut(let connection): self.cut(connection)
        case .persist(let node, let life, let work, let items):
            guard self.nodes[node].life == life, self.nodes[node].isUp else { return }
            self.store(node, items)
            self.feed(node, self.nodes[node].archive.store(items) ? .persisted(work) : .persistFailed(work))
        case .publish(let node, let bytes): try self.publishNow(node, bytes: bytes)
        case .script(let script): try self.perform(script)
        }
    }

    /// Notes what reaches a disk, and whether it is what its origin signed.
    private mutating func store(_ node: Int, _ items: [PersistItem]) {
        for case .entry(let entry) in items {
            let header = entry.header.header
            guard let origin = self.federation.roster.index(of: header.origin) else { continue }
            let honest = self.published[origin] ?? []
            let place = Int(header.sequence) - 1
            if self.behaviour(of: origin) == .honest, self.variants.isEmpty {
                if place >= honest.count || honest[place] != entry.id {
                    self.violations.append("node \(node) stored a foreign entry \(header.sequence) of \(origin)")
                }
            }
        }
        for item in items {
            let entry: VerifiedEntry
            switch item {
            case .entry(let stored), .body(let stored): entry = stored
            case .fork: continue
            }
            guard entry.body != nil, let start = self.publishedAt[entry.id] else { continue }
            self.figures.latencies.append((self.now - start) / 1_000_000)
        }
    }

    private mutating func publishNow(_ node: Int, bytes: Int) throws {
        guard self.nodes[node].isUp else { return }
        let key = self.federation.members[node].key.publicKey
        let entry = try self.federation.entry(by: node, after: self.nodes[node].archive.head(of: key), bytes: bytes)
        guard self.nodes[node].archive.store([.entry(entry)]) else { return }
        self.published[node, default: []].append(entry.id)
        self.publishedAt[entry.id] = self.now
        self.feed(node, .published([entry]))
    }

    private mutating func perform(_ script: Script) throws {
        switch script {
        case .crash(let node):
            self.nodes[node].isUp = false
            for connection in self.nodes[node].connections.values.sorted() { self.cut(connection) }
            self.nodes[node].connections = [:]
        case .restart(let node):
            self.nodes[node].life += 1
            self.nodes[node].isUp = true
            self.nodes[node].core = Self.core(
                node,
                self.settings,
                self.federation,
                self.nodes[node].archive,
                life: self.nodes[node].life
            )
            self.start(node)
        case .partition(let side):
            self.groups = Dictionary(uniqueKeysWithValues: side.map { ($0, 1) })
            for index in self.connections.indices where self.connections[index].isUp {
                let ends = self.connections[index].ends
                if self.groups[ends[0].node] != self.groups[ends[1].node] { self.cut(index) }
            }
        case .heal: self.groups = [:]
        case .nextRoster(let node):
            let builder = RosterBuilder(after: self.nodes[node].roster, issuedDay: 20_001)
            let bytes = try builder.sign(with: [self.federation.root]).encoded()
            self.adopt(WorkID(number: .max), bytes, node)
        case .erase(let node): try self.orderErasure(node)
        case .equivocate(let node):
            let key = self.federation.members[node].key.publicKey
            let head = self.nodes[node].archive.head(of: key)
            let twin = try self.federation.entry(by: node, after: head, bytes: 500, salt: 1)
            let shown = try self.federation.entry(by: node, after: head, bytes: 500)
            self.variants[shown.id] = twin
            try self.publishNow(node, bytes: 500)
        }
    }

    private mutating func orderErasure(_ node: Int) throws {
        let key = self.federation.members[node].key.publicKey
        let log = self.nodes[node].archive.log(of: key)
        let order = try self.federation.eraseOrder(by: node, after: log.last?.header.asHead, of: log[0].header.id)
        guard self.nodes[node].archive.store([.entry(order)]) else { return }
        _ = self.nodes[node].archive.erase(log[0].header.id, by: order.id)
        self.published[node, default: []].append(order.id)
        self.feed(node, .published([order]))
    }

    // Links

    private mutating func connect(_ node: Int, _ life: Int, _ target: DialTarget) {
        guard self.nodes[node].life == life, self.nodes[node].isUp,
            let other = self.nodes.firstIndex(where: { $0.identity == target.peer })
        else { return }
        guard self.nodes[other].isUp, self.groups[node] == self.groups[other] else {
            return self.feed(node, .dialFailed(target))
        }
        let delay = UInt64.random(in: self.settings.delayMilliseconds, using: &self.random) * 1_000_000
        let ends = [node, other].map { end in
            self.nodes[end].nextLink += 1
            return (node: end, link: LinkID(number: self.nodes[end].nextLink))
        }
        self.connections.append(Connection(ends: ends, delay: delay))
        for end in ends { self.nodes[end.node].connections[end.link] = self.connections.count - 1 }
        self.feed(other, .linkOpened(ends[1].link, peer: self.nodes[node].identity, direction: .inbound))
        self.feed(node, .linkOpened(ends[0].link, peer: target.peer, direction: .outbound))
    }

    private mutating func cut(_ connection: Connection.ID) {
        guard self.connections[connection].isUp else { return }
        self.connections[connection].isUp = false
        for (node, link) in self.connections[connection].ends {
            self.nodes[node].connections[link] = nil
            guard self.nodes[node].isUp else { continue }
            self.later(node, .linkClosed(link), after: self.connections[connection].delay)
        }
    }

    private mutating func later(_ node: Int, _ event: GossipEvent, after nanoseconds: UInt64) {
        self.queue.add(.feed(node: node, life: self.nodes[node].life, event), at: self.now + nanoseconds)
    }

    // Driving a core

    private mutating func feed(_ node: Int, _ event: GossipEvent) {
        let actions = self.nodes[node].core.handle(event, at: MonotonicTime(nanoseconds: self.now))
        for action in actions { self.execute(action, of: node) }
        let load = self.nodes[node].core.load
        self.figures.peakPulls = max(self.figures.peakPulls, load.pulls)
        self.figures.peakWorks = max(self.figures.peakWorks, load.works)
        if load.recents > GossipLimit.recentEntries || load.cacheBytes > GossipLimit.bodyCacheBytes + 65_536 {
            self.violations.append("node \(node) is over its bounds: \(load)")
        }
    }

    private mutating func execute(_ action: GossipAction, of node: Int) {
        let life = self.nodes[node].life
        switch action {
        case .send(let message, let link): self.transmit(message, from: node, link)
        case .close(let link, _):
            guard let connection = self.nodes[node].connections[link] else { return }
            self.queue.add(.cut(connection), at: self.now + self.connections[connection].delay)
        case .dial(let target):
            self.queue.add(.connect(node: node, life: life, target), at: self.now + 30_000_000)
        case .dropDial: return
        case .wake(let moment):
            let at = max(moment.nanoseconds, self.now)
            self.nodes[node].wakeAt = at
            self.queue.add(.wake(node: node, life: life, at: at), at: at)
        case .verify(let work, let entry): self.verify(work, entry, node)
        case .verifyBody(let work, let body, let header): self.verify(work, body, header, node)
        case .verifyProof(let work, let first, let second): self.verify(work, first, second, node)
        case .persist(let work, let items):
            let delay = UInt64.random(in: 1...8, using: &self.random) * 1_000_000
            let at = max(self.now + delay, self.nodes[node].lastPersist + 1)
            self.nodes[node].lastPersist = at
            self.queue.add(.persist(node: node, life: life, work, items), at: at)
        case .loadRange(let work, let request):
            self.later(node, .rangeLoaded(work, self.nodes[node].archive.range(request)), after: 500_000)
        case .loadHeader(let work, let origin, let logEpoch, let sequence):
            let header = self.nodes[node].archive.header(origin, logEpoch, sequence)
            self.later(node, .headerLoaded(work, header), after: 500_000)
        case .loadHoles(let work, let after, let limit):
            let headers = self.nodes[node].archive.holes(after: after, limit: limit)
            self.later(node, .holesLoaded(work, headers), after: 500_000)
        case .confirmErasure(let work, let entry, let order):
            let isErased = self.nodes[node].archive.erase(entry, by: order)
            self.later(node, .erasureConfirmed(work, isErased), after: 500_000)
        case .adoptRoster(let work, let bytes): self.adopt(work, bytes, node)
        case .alarm: self.figures.alarms += 1
        case .reportPeer(let peer, let fault): self.report(peer, fault)
        }
    }

    private mutating func adopt(_ work: WorkID, _ bytes: [UInt8], _ node: Int) {
        do {
            let roster = try RosterVerifier.verify(bytes, previous: self.nodes[node].roster)
            self.nodes[node].roster = roster
            self.nodes[node].signedRoster = bytes
            self.later(node, .rosterChanged(roster, signedBytes: bytes), after: 500_000)
        } catch {
            self.later(node, .rosterRefused(work, isPeerFault: error.isFault), after: 500_000)
        }
    }

    private mutating func report(_ peer: PeerIdentity, _ fault: PeerFault) {
        if fault == .brokenHave { self.figures.brokenHaves += 1 }
        guard fault.isHard, let number = self.nodes.firstIndex(where: { $0.identity == peer }),
            self.behaviour(of: number) == .honest
        else { return }
        self.figures.hardFaultsOfHonest += 1
    }

    private mutating func transmit(_ message: GossipMessage, from node: Int, _ link: LinkID) {
        guard let id = self.nodes[node].connections[link], self.connections[id].isUp else { return }
        let end = self.connections[id].ends[0].node == node && self.connections[id].ends[0].link == link ? 1 : 0
        let target = self.connections[id].ends[end].node
        let shown = self.twisted(message, to: target)
        let roster = self.federation.roster
        let messages = self.behaviour(of: node).filtered(shown) { header in
            roster.index(of: header.origin).map { index in
                EntryReference(
                    index: UInt64(index),
                    logEpoch: header.logEpoch,
                    sequence: header.sequence,
                    idPrefix: EntryID.of(headerBytes: header.encoded()).prefix
                )
            }
        }
        for message in messages {
            let jitter = UInt64.random(in: 0...2_000_000, using: &self.random)
            let at = max(self.now + self.connections[id].delay + jitter, self.connections[id].lastArrival[end] + 1)
            self.connections[id].lastArrival[end] = at
            self.figures.messages += 1
            if case .header = message { self.figures.headers += 1 }
            if case .body = message { self.figures.bodies += 1 }
            self.queue.add(.deliver(id, to: end, message), at: at)
        }
    }

    /// What an equivocator shows to nodes with odd numbers.
    private func twisted(_ message: GossipMessage, to target: Int) -> GossipMessage {
        guard !self.variants.isEmpty, target % 2 == 1, case .header(let entry) = message,
            let twin = self.variants[EntryID.of(headerBytes: entry.headerBytes)]
        else { return message }
        return .header(
            UnverifiedEntry(headerBytes: twin.header.bytes, signature: twin.header.signature, body: twin.body)
        )
    }

    // Verification: real, but done once per entry for all nodes

    private mutating func verify(_ work: WorkID, _ entry: UnverifiedEntry, _ node: Int) {
        if let known = self.verified[entry] { return self.later(node, .verified(work, known), after: 200_000) }
        do {
            let verified = try EntryVerifier.verify(
                entry,
                network: self.federation.network,
                directory: self.federation.roster
            )
            self.verified[entry] = verified
            self.later(node, .verified(work, verified), after: 200_000)
        } catch {
            self.later(node, .verificationFailed(work, error), after: 200_000)
        }
    }

    private mutating func verify(_ work: WorkID, _ body: EntryBody, _ header: VerifiedHeader, _ node: Int) {
        do {
            self.later(node, .bodyVerified(work, try EntryVerifier.verify(body: body, of: header)), after: 200_000)
        } catch {
            self.later(node, .bodyRejected(work, error), after: 200_000)
        }
    }

    private mutating func verify(_ work: WorkID, _ one: UnverifiedEntry, _ other: UnverifiedEntry, _ node: Int) {
        do {
            let proof = try ForkProof.verify(
                one,
                other,
                network: self.federation.network,
                directory: self.federation.roster
            )
            self.later(node, .proofVerified(work, proof), after: 200_000)
        } catch {
            self.later(node, .proofRejected(work), after: 200_000)
        }
    }
}

/// Happenings in order of time; a binary heap that keeps the order of equal times.
struct HappeningQueue {
    private var heap: [(time: UInt64, order: UInt64, happening: Simulator.Happening)] = []
    private var count: UInt64 = 0

    mutating func add(_ happening: Simulator.Happening, at time: UInt64) {
        self.count += 1
        self.heap.append((time, self.count, happening))
        var child = self.heap.count - 1
        while child > 0, self.precedes(child, (child - 1) / 2) {
            self.heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popDue(at end: UInt64) -> (time: UInt64, happening: Simulator.Happening)? {
        guard let first = self.heap.first, first.time <= end else { return nil }
        let last = self.heap.removeLast()
        if !self.heap.isEmpty {
            self.heap[0] = last
            self.sink()
        }
        return (first.time, first.happening)
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < self.heap.count && self.precedes(child, least) {
                least = child
            }
            guard least != parent else { return }
            self.heap.swapAt(least, parent)
            parent = least
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (self.heap[left].time, self.heap[left].order) < (self.heap[right].time, self.heap[right].order)
    }
}
