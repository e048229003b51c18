// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import Testing

@testable import GossipCore

@Suite("whom to dial, and when")
struct OverlayMachineTests {
    private let federation: TestFederation

    init() throws { self.federation = try TestFederation(count: 20) }

    private func machine(_ local: PeerIdentity, viewTarget: Int = 8) -> OverlayMachine {
        OverlayMachine(local: local, plan: .fromRoster, viewTarget: viewTarget)
    }

    private func target(_ number: Int) -> DialTarget {
        DialTarget(peer: self.federation.members[number].relay, address: "relay-\(number):1")
    }

    @Test("a desk dials its own relay and nobody else")
    func desk() {
        let targets = self.machine(self.federation.members[3].desk).targets(in: self.federation.roster, day: 0)
        #expect(targets == [self.target(3)])
    }

    @Test("a relay dials everybody in a small federation, and as many as it wants in a larger one")
    func relay() throws {
        let small = try TestFederation(count: 5)
        let all = self.machine(small.members[0].relay).targets(in: small.roster, day: 0)
        #expect(all.count == 4)
        let some = self.machine(self.federation.members[0].relay).targets(in: self.federation.roster, day: 0)
        #expect(some.count == 8)
        #expect(!some.map(\.peer.member).contains(self.federation.members[0].key.publicKey))
        let later = self.machine(self.federation.members[0].relay).targets(in: self.federation.roster, day: 4)
        #expect(later != some)
    }

    @Test("waits longer after each failure, at most five minutes, and not at all after contact")
    func backoff() {
        var machine = self.machine(self.federation.members[3].desk)
        var random = SeededGenerator(seed: 1)
        let peer = self.federation.members[3].relay
        _ = machine.retarget([self.target(3)], at: .zero)
        var now = MonotonicTime.zero
        var waits: [Duration] = []
        for _ in 0..<12 {
            let dials = machine.tick(at: now)
            #expect(dials == [.dial(self.target(3))])
            machine.lost(peer, at: now, random: &random)
            guard let next = machine.nextTick(after: now) else { break }
            waits.append(next.elapsed(since: now))
            now = next
        }
        #expect(waits.count == 12)
        #expect(waits[0] <= .milliseconds(1_200))
        #expect(waits[11] >= .seconds(240) && waits[11] <= .seconds(360))
        machine.linkOpened(peer)
        #expect(machine.nextTick(after: now) == nil)
        machine.lost(peer, at: now, random: &random)
        let after = machine.nextTick(after: now)?.elapsed(since: now)
        #expect(after ?? .zero <= .milliseconds(1_200))
    }

    @Test("leaves a peer with a hard fault alone, longer each time")
    func avoids() {
        var machine = self.machine(self.federation.members[3].desk)
        let peer = self.federation.members[3].relay
        _ = machine.retarget([self.target(3)], at: .zero)
        machine.avoid(peer, at: .zero)
        let early = machine.tick(at: MonotonicTime(nanoseconds: 599_000_000_000))
        #expect(early == [])
        #expect(machine.nextTick(after: .zero) == MonotonicTime(nanoseconds: 600_000_000_000))
        machine.avoid(peer, at: .zero)
        #expect(machine.isAvoided(peer, at: MonotonicTime(nanoseconds: 1_199_000_000_000)))
        #expect(!machine.isAvoided(peer, at: MonotonicTime(nanoseconds: 1_200_000_000_000)))
    }

    @Test("gives up an attempt to a peer that is no longer wanted")
    func retarget() {
        var machine = self.machine(self.federation.members[3].desk)
        _ = machine.retarget([self.target(3)], at: .zero)
        _ = machine.tick(at: .zero)
        let effects = machine.retarget([self.target(4)], at: .zero)
        #expect(effects == [.drop(self.target(3))])
    }
}
