// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import Roster
import Testing

@Suite("a core among hostile peers")
struct HostileMessageTests {
    private let federation: TestFederation

    init() throws { self.federation = try TestFederation(count: 3) }

    private func core(heads: [LogHead] = []) -> GossipCore {
        GossipCore(
            GossipCore.Configuration(
                local: self.federation.members[0].relay,
                roster: self.federation.roster,
                signedRoster: self.federation.signedRoster,
                heads: heads,
                forks: [],
                entryCount: UInt64(heads.count),
                dialPlan: .only([]),
                seed: 1
            )
        )
    }

    private var hello: GossipMessage {
        .hello(
            GossipMessage.Hello(
                network: self.federation.network,
                minorLowest: 0,
                minorHighest: 0,
                features: [],
                rosterEpoch: 1,
                rosterHash: self.federation.roster.hash,
                day: 20_000,
                frameByteLimit: 131_072,
                entryCount: 0
            )
        )
    }

    private let link = LinkID(number: 1)

    private func linked(_ heads: [LogHead] = []) -> GossipCore {
        var core = self.core(heads: heads)
        let peer = self.federation.members[1].relay
        _ = core.handle(.started, at: .zero)
        _ = core.handle(.clockRead(WallTime(milliseconds: 20_000 * 86_400_000)), at: .zero)
        _ = core.handle(.linkOpened(self.link, peer: peer, direction: .inbound), at: .zero)
        _ = core.handle(.messageReceived(self.link, self.hello), at: .zero)
        return core
    }

    private static func closes(_ actions: [GossipAction]) -> [CloseCode] {
        actions.compactMap { action in
            guard case .close(_, let code) = action else { return nil }
            return code
        }
    }

    @Test("greets first, and closes on anything else before the peer's hello")
    func beforeHello() {
        var core = self.core()
        let peer = self.federation.members[1].relay
        let opened = core.handle(.linkOpened(self.link, peer: peer, direction: .inbound), at: .zero)
        guard case .send(.hello(let hello), to: self.link) = opened.first else {
            Issue.record("no hello first")
            return
        }
        #expect(hello.rosterHash == self.federation.roster.hash)
        let early = core.handle(.messageReceived(self.link, .end(request: 1)), at: .zero)
        #expect(Self.closes(early) == [.malformed])
        let after = core.handle(.messageReceived(self.link, .ping(1)), at: .zero)
        #expect(after.isEmpty)
    }

    @Test("closes on a relayed bad signature, and stays away from that peer")
    func badSignature() throws {
        var core = self.linked()
        let entry = try self.federation.entry(by: 2, after: nil, bytes: 100)
        let forged = UnverifiedEntry(headerBytes: entry.header.bytes, signature: Array(repeating: 0, count: 64))
        let asked = core.handle(.messageReceived(self.link, .header(forged)), at: .zero)
        let work = try #require(
            asked.compactMap { action -> WorkID? in
                guard case .verify(let work, _) = action else { return nil }
                return work
            }.first
        )
        let failed = core.handle(.verificationFailed(work, .badSignature), at: .zero)
        #expect(Self.closes(failed) == [.badSignature])
        _ = core.handle(.linkClosed(self.link), at: .zero)
        let again = core.handle(
            .linkOpened(LinkID(number: 2), peer: self.federation.members[1].relay, direction: .inbound),
            at: .zero
        )
        #expect(Self.closes(again) == [.badSignature])
    }

    @Test("does not blame a peer whose roster is of another age")
    func otherRoster() throws {
        var core = self.linked()
        let entry = try self.federation.entry(by: 2, after: nil, bytes: 100)
        let message = GossipMessage.header(
            UnverifiedEntry(headerBytes: entry.header.bytes, signature: entry.header.signature)
        )
        let asked = core.handle(.messageReceived(self.link, message), at: .zero)
        let work = try #require(
            asked.compactMap { action -> WorkID? in
                guard case .verify(let work, _) = action else { return nil }
                return work
            }.first
        )
        let failed = core.handle(.verificationFailed(work, .formerLogEpoch(claimed: 1, current: 2)), at: .zero)
        #expect(Self.closes(failed) == [])
    }

    @Test("keeps the link that the smaller key dialled, whatever the order")
    func duplicateLinks() {
        let peer = self.federation.members[1].relay
        let wanted: LinkDirection = self.federation.members[0].relay < peer ? .outbound : .inbound
        let other: LinkDirection = wanted == .outbound ? .inbound : .outbound
        for order in [[wanted, other], [other, wanted]] {
            var core = self.core()
            var closed: [LinkID] = []
            for (number, direction) in order.enumerated() {
                let link = LinkID(number: UInt64(number + 1))
                for case .close(let link, .duplicateLink) in core.handle(
                    .linkOpened(link, peer: peer, direction: direction),
                    at: .zero
                ) { closed.append(link) }
            }
            #expect(closed == [LinkID(number: order[0] == wanted ? 2 : 1)])
        }
    }

    @Test("ignores events about links and work that it does not know")
    func unknown() {
        var core = self.core()
        let stranger = LinkID(number: 99)
        let work = WorkID(number: 99)
        let events: [GossipEvent] = [
            .linkClosed(stranger), .messageReceived(stranger, .ping(1)), .persisted(work), .persistFailed(work),
            .rangeLoaded(work, []), .headerLoaded(work, nil), .holesLoaded(work, []), .proofRejected(work),
            .erasureConfirmed(work, true), .verificationFailed(work, .badSignature),
            .linkWritabilityChanged(stranger, isWritable: true), .rosterRefused(work, isPeerFault: true),
        ]
        for event in events {
            let actions = core.handle(event, at: .zero)
            #expect(actions.isEmpty)
        }
    }

    @Test("keeps its bounds and never stops on any message", arguments: 1...8 as ClosedRange<UInt64>)
    func anything(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let entry = try self.federation.entry(by: 2, after: nil, bytes: 100)
        var core = self.linked([entry.header.asHead])
        var link: UInt64 = 1
        for step in 0..<1_500 {
            let message = self.message(entry, &random)
            let time = MonotonicTime(nanoseconds: UInt64(step) * 3_000_000)
            var actions = core.handle(.messageReceived(LinkID(number: link), message), at: time)
            actions += core.handle(.wokeUp, at: time)
            guard !Self.closes(actions).isEmpty else { continue }
            _ = core.handle(.linkClosed(LinkID(number: link)), at: time)
            link += 1
            core = self.linked([entry.header.asHead])
            link = 1
        }
        #expect(core.load.pulls <= GossipLimit.pulls)
        #expect(core.load.recents <= GossipLimit.recentEntries)
        #expect(core.load.openRanges <= GossipLimit.openRangesPerLink)
        #expect(core.load.works <= GossipLimit.loadsPerLink + GossipLimit.verificationsPerLink + 64)
    }

    private func number(_ random: inout SeededGenerator) -> UInt64 {
        [0, 1, 2, 3, 64, 1 << 53, 1 << 63, .max, random.next()].randomElement(using: &random) ?? 0
    }

    private func message(_ entry: VerifiedEntry, _ random: inout SeededGenerator) -> GossipMessage {
        let numbers = (0..<8).map { _ in self.number(&random) }
        let references = (0..<3).map { place in
            EntryReference(
                index: self.number(&random) % 5,
                logEpoch: 1,
                sequence: self.number(&random),
                idPrefix: place == 0 ? entry.id.prefix : numbers[0]
            )
        }
        let hash = self.federation.roster.hash
        let bare = UnverifiedEntry(
            headerBytes: random.next() % 4 == 0 ? entry.header.bytes : entry.header.bytes.reversed(),
            signature: entry.header.signature
        )
        let content = RangeContent(rawValue: 1 + numbers[1] % 3) ?? .both
        let all: [GossipMessage] = [
            .ping(numbers[0]), .pong(numbers[0]), .end(request: numbers[0]), .have(references), .want(references),
            .credit(GossipMessage.Credit(trafficClass: numbers[0], bytes: numbers[1])), .cancel(references),
            .advert(references), .wantHeader(references), .rosterGet(GossipMessage.RosterGet(epoch: numbers[0])),
            .more(GossipMessage.More(request: numbers[0], next: numbers[1])), .header(bare),
            .vector(GossipMessage.Vector(mode: .full, rosterHash: hash, lines: references)),
            .probe(GossipMessage.Probe(index: numbers[0] % 5, logEpoch: 1, sequence: numbers[1])),
            .probed(GossipMessage.Probed(index: numbers[0] % 5, logEpoch: 1, sequence: numbers[1], id: entry.id)),
            .wantRange(
                GossipMessage.WantRange(
                    request: numbers[0],
                    index: numbers[1] % 5,
                    logEpoch: 1,
                    from: numbers[2],
                    to: numbers[3],
                    content: content,
                    byteBudget: numbers[4]
                )
            ),
            .summary(
                GossipMessage.Summary(rosterHash: hash, stateRoot: [1], origins: numbers[0], entries: numbers[1])
            ),
            .refused(
                GossipMessage.Refused(frameType: numbers[0], code: numbers[1], retryAfterSeconds: numbers[2])
            ),
            .roster(GossipMessage.RosterChunk(epoch: 2, offset: numbers[0], total: numbers[1], bytes: [1])),
            .gone(GossipMessage.Gone(entry: entry.id, order: entry.id)),
            .body(GossipMessage.Body(entry: entry.id, core: [], parts: [nil])),
            .proof(GossipMessage.Proof(first: bare, second: bare)),
            .rangeEntry(GossipMessage.RangeEntry(request: numbers[0] % 4, entry: bare)),
        ]
        return all[Int(random.next() % UInt64(all.count))]
    }
}
