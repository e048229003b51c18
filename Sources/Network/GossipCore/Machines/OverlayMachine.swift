// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import WireFormat

/// Whom to dial, and when again.
///
/// The choice can be recomputed by anybody from the roster, so that nobody can push himself into another's view. Redials
/// go on for ever; contact from the peer ends the waiting. Gossip design 2.2.
struct OverlayMachine: Sendable {
    enum Effect: Equatable, Sendable {
        case dial(DialTarget)
        case drop(DialTarget)
    }

    private enum Phase: Equatable, Sendable {
        case waiting(until: MonotonicTime)
        case dialling
        case linked
    }

    private struct Place: Sendable {
        let target: DialTarget
        var phase: Phase
        /// Wait after the next failure.
        var backoff: Duration = GossipLimit.redialFirst
    }

    private let local: PeerIdentity
    private let plan: DialPlan
    private let viewTarget: Int
    /// Ascending by peer.
    private var places: [Place] = []
    /// Peers with a hard fault, and until when they are left alone.
    private var avoided: [(peer: PeerIdentity, until: MonotonicTime, pause: Duration)] = []

    init(local: PeerIdentity, plan: DialPlan, viewTarget: Int) {
        self.local = local
        self.plan = plan
        self.viewTarget = viewTarget
    }

    /// The targets of the roster, or of the configuration as far as the roster still names them.
    func targets(in roster: Roster, day: UInt64) -> [DialTarget] {
        switch self.plan {
        case .only(let targets):
            return targets.filter { target in
                roster.member(forEndpoint: target.peer.endpointHash)?.member.key == target.peer.member
                    && target.peer.endpointHash != self.local.endpointHash
            }
        case .fromRoster:
            let relays = roster.members.flatMap { member in
                member.endpoints(of: .relay).compactMap { endpoint -> DialTarget? in
                    guard let address = endpoint.address, endpoint.spkiHash != self.local.endpointHash else {
                        return nil
                    }
                    let peer = PeerIdentity(member: member.key, role: .relay, endpointHash: endpoint.spkiHash)
                    return DialTarget(peer: peer, address: address)
                }
            }
            return self.local.role == .desk
                ? self.deskTargets(relays, roster) : self.relayTargets(relays, roster, day)
        }
    }

    private func deskTargets(_ relays: [DialTarget], _ roster: Roster) -> [DialTarget] {
        let own = relays.filter { $0.peer.member == self.local.member }
        guard own.isEmpty else { return own }
        let hubs = relays.filter { roster.member(for: $0.peer.member)?.has(.hub) ?? false }
        let ranked = self.ranked(hubs.isEmpty ? relays : hubs, epoch: roster.epoch, period: 0)
        return ranked.prefix(GossipLimit.deskRelays).sorted()
    }

    private func relayTargets(_ relays: [DialTarget], _ roster: Roster, _ day: UInt64) -> [DialTarget] {
        let others = relays.filter { $0.peer.member != self.local.member }
        guard others.count > self.viewTarget else { return others.sorted() }
        let ranked = self.ranked(others, epoch: roster.epoch, period: day / GossipLimit.rankPeriodDays)
        let hubs = ranked.filter { roster.member(for: $0.peer.member)?.has(.hub) ?? false }
            .prefix(GossipLimit.pinnedHubs)
        let rest = ranked.filter { target in !hubs.contains(target) }
        return (hubs + rest.prefix(self.viewTarget - hubs.count)).sorted()
    }

    /// Rendezvous order of pairs: both ends of a pair compute the same rank.
    private func ranked(_ targets: [DialTarget], epoch: UInt64, period: UInt64) -> [DialTarget] {
        targets.map { target -> (rank: [UInt8], target: DialTarget) in
            let ends = [self.local, target.peer].sorted().map(\.endpointHash)
            var input = Array(WireConstants.Domain.rank.utf8) + [0]
            Varint.encode(epoch, into: &input)
            Varint.encode(period, into: &input)
            return (Hashing.blake2b(input + ends[0] + ends[1], length: 16), target)
        }
        .sorted { left, right in left.rank.lexicographicallyPrecedes(right.rank) }
        .map(\.target)
    }

    /// Takes over a list of targets; those that stay keep their state.
    mutating func retarget(_ targets: [DialTarget], at now: MonotonicTime) -> [Effect] {
        var dropped: [Effect] = []
        for place in self.places where !targets.contains(place.target) && place.phase == .dialling {
            dropped.append(.drop(place.target))
        }
        self.places = targets.sorted().map { target in
            if let place = self.places.first(where: { $0.target == target }) { return place }
            return Place(target: target, phase: .waiting(until: now.advanced(by: self.firstWait(target))))
        }
        return dropped
    }

    /// The end with the smaller key dials at once; the other gives it a moment, so that no link is made twice.
    private func firstWait(_ target: DialTarget) -> Duration {
        self.local.role == .desk || self.local < target.peer ? .zero : GossipLimit.secondDialerWait
    }

    /// Dials whatever is due.
    mutating func tick(at now: MonotonicTime) -> [Effect] {
        var effects: [Effect] = []
        for place in self.places.indices {
            guard case .waiting(let until) = self.places[place].phase, until <= now,
                !self.isAvoided(self.places[place].target.peer, at: now)
            else { continue }
            self.places[place].phase = .dialling
            effects.append(.dial(self.places[place].target))
        }
        return effects
    }

    /// The next moment at which `tick` may dial.
    func nextTick(after now: MonotonicTime) -> MonotonicTime? {
        self.places.compactMap { place -> MonotonicTime? in
            guard case .waiting(let until) = place.phase else { return nil }
            let pause = self.avoided.first { $0.peer == place.target.peer }?.until ?? .zero
            return max(until, pause)
        }
        .min()
    }

    /// A link to the peer stands, whoever dialled: waiting is over.
    mutating func linkOpened(_ peer: PeerIdentity) {
        guard let place = self.places.firstIndex(where: { $0.target.peer == peer }) else { return }
        self.places[place].phase = .linked
        self.places[place].backoff = GossipLimit.redialFirst
    }

    /// The last link to the peer is gone, or an attempt failed.
    mutating func lost(_ peer: PeerIdentity, at now: MonotonicTime, random: inout SeededGenerator) {
        guard let place = self.places.firstIndex(where: { $0.target.peer == peer }) else { return }
        let wait = random.jittered(self.places[place].backoff)
        self.places[place].phase = .waiting(until: now.advanced(by: wait))
        self.places[place].backoff = min(self.places[place].backoff * 2, GossipLimit.redialMax)
    }

    /// A hard fault: the peer is left alone for a while that doubles.
    mutating func avoid(_ peer: PeerIdentity, at now: MonotonicTime) {
        if let place = self.avoided.firstIndex(where: { $0.peer == peer }) {
            let pause = min(self.avoided[place].pause * 2, GossipLimit.hardFaultPauseMax)
            self.avoided[place] = (peer, now.advanced(by: pause), pause)
            return
        }
        self.avoided.append((peer, now.advanced(by: GossipLimit.hardFaultPause), GossipLimit.hardFaultPause))
    }

    /// Whether a link to this peer is unwelcome now.
    func isAvoided(_ peer: PeerIdentity, at now: MonotonicTime) -> Bool {
        self.avoided.contains { $0.peer == peer && $0.until > now }
    }

    /// Which of two links between the same programs stays.
    ///
    /// Both ends decide alike: the link that the smaller key dialled. Of two that the same end dialled, the newer one,
    /// because the dialler has given up the older.
    func keepsNewer(_ newer: LinkDirection, over older: LinkDirection, peer: PeerIdentity) -> Bool {
        guard newer != older else { return true }
        return newer == (self.local < peer ? .outbound : .inbound)
    }
}
