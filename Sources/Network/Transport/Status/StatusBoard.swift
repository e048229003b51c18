// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger
import Roster
import Synchronization

/// What the node knows about itself and its peers, for people; no decision is made by it.
final class StatusBoard: Sendable {
    /// Alarms kept.
    private static let alarmLimit = 64

    fileprivate struct Record {
        var link = LinkState.unknown
        var openLinks = 0
        var progress = PeerProgress()
        var received: [UInt8: (frames: UInt64, bytes: UInt64)] = [:]
        var sent: [UInt8: (frames: UInt64, bytes: UInt64)] = [:]
        var faults: UInt64 = 0
        /// The day in the peer's greeting, and when it came.
        var greeting: (day: UInt64, at: ContinuousClock.Instant)?
        /// Ranges that the peer asked for and that are being answered.
        var ranges: [UInt64: (log: LogName, to: UInt64)] = [:]
    }

    fileprivate struct State {
        var roster: Roster
        var records: [PeerIdentity: Record] = [:]
        var own: [LogName: UInt64] = [:]
        var entries: UInt64 = 0
        var alarms: [GossipAlarm] = []
        var address: PeerAddress?
        /// The place of the last header looked at: a flood sends the same one to every neighbour.
        var lastHeader: (bytes: [UInt8], log: LogName, sequence: UInt64)?
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> WallTime

    init(roster: Roster, heads: [LogHead], entries: UInt64, now: @escaping @Sendable () -> WallTime) {
        var state = State(roster: roster)
        for head in heads {
            state.own[LogName(origin: head.origin, logEpoch: head.logEpoch)] = head.sequence
        }
        state.entries = entries
        self.state = Mutex(state)
        self.now = now
    }

    // Links

    func listens(at address: PeerAddress) {
        self.state.withLock { $0.address = address }
    }

    /// A peer is about to be dialled.
    func tries(_ peer: PeerIdentity) {
        self.state.withLock { state in
            guard state.records[peer] == nil else { return }
            state.records[peer] = Record()
        }
    }

    func linkReady(_ peer: PeerIdentity) {
        self.state.withLock { $0.records[peer, default: Record()].openLinks += 1 }
    }

    /// The peer has spoken: only now both sides have accepted each other.
    ///
    /// TLS 1.3 tells a client too early.
    func spoke(_ peer: PeerIdentity, direction: LinkDirection) {
        let now = self.now()
        self.state.withLock { state in
            guard case .linked? = state.records[peer]?.link else {
                state.records[peer, default: Record()].link = .linked(direction: direction, since: now)
                return
            }
        }
    }

    func linkEnded(_ peer: PeerIdentity) {
        let now = self.now()
        self.state.withLock { state in
            state.records[peer, default: Record()].openLinks -= 1
            guard state.records[peer]?.openLinks == 0 else { return }
            state.records[peer]?.progress.linkEnded()
            state.records[peer]?.ranges = [:]
            state.records[peer]?.greeting = nil
            if case .linked? = state.records[peer]?.link {
                state.records[peer]?.link = .unreachable(.connectionLost, since: now)
            }
        }
    }

    /// A try failed, or a link broke for a reason.
    func failed(_ peer: PeerIdentity, _ failure: LinkFailure) {
        let now = self.now()
        self.state.withLock { state in
            let isRefusal = failure.isRefusal
            switch state.records[peer, default: Record()].link {
            case .linked where (state.records[peer]?.openLinks ?? 0) > 1: return
            // The moment of the first failure stays: it says since when the peer is missed.
            case .unreachable where !isRefusal, .refused where isRefusal: return
            default: break
            }
            state.records[peer, default: Record()].link =
                isRefusal ? .refused(failure, since: now) : .unreachable(failure, since: now)
        }
    }

    func reported(_ peer: PeerIdentity) {
        self.state.withLock { $0.records[peer, default: Record()].faults += 1 }
    }

    func alarmed(_ alarm: GossipAlarm) {
        self.state.withLock { state in
            state.alarms.append(alarm)
            if state.alarms.count > Self.alarmLimit {
                state.alarms.removeFirst()
            }
        }
    }

    // Traffic

    func sent(_ frames: [Frame], to peer: PeerIdentity) {
        self.state.withLock { state in
            for frame in frames {
                let before = state.records[peer, default: Record()].sent[frame.type] ?? (0, 0)
                state.records[peer]?.sent[frame.type] = (before.frames + 1, before.bytes + UInt64(frame.byteCount))
            }
        }
    }

    func received(_ frame: Frame, from peer: PeerIdentity) {
        self.state.withLock { state in
            let before = state.records[peer, default: Record()].received[frame.type] ?? (0, 0)
            state.records[peer]?.received[frame.type] = (before.frames + 1, before.bytes + UInt64(frame.byteCount))
        }
    }

    // Progress

    func rosterChanged(_ roster: Roster) {
        self.state.withLock { $0.roster = roster }
    }

    func committed(_ heads: [LogHead], newEntries: UInt64) {
        self.state.withLock { state in
            for head in heads {
                let log = LogName(origin: head.origin, logEpoch: head.logEpoch)
                state.own[log] = max(state.own[log] ?? 0, head.sequence)
            }
            state.entries += newEntries
        }
    }

    /// A message came from a peer.
    func heard(_ message: GossipMessage, from peer: PeerIdentity) {
        self.state.withLock { state in
            switch message {
            case .vector(let vector) where vector.rosterHash == state.roster.hash:
                var heads: [LogName: UInt64] = [:]
                for line in vector.lines {
                    guard let log = state.log(line.index, line.logEpoch) else { continue }
                    heads[log] = line.sequence
                }
                state.records[peer, default: Record()].progress.compared(heads)
            case .hello(let hello):
                state.records[peer, default: Record()].greeting = (hello.day, .now)
                // Who holds nothing has nothing to compare, and may say no more for a while.
                if hello.entryCount == 0 { state.records[peer]?.progress.compared([:]) }
            case .have(let references):
                for reference in references {
                    guard let log = state.log(reference.index, reference.logEpoch) else { continue }
                    state.records[peer, default: Record()].progress.learned(log, reference.sequence)
                }
            case .header(let entry):
                guard let place = state.place(of: entry.headerBytes) else { return }
                state.records[peer, default: Record()].progress.learned(place.log, place.sequence)
            case .wantRange(let range):
                guard let log = state.log(range.index, range.logEpoch) else { return }
                state.records[peer, default: Record()].ranges[range.request] = (log, range.to)
            default:
                return
            }
        }
    }

    /// A message went to a peer.
    func said(_ message: GossipMessage, to peer: PeerIdentity) {
        self.state.withLock { state in
            switch message {
            case .header(let entry):
                guard let place = state.place(of: entry.headerBytes) else { return }
                state.records[peer, default: Record()].progress.sent(place.log, place.sequence)
            case .more(let more):
                guard let range = state.records[peer]?.ranges[more.request], more.next > 0 else { return }
                state.records[peer]?.progress.sent(range.log, more.next - 1)
            case .end(let request):
                guard let range = state.records[peer]?.ranges.removeValue(forKey: request) else { return }
                state.records[peer]?.progress.sent(range.log, range.to)
            default:
                return
            }
        }
    }

    /// The peer's summary was the same as ours.
    func inStep(with peer: PeerIdentity) {
        self.state.withLock { state in
            let own = state.own
            state.records[peer, default: Record()].progress.compared(own)
        }
    }

    /// Everything, as it is now.
    func status() -> NodeStatus {
        let (wall, instant) = (self.now(), ContinuousClock.now)
        return self.state.withLock { state in
            let peers = state.records.map { peer, record in
                PeerStatus(
                    peer: peer,
                    name: state.roster.member(for: peer.member)?.name ?? "",
                    link: record.link,
                    incoming: record.progress.incoming(own: state.own),
                    outgoing: record.progress.outgoing(own: state.own),
                    received: Self.counts(record.received),
                    sent: Self.counts(record.sent),
                    faults: record.faults,
                    clock: record.greeting.map { Self.clock($0.day, from: $0.at, to: instant) }
                )
            }
            return NodeStatus(
                address: state.address,
                rosterEpoch: state.roster.epoch,
                rosterHash: state.roster.hash,
                entries: state.entries,
                peers: peers.sorted { ($0.name, $0.peer) < ($1.name, $1.peer) },
                alarms: state.alarms,
                clock: ClockAgreement(peers.compactMap(\.clock), ours: wall)
            )
        }
    }

    private static func clock(
        _ day: UInt64,
        from start: ContinuousClock.Instant,
        to end: ContinuousClock.Instant
    ) -> PeerClock {
        PeerClock(day: day, ageMilliseconds: UInt64(clamping: (end - start).components.seconds) * 1_000)
    }

    private static func counts(_ counts: [UInt8: (frames: UInt64, bytes: UInt64)]) -> [FrameCount] {
        counts.keys.sorted().map { type in
            let count = counts[type] ?? (0, 0)
            return FrameCount(name: FrameName.of(type), frames: count.frames, bytes: count.bytes)
        }
    }
}

extension StatusBoard.State {
    fileprivate func log(_ index: UInt64, _ logEpoch: UInt64) -> LogName? {
        self.roster.member(at: index).map { LogName(origin: $0.key, logEpoch: logEpoch) }
    }

    fileprivate mutating func place(of headerBytes: [UInt8]) -> (log: LogName, sequence: UInt64)? {
        if let last = self.lastHeader, last.bytes == headerBytes {
            return (last.log, last.sequence)
        }
        do {
            let header = try EntryHeader.decode(headerBytes)
            let log = LogName(origin: header.origin, logEpoch: header.logEpoch)
            self.lastHeader = (headerBytes, log, header.sequence)
            return (log, header.sequence)
        } catch {
            return nil
        }
    }
}
