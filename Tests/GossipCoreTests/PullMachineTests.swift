// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@testable import GossipCore

@Suite("pulling bodies")
struct PullMachineTests {
    private let header: VerifiedHeader
    private let a = LinkID(number: 1)
    private let b = LinkID(number: 2)
    private let c = LinkID(number: 3)

    init() throws {
        self.header = try TestFederation(count: 1).entry(by: 0, after: nil, bytes: 3_000).header
    }

    private var id: EntryID { self.header.id }
    private static func overdue(_ link: LinkID, _ size: Int) -> Duration { .milliseconds(600) }
    private func time(_ milliseconds: UInt64) -> MonotonicTime { MonotonicTime(nanoseconds: milliseconds * 1_000_000) }

    private func wanting(isHole: Bool = false) -> (PullMachine, [PullMachine.Effect]) {
        var machine = PullMachine()
        let effects = machine.want(
            self.header,
            announcers: isHole ? [] : [self.a],
            haves: [],
            isHole: isHole,
            among: [self.a, self.b, self.c],
            overdue: Self.overdue,
            at: .zero
        )
        return (machine, effects)
    }

    private func have(_ machine: inout PullMachine, _ link: LinkID, at time: UInt64) -> [PullMachine.Effect] {
        machine.haveArrived(self.id, from: link, overdue: Self.overdue, at: self.time(time))
    }

    private func expire(_ machine: inout PullMachine, at time: UInt64) -> [PullMachine.Effect] {
        machine.expire(self.id, among: [self.a, self.b, self.c], overdue: Self.overdue, at: self.time(time))
    }

    @Test("asks the first sender of the header and leaves it 30 s")
    func asksFirst() {
        var (machine, effects) = self.wanting()
        #expect(effects == [.want(self.a, self.header), .wake(self.id, at: self.time(30_000))])
        let early = self.expire(&machine, at: 29_999)
        #expect(early == [])
    }

    @Test("goes over to a neighbour that has it after the grace")
    func switches() {
        var (machine, _) = self.wanting()
        let heard = self.have(&machine, self.b, at: 50)
        #expect(heard == [.wake(self.id, at: self.time(150))])
        let switched = self.expire(&machine, at: 150)
        #expect(
            switched == [
                .cancel(self.a, self.header), .want(self.b, self.header), .wake(self.id, at: self.time(750)),
            ]
        )
    }

    @Test("stays with the first sender when that says HAVE itself")
    func staysWhenPromised() {
        var (machine, _) = self.wanting()
        let promised = self.have(&machine, self.a, at: 10)
        #expect(promised == [.wake(self.id, at: self.time(610))])
        let other = self.have(&machine, self.b, at: 20)
        #expect(other == [])
    }

    @Test("blames only a broken promise, and asks elsewhere")
    func brokenHave() {
        var (machine, _) = self.wanting()
        _ = self.have(&machine, self.b, at: 0)
        _ = self.expire(&machine, at: 100)
        let late = self.expire(&machine, at: 700)
        #expect(late.contains(.brokenHave(self.b)))
        #expect(late.contains(.want(self.a, self.header)))
        let lease = self.expire(&machine, at: 30_700)
        #expect(!lease.contains(.brokenHave(self.a)))
    }

    @Test("believes a neighbour last after two broken promises, and again after good bodies")
    func demotion() {
        var machine = PullMachine()
        for round in 0..<2 {
            let start = UInt64(round) * 10_000
            _ = machine.want(
                self.header,
                announcers: [self.b],
                haves: [self.b],
                isHole: false,
                among: [self.a, self.b],
                overdue: Self.overdue,
                at: self.time(start)
            )
            _ = machine.expire(self.id, among: [self.a, self.b], overdue: Self.overdue, at: self.time(start + 600))
            _ = machine.dropped(self.id)
        }
        #expect(machine.isDemoted(self.b))
        let effects = machine.want(
            self.header,
            announcers: [],
            haves: [self.b, self.c],
            isHole: false,
            among: [self.b, self.c],
            overdue: Self.overdue,
            at: .zero
        )
        #expect(effects.first == .want(self.c, self.header))
        _ = machine.bodyArrived(self.id, from: self.b)
        _ = machine.finished(self.id, from: self.b)
        #expect(!machine.isDemoted(self.b))
    }

    @Test("cancels elsewhere when the body comes from another, and checks one copy at a time")
    func arrival() {
        var (machine, _) = self.wanting()
        let first = machine.bodyArrived(self.id, from: self.b)
        #expect(first == .check(self.header))
        let second = machine.bodyArrived(self.id, from: self.c)
        #expect(second == .unwanted)
        let effects = machine.finished(self.id, from: self.b)
        #expect(effects == [.cancel(self.a, self.header)])
        #expect(machine.count == 0)
    }

    @Test("asks elsewhere when a link goes, and gives up when none is left")
    func linkLost() {
        var (machine, _) = self.wanting()
        let moved = machine.linkLost(self.a, among: [self.b], overdue: Self.overdue, at: .zero)
        #expect(moved.first == .want(self.b, self.header))
        let over = machine.linkLost(self.b, among: [], overdue: Self.overdue, at: .zero)
        #expect(over == [.gaveUp(self.id)])
        #expect(machine.count == 0)
    }

    @Test("goes once through all neighbours for a body missing of old")
    func holes() {
        var (machine, effects) = self.wanting(isHole: true)
        var asked: [LinkID] = []
        var now: UInt64 = 0
        while machine.count == 1 {
            for case .want(let link, _) in effects { asked.append(link) }
            now += 5_000
            effects = self.expire(&machine, at: now)
        }
        #expect(asked.sorted() == [self.a, self.b, self.c])
        #expect(effects.last == .gaveUp(self.id))
        #expect(machine.holeCount == 0)
    }
}
