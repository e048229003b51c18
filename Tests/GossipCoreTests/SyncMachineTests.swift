// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@testable import GossipCore

@Suite("fetching ranges")
struct SyncMachineTests {
    private let a = LinkID(number: 1)
    private let b = LinkID(number: 2)

    private func plan(_ machine: inout SyncMachine, tips: [UInt64], at now: MonotonicTime = .zero) -> [SyncMachine.Ask]
    {
        machine.plan(tip: { tips[$0] }, limit: { _ in .max }, at: now)
    }

    @Test("spreads logs over the peers that have them, one request per log")
    func spreads() {
        var machine = SyncMachine()
        for index in 0..<4 {
            machine.learn(index, upTo: 10, from: self.a, after: .zero)
            machine.learn(index, upTo: 10, from: self.b, after: .zero)
        }
        let asks = self.plan(&machine, tips: [0, 0, 0, 9])
        #expect(asks.map(\.index) == [0, 1, 2, 3])
        #expect(Set(asks.map(\.link)) == [self.a, self.b])
        #expect(asks[3].from == 10)
        #expect(asks[3].to == 10)
        let again = self.plan(&machine, tips: [0, 0, 0, 9])
        #expect(again == [])
    }

    @Test("opens at most eight requests on a link")
    func bounded() {
        var machine = SyncMachine()
        for index in 0..<20 { machine.learn(index, upTo: 5, from: self.a, after: .zero) }
        let asks = self.plan(&machine, tips: Array(repeating: 0, count: 20))
        #expect(asks.count == GossipLimit.openRangesPerLink)
    }

    @Test("fetches headers first when very much is missing")
    func headersFirst() {
        var machine = SyncMachine()
        machine.learn(0, upTo: 2_001, from: self.a, after: .zero)
        let asks = self.plan(&machine, tips: [0])
        #expect(asks.first?.content == .headers)
    }

    @Test("waits a moment with a gap that may close by itself")
    func grace() {
        var machine = SyncMachine()
        machine.learn(0, upTo: 5, from: self.a, after: MonotonicTime(nanoseconds: 100))
        let early = self.plan(&machine, tips: [3])
        #expect(early == [])
        let late = self.plan(&machine, tips: [3], at: MonotonicTime(nanoseconds: 100))
        #expect(late.count == 1)
    }

    @Test("takes entries of an open request in order only")
    func order() {
        var machine = SyncMachine()
        machine.learn(0, upTo: 5, from: self.a, after: .zero)
        let asks = self.plan(&machine, tips: [2])
        let request = asks[0].request
        let skipped = machine.entryArrived(request, from: self.a, sequence: 4, index: 0, at: .zero)
        #expect(skipped == .stale)
        let stranger = machine.entryArrived(request, from: self.b, sequence: 3, index: 0, at: .zero)
        #expect(stranger == .stale)
        let otherLog = machine.entryArrived(request, from: self.a, sequence: 3, index: 1, at: .zero)
        #expect(otherLog == .stale)
        let next = machine.entryArrived(request, from: self.a, sequence: 3, index: 0, at: .zero)
        #expect(next == .expected(index: 0, sequence: 3))
    }

    @Test("goes on with the rest after MORE, and not with a peer that gave nothing")
    func settles() {
        var machine = SyncMachine()
        machine.learn(0, upTo: 5, from: self.a, after: .zero)
        let first = self.plan(&machine, tips: [2])
        _ = machine.entryArrived(first[0].request, from: self.a, sequence: 3, index: 0, at: .zero)
        machine.answered(first[0].request, from: self.a)
        #expect(machine.openCount == 1)
        machine.entryJudged(first[0].request, isAccepted: true, at: .zero)
        #expect(machine.openCount == 0)
        let second = self.plan(&machine, tips: [3])
        #expect(second.first?.from == 4)
        machine.answered(second[0].request, from: self.a)
        let third = self.plan(&machine, tips: [3])
        #expect(third == [])
        #expect(machine.isIdle)
    }

    @Test("gives a request up only when it stands still")
    func stalls() {
        var machine = SyncMachine()
        machine.learn(0, upTo: 5, from: self.a, after: .zero)
        machine.learn(0, upTo: 5, from: self.b, after: .zero)
        let asks = self.plan(&machine, tips: [2])
        let half = MonotonicTime(nanoseconds: 40_000_000_000)
        _ = machine.entryArrived(asks[0].request, from: asks[0].link, sequence: 3, index: 0, at: half)
        let early = machine.expire(at: MonotonicTime(nanoseconds: 70_000_000_000))
        #expect(early == [])
        let late = machine.expire(at: MonotonicTime(nanoseconds: 100_000_000_000))
        #expect(late == [asks[0].link])
        let again = self.plan(&machine, tips: [2])
        #expect(again.first?.link != asks[0].link)
    }

    @Test("sends a vector once for a state, and again after a while")
    func vectors() {
        var machine = SyncMachine()
        let first = machine.sendsVector(to: self.a, root: [1], at: .zero)
        let repeated = machine.sendsVector(to: self.a, root: [1], at: MonotonicTime(nanoseconds: 1))
        let changed = machine.sendsVector(to: self.a, root: [2], at: MonotonicTime(nanoseconds: 2))
        let later = machine.sendsVector(to: self.a, root: [2], at: MonotonicTime(nanoseconds: 5_000_000_002))
        #expect([first, repeated, changed, later] == [true, false, true, true])
    }

    @Test("answers ranges in chunks, within the budget and as the link takes them")
    func serves() {
        var machine = ServingMachine()
        let range = ServingMachine.Range(
            link: self.a,
            request: 1,
            index: 0,
            next: 1,
            to: 9,
            content: .both,
            budget: 100
        )
        let asked = machine.asked(range)
        var loading = range
        loading.isLoading = true
        #expect(asked == .load(loading))
        let twice = machine.asked(range)
        #expect(twice == .busy)
        let full = machine.loaded(link: self.a, request: 1, through: 3, bytes: 60, isWritable: false)
        #expect(full == .wait)
        let resumed = machine.resumed(self.a).map(\.next)
        #expect(resumed == [4])
        let spent = machine.loaded(link: self.a, request: 1, through: 5, bytes: 60, isWritable: true)
        #expect(spent == .more(next: 6))
        #expect(machine.count == 0)
    }
}
