// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Cryptography
import Ledger
import Policy
import StrictJSON
import TestSupport
import Testing

@Suite("the order of arrival") struct ArrivalOrderTests {
    /// Everything that readers can ask, in an order of its own.
    struct Snapshot: Equatable {
        var bulletins: [LibraryBulletin] = []
        var replies: [LibraryReply] = []
        var acknowledgements: [SigningPublicKey] = []
        var holders: [[SigningPublicKey]] = []
        var keys: [MemberAgreementKey] = []
        var epochs: [PublishedAudienceEpoch] = []

        init(_ library: BulletinLibrary) async throws {
            self.bulletins = try await library.bulletins().sorted { $0.entry < $1.entry }
            self.replies = try await library.replies(to: try Fixture.entry(1))
            self.acknowledgements = try await library.acknowledgements(of: try Fixture.entry(20))
            for sequence in 1...6 {
                self.holders.append(
                    try await library.holders(of: try Fixture.member(9), logEpoch: 1, through: UInt64(sequence))
                )
            }
            self.keys = try await library.agreementKeys()
            self.epochs = try await library.audienceEpochs()
        }
    }

    static func changes() throws -> [LibraryChange] {
        [
            .bulletin(try Fixture.bulletin(1, by: 9), replaces: nil),
            .bulletin(try Fixture.bulletin(1, by: 9, level: .customs, claims: ["port": "NLRTM"]), replaces: nil),
            .bulletin(try Fixture.bulletin(2, by: 9), replaces: try Fixture.entry(1)),
            .bulletin(try Fixture.bulletin(3, by: 9, month: "2026-11"), replaces: try Fixture.entry(1)),
            .bulletin(try Fixture.bulletin(4, by: 8), replaces: try Fixture.entry(2)),
            .withdrawal(try Fixture.entry(20), of: try Fixture.entry(3), by: try Fixture.member(9), reason: "wrong"),
            .withdrawal(try Fixture.entry(21), of: try Fixture.entry(3), by: try Fixture.member(9), reason: "again"),
            .withdrawal(try Fixture.entry(22), of: try Fixture.entry(4), by: try Fixture.member(7), reason: "foreign"),
            .acknowledgement(of: try Fixture.entry(20), by: try Fixture.member(8)),
            .acknowledgement(of: try Fixture.entry(20), by: try Fixture.member(7)),
            .acknowledgement(of: try Fixture.entry(20), by: try Fixture.member(8)),
            .reply(try Fixture.reply(30, to: 1, by: 7, answer: nil)),
            .reply(try Fixture.reply(31, to: 1, by: 8, answer: nil)),
            .reply(try Fixture.reply(31, to: 1, by: 8, answer: "seen")),
            .receipt(by: try Fixture.member(7), heads: [try Fixture.head(of: 9, sequence: 2)]),
            .receipt(by: try Fixture.member(7), heads: [try Fixture.head(of: 9, sequence: 5)]),
            .receipt(
                by: try Fixture.member(8),
                heads: [try Fixture.head(of: 7, sequence: 6), try Fixture.head(of: 9, sequence: 3)]
            ),
            .agreementKey(MemberAgreementKey(member: try Fixture.member(9), key: [1], days: 20_000...20_400)),
            .agreementKey(MemberAgreementKey(member: try Fixture.member(9), key: [2], days: 20_370...20_770)),
            .audienceEpoch(
                PublishedAudienceEpoch(
                    audience: "customs",
                    epoch: 2,
                    key: [2],
                    days: 10...20,
                    issuer: try Fixture.member(6),
                    entry: try Fixture.entry(41),
                    logEpoch: 1,
                    sequence: 1
                )
            ),
            .audienceEpoch(
                PublishedAudienceEpoch(
                    audience: "customs",
                    epoch: 1,
                    key: [1],
                    days: 1...12,
                    issuer: try Fixture.member(6),
                    entry: try Fixture.entry(40),
                    logEpoch: 1,
                    sequence: 2
                )
            ),
        ]
    }

    private func snapshot(of changes: [LibraryChange]) async throws -> Snapshot {
        let folder = try ScratchFolder()
        let library = try BulletinLibrary(path: folder.path("library.sqlite"))
        for (index, change) in changes.enumerated() { try await library.apply([change], through: UInt64(index + 1)) }
        return try await Snapshot(library)
    }

    @Test("does not matter for anything that readers can ask", arguments: 1...12)
    func shuffled(seed: UInt64) async throws {
        var generator = SeededRandom(seed: seed)
        let changes = try Self.changes()
        let expected = try await self.snapshot(of: changes)
        #expect(try await self.snapshot(of: changes.shuffled(using: &generator)) == expected)
    }

    @Test("leads to the states that the origins asked for")
    func states() async throws {
        let snapshot = try await self.snapshot(of: try Self.changes())
        let expected: [LibraryBulletin.State] = [
            .replaced(by: try Fixture.entry(3)),
            .inForce,
            .withdrawn(by: try Fixture.entry(20), reason: "wrong"),
            .inForce,
        ]
        #expect(snapshot.bulletins.map(\.state) == expected)
        #expect(snapshot.bulletins.map(\.level) == [.customs, .everyone, .everyone, .everyone])
        #expect(snapshot.acknowledgements == [try Fixture.member(7), try Fixture.member(8)])
        #expect(snapshot.keys.map(\.key) == [[2]])
        #expect(snapshot.epochs.map(\.epoch) == [1, 2])
    }

    @Test("may repeat everything")
    func repeated() async throws {
        let changes = try Self.changes()
        #expect(try await self.snapshot(of: changes + changes) == self.snapshot(of: changes))
    }
}
