// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Ledger
import TestSupport
import Testing

@Suite("what members say about a bulletin") struct RepliesAndReceiptsTests {
    let folder: ScratchFolder
    let library: BulletinLibrary

    init() throws {
        self.folder = try ScratchFolder()
        self.library = try BulletinLibrary(path: self.folder.path("library.sqlite"))
    }

    @Test("a reply that this desk cannot open still gives its region, and stands under its own bulletin alone")
    func closedReply() async throws {
        let closed = try Fixture.reply(30, to: 1, by: 8, answer: nil)
        let opened = try Fixture.reply(31, to: 1, by: 7, answer: "not-seen")
        let other = try Fixture.reply(32, to: 2, by: 7, answer: "seen")
        try await self.library.apply([.reply(opened), .reply(other), .reply(closed)], through: 3)
        #expect(try await self.library.replies(to: try Fixture.entry(1)) == [closed, opened])
        #expect(try await self.library.replies(to: try Fixture.entry(3)) == [])
    }

    @Test("an answer opened once stays known when the entry is read again without the key", arguments: [false, true])
    func openedReply(isReversed: Bool) async throws {
        let opened = try Fixture.reply(31, to: 1, by: 8, answer: "seen")
        let changes: [LibraryChange] = [.reply(try Fixture.reply(31, to: 1, by: 8, answer: nil)), .reply(opened)]
        try await self.library.apply(isReversed ? changes.reversed() : changes, through: 1)
        #expect(try await self.library.replies(to: try Fixture.entry(1)) == [opened])
    }

    @Test("acknowledgements count once for each member, under their own withdrawal")
    func acknowledgements() async throws {
        let withdrawal = try Fixture.entry(20)
        try await self.library.apply(
            [
                .acknowledgement(of: withdrawal, by: try Fixture.member(8)),
                .acknowledgement(of: withdrawal, by: try Fixture.member(7)),
                .acknowledgement(of: withdrawal, by: try Fixture.member(8)),
                .acknowledgement(of: try Fixture.entry(21), by: try Fixture.member(6)),
            ],
            through: 4
        )
        let members = [try Fixture.member(7), try Fixture.member(8)]
        #expect(try await self.library.acknowledgements(of: withdrawal) == members)
    }

    @Test("a member holds a log up to the sequence that its receipt names, and no further")
    func holders() async throws {
        let heads = [try Fixture.head(of: 9, sequence: 4), try Fixture.head(of: 6, sequence: 9)]
        try await self.library.apply([.receipt(by: try Fixture.member(8), heads: heads)], through: 1)
        let member = try Fixture.member(8)
        #expect(try await self.library.holders(of: try Fixture.member(9), logEpoch: 1, through: 4) == [member])
        #expect(try await self.library.holders(of: try Fixture.member(9), logEpoch: 1, through: 5) == [])
        #expect(try await self.library.holders(of: try Fixture.member(6), logEpoch: 1, through: 9) == [member])
        #expect(try await self.library.holders(of: try Fixture.member(8), logEpoch: 1, through: 1) == [])
    }

    @Test("an older receipt that comes late takes nothing back", arguments: [false, true])
    func lateReceipt(isReversed: Bool) async throws {
        let member = try Fixture.member(8)
        let changes: [LibraryChange] = [
            .receipt(by: member, heads: [try Fixture.head(of: 9, sequence: 3)]),
            .receipt(by: member, heads: [try Fixture.head(of: 9, sequence: 7)]),
        ]
        try await self.library.apply(isReversed ? changes.reversed() : changes, through: 2)
        #expect(try await self.library.holders(of: try Fixture.member(9), logEpoch: 1, through: 7) == [member])
    }

    @Test(
        "a receipt of a new life of a log says nothing about the former one, nor the other way",
        arguments: [false, true]
    )
    func newLogEpoch(isReversed: Bool) async throws {
        let member = try Fixture.member(8)
        let changes: [LibraryChange] = [
            .receipt(by: member, heads: [try Fixture.head(of: 9, epoch: 1, sequence: 70)]),
            .receipt(by: member, heads: [try Fixture.head(of: 9, epoch: 2, sequence: 2)]),
        ]
        try await self.library.apply(isReversed ? changes.reversed() : changes, through: 2)
        let origin = try Fixture.member(9)
        #expect(try await self.library.holders(of: origin, logEpoch: 1, through: 70) == [member])
        #expect(try await self.library.holders(of: origin, logEpoch: 1, through: 71) == [])
        #expect(try await self.library.holders(of: origin, logEpoch: 2, through: 2) == [member])
        #expect(try await self.library.holders(of: origin, logEpoch: 2, through: 3) == [], "70 was another life's")
        #expect(try await self.library.holders(of: origin, logEpoch: 3, through: 1) == [])
    }

    @Test(
        "two hubs may number their epochs alike; another key for one hub's number is not followed",
        arguments: [false, true]
    )
    func epochNames(isReversed: Bool) async throws {
        func epoch(_ key: UInt8, by hub: UInt8, at sequence: UInt64) throws -> PublishedAudienceEpoch {
            PublishedAudienceEpoch(
                audience: "customs",
                epoch: 1,
                key: [key],
                days: 10...39,
                issuer: try Fixture.member(hub),
                entry: try Fixture.entry(key),
                logEpoch: 1,
                sequence: sequence
            )
        }
        let changes: [LibraryChange] = [
            .audienceEpoch(try epoch(41, by: 8, at: 3)), .audienceEpoch(try epoch(42, by: 9, at: 7)),
            .audienceEpoch(try epoch(43, by: 8, at: 5)),
        ]
        try await self.library.apply(isReversed ? changes.reversed() : changes, through: 3)
        #expect(Set(try await self.library.audienceEpochs().map(\.key)) == [[41], [42]])
    }

    @Test("a member's former key that comes late does not displace its successor", arguments: [false, true])
    func lateKey(isReversed: Bool) async throws {
        let old = MemberAgreementKey(member: try Fixture.member(9), key: [1], days: 20_000...20_400)
        let new = MemberAgreementKey(member: try Fixture.member(9), key: [2], days: 20_370...20_770)
        let other = MemberAgreementKey(member: try Fixture.member(8), key: [3], days: 0...1)
        let changes: [LibraryChange] = [.agreementKey(old), .agreementKey(new), .agreementKey(other)]
        try await self.library.apply(isReversed ? changes.reversed() : changes, through: 3)
        #expect(try await self.library.agreementKeys() == [other, new])
    }
}
