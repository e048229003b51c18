// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@testable import GossipCore

@Suite("forks, gaps and floods")
struct ForkMachineTests {
    private let federation: TestFederation
    private let a = LinkID(number: 1)
    private let b = LinkID(number: 2)

    init() throws { self.federation = try TestFederation(count: 1) }

    @Test("finds the first difference by bisection", arguments: [1, 2, 3, 17, 100, 1_000] as [UInt64])
    func bisection(first: UInt64) throws {
        var machine = ForkMachine()
        let same = try self.federation.entry(by: 0, after: nil, bytes: 10).id
        let other = try self.federation.entry(by: 0, after: nil, bytes: 10, salt: 1).id
        var step = machine.hunt(at: 0, with: self.a, differsAt: 1_000, now: .zero)
        var probes = 0
        while case .probe(let link, let sequence) = step {
            probes += 1
            #expect(link == self.a)
            let waiting = machine.oursLoaded(same, at: 0, sequence: sequence)
            #expect(waiting == .wait)
            step = machine.theirsArrived(sequence < first ? same : other, at: 0, sequence: sequence, from: link)
        }
        #expect(step == .fetch(self.a, first))
        #expect(probes <= 10)
    }

    @Test("ends a search with a peer that cannot answer")
    func emptyAnswer() {
        var machine = ForkMachine()
        _ = machine.hunt(at: 0, with: self.a, differsAt: 10, now: .zero)
        let step = machine.theirsArrived(nil, at: 0, sequence: 5, from: self.a)
        #expect(step == .over)
    }

    @Test("keeps the proof of the lowest place and tells each link once")
    func proofs() throws {
        var machine = ForkMachine()
        let one = try self.federation.entry(by: 0, after: nil, bytes: 10)
        let twin = try self.federation.entry(by: 0, after: nil, bytes: 10, salt: 1)
        let two = try self.federation.entry(by: 0, after: one.header.asHead, bytes: 10)
        let twoTwin = try self.federation.entry(by: 0, after: one.header.asHead, bytes: 10, salt: 1)
        let higher = try #require(ForkProof(two.header, twoTwin.header))
        let lower = try #require(ForkProof(one.header, twin.header))
        let added = [machine.add(higher, at: 0), machine.add(higher, at: 0), machine.add(lower, at: 0)]
        #expect(added == [true, false, true])
        let told = [machine.tell(self.a, of: 0), machine.tell(self.a, of: 0), machine.tell(self.b, of: 0)]
        #expect(told == [lower, nil, lower])
    }

    @Test("parks at most 64 pushed entries of a log, the nearest ones")
    func parking() throws {
        var machine = ParkingMachine()
        var head: LogHead?
        var kept = 0
        var last: VerifiedEntry?
        for _ in 0..<70 {
            let entry = try self.federation.entry(by: 0, after: head, bytes: 10)
            head = entry.header.asHead
            last = entry
            let parked = ParkingMachine.Parked(
                entry: entry,
                from: self.a,
                origin: .push,
                until: MonotonicTime(nanoseconds: 1_000)
            )
            if machine.park(parked, at: 0) { kept += 1 }
        }
        #expect(kept == GossipLimit.parkedPerLog)
        #expect(machine.first(at: 0, now: .zero) == 1)
        #expect(machine.first(at: 0, now: MonotonicTime(nanoseconds: 1_000)) == nil)
        let taken = machine.take(2, at: 0, now: .zero)
        #expect(taken.map(\.entry.header.header.sequence) == [2])
        #expect(machine.first(at: 0, now: .zero) == 3)
        #expect(last != nil)
    }

    @Test("forgets the oldest entry of a full flood memory, and its body's bytes")
    func floodBounds() throws {
        var machine = FloodMachine(capacity: 3)
        var head: LogHead?
        for _ in 0..<10 {
            let entry = try self.federation.entry(by: 0, after: head, bytes: 100)
            head = entry.header.asHead
            let isNew = machine.headerArrived(entry.id, from: self.a)
            #expect(isNew)
            machine.accepted(entry.header)
            if let body = entry.body { machine.cache(body, of: entry.id) }
        }
        #expect(machine.count == 3)
        #expect(machine.cacheBytes == 300)
    }

    @Test("sends a header to those who have not sent it, in full to a few")
    func fanout() throws {
        var machine = FloodMachine()
        var random = SeededGenerator(seed: 1)
        let id = try self.federation.entry(by: 0, after: nil, bytes: 10).id
        _ = machine.headerArrived(id, from: self.a)
        let links = (1...9).map { LinkID(number: $0) }
        let fanout = machine.fanout(id, among: links, fullLimit: 4, random: &random)
        #expect(fanout.full.count == 4)
        #expect((fanout.full + fanout.adverts).sorted() == Array(links.dropFirst()))
    }

    @Test("puts a roster together from chunks in order, and refuses what does not fit")
    func rosterChunks() {
        let bytes = (0..<250_000).map { UInt8(truncatingIfNeeded: $0) }
        let chunks = RosterMachine.chunks(of: bytes, epoch: 2)
        #expect(chunks.count == 3)
        var machine = RosterMachine()
        let started = machine.start(from: self.a, epoch: 2, at: .zero)
        #expect(started)
        let foreign = machine.chunkArrived(chunks[0], from: self.b, at: .zero)
        let first = machine.chunkArrived(chunks[0], from: self.a, at: .zero)
        let second = machine.chunkArrived(chunks[1], from: self.a, at: .zero)
        let third = machine.chunkArrived(chunks[2], from: self.a, at: .zero)
        #expect([foreign, first, second, third] == [.ignored, .needsMore, .needsMore, .complete(bytes)])
        _ = machine.start(from: self.a, epoch: 2, at: .zero)
        let misplaced = machine.chunkArrived(chunks[1], from: self.a, at: .zero)
        #expect(misplaced == .malformed)
    }

    @Test("gives deadlines back in order of time, then of setting")
    func deadlines() {
        var queue = DeadlineQueue()
        let times: [UInt64] = [5, 3, 9, 3, 1, 7]
        for (index, time) in times.enumerated() {
            queue.add(.store(index: index), at: MonotonicTime(nanoseconds: time))
        }
        var order: [Deadline] = []
        while let deadline = queue.popDue(at: MonotonicTime(nanoseconds: 8)) { order.append(deadline) }
        #expect(order == [4, 1, 3, 0, 5].map { .store(index: $0) })
        #expect(queue.first == MonotonicTime(nanoseconds: 9))
    }
}
