// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@testable import GossipCore

@Suite("a link's life")
struct LinkMachineTests {
    private let federation: TestFederation

    init() throws { self.federation = try TestFederation(count: 2) }

    private func hello(minor: ClosedRange<UInt64> = 0...0, epoch: UInt64 = 1, network: NetworkID? = nil)
        -> GossipMessage.Hello
    {
        GossipMessage.Hello(
            network: network ?? self.federation.network,
            minorLowest: minor.lowerBound,
            minorHighest: minor.upperBound,
            features: ["later"],
            rosterEpoch: epoch,
            rosterHash: [],
            day: 1,
            frameByteLimit: 1,
            entryCount: 0
        )
    }

    private func established() -> LinkMachine {
        var machine = LinkMachine.greeting(since: .zero)
        _ = machine.helloReceived(self.hello(epoch: 3), network: self.federation.network, at: .zero)
        return machine
    }

    @Test("stands after a hello of the same network and a common version")
    func greets() {
        var machine = LinkMachine.greeting(since: .zero)
        let verdict = machine.helloReceived(self.hello(minor: 0...9), network: self.federation.network, at: .zero)
        #expect(verdict == .established)
    }

    @Test("ends with a peer of another network or version")
    func refuses() throws {
        let other = try #require(NetworkID(bytes: Array(repeating: 1, count: 16)))
        var machine = LinkMachine.greeting(since: .zero)
        let network = machine.helloReceived(self.hello(network: other), network: self.federation.network, at: .zero)
        #expect(network == .close(.otherNetwork))
        #expect(machine.isClosed)
        machine = .greeting(since: .zero)
        let version = machine.helloReceived(self.hello(minor: 1...2), network: self.federation.network, at: .zero)
        #expect(version == .close(.noCommonVersion))
    }

    @Test("takes a later hello for a newer roster and ignores one for an older")
    func helloAgain() {
        var machine = self.established()
        let newer = machine.helloReceived(self.hello(epoch: 4), network: self.federation.network, at: .zero)
        #expect(newer == .updated)
        let older = machine.helloReceived(self.hello(epoch: 2), network: self.federation.network, at: .zero)
        #expect(older == .ignored)
        #expect(machine.hello?.rosterEpoch == 4)
    }

    @Test("ends when no hello comes in time")
    func helloTimeout() {
        var machine = LinkMachine.greeting(since: .zero)
        let early = machine.tick(at: MonotonicTime(nanoseconds: 1))
        #expect(early == .wait(until: MonotonicTime(nanoseconds: 10_000_000_000)))
        let late = machine.tick(at: MonotonicTime(nanoseconds: 10_000_000_000))
        #expect(late == .close(.idle))
    }

    @Test("asks after 30 s of silence and ends after 90")
    func idle() {
        var machine = self.established()
        let quiet = machine.tick(at: MonotonicTime(nanoseconds: 30_000_000_000))
        #expect(quiet == .ping(1, next: MonotonicTime(nanoseconds: 60_000_000_000)))
        machine.heard(at: MonotonicTime(nanoseconds: 50_000_000_000))
        let heard = machine.tick(at: MonotonicTime(nanoseconds: 60_000_000_000))
        #expect(heard == .wait(until: MonotonicTime(nanoseconds: 80_000_000_000)))
        let dead = machine.tick(at: MonotonicTime(nanoseconds: 140_000_000_000))
        #expect(dead == .close(.idle))
        let after = machine.tick(at: MonotonicTime(nanoseconds: 150_000_000_000))
        #expect(after == .ignored)
    }

    @Test("measures the round trip by the latest ping only")
    func roundTrip() {
        var machine = self.established()
        _ = machine.probe(at: MonotonicTime(nanoseconds: 100))
        machine.pongReceived(9, at: MonotonicTime(nanoseconds: 200))
        #expect(machine.roundTrip == nil)
        machine.pongReceived(1, at: MonotonicTime(nanoseconds: 350))
        #expect(machine.roundTrip == .nanoseconds(250))
    }
}
