// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Cryptography
import Ledger
import Policy
import StrictJSON
import TestSupport
import Testing

@Suite("the state of a bulletin") struct BulletinStateTests {
    let folder: ScratchFolder
    let library: BulletinLibrary

    init() throws {
        self.folder = try ScratchFolder()
        self.library = try BulletinLibrary(path: self.folder.path("library.sqlite"))
    }

    private func state(_ number: UInt8) async throws -> LibraryBulletin.State? {
        try await self.library.bulletin(entry: try Fixture.entry(number))?.state
    }

    @Test("is in force when nobody said otherwise, and the bulletin reads back as it was written")
    func inForce() async throws {
        let bulletin = try Fixture.bulletin(
            1,
            by: 9,
            level: .partners,
            claims: ["mo": ["rip-on-rip-off"], "incident_quarter": "2026-Q2", "count": 3, "urgent": false]
        )
        try await self.library.apply([.bulletin(bulletin, replaces: nil)], through: 1)
        #expect(try await self.library.bulletin(entry: bulletin.entry) == bulletin)
        #expect(try await self.library.bulletin(identifier: bulletin.identifier) == bulletin)
        #expect(try await self.library.bulletins() == [bulletin])
        #expect(try await self.library.bulletin(identifier: "unknown") == nil)
        #expect(try await self.library.bulletin(entry: try Fixture.entry(77)) == nil)
    }

    @Test("is withdrawn though the withdrawal came first")
    func withdrawalFirst() async throws {
        let entry = try Fixture.entry(1)
        let withdrawal = try Fixture.entry(2)
        let origin = try Fixture.member(9)
        try await self.library.apply([.withdrawal(withdrawal, of: entry, by: origin, reason: "wrong")], through: 1)
        #expect(try await self.library.bulletins() == [])
        try await self.library.apply([.bulletin(try Fixture.bulletin(1, by: 9), replaces: nil)], through: 2)
        #expect(try await self.state(1) == .withdrawn(by: withdrawal, reason: "wrong"))
    }

    @Test("does not follow a withdrawal or a replacement by another member")
    func foreigners() async throws {
        let entry = try Fixture.entry(1)
        try await self.library.apply(
            [
                .bulletin(try Fixture.bulletin(1, by: 9), replaces: nil),
                .withdrawal(try Fixture.entry(2), of: entry, by: try Fixture.member(8), reason: "wrong"),
                .bulletin(try Fixture.bulletin(3, by: 8), replaces: entry),
            ],
            through: 3
        )
        #expect(try await self.state(1) == .inForce)
        #expect(try await self.state(3) == .inForce)
    }

    @Test("is replaced by its origin's correction, and withdrawn counts for more")
    func replacedAndWithdrawn() async throws {
        let entry = try Fixture.entry(1)
        try await self.library.apply(
            [
                .bulletin(try Fixture.bulletin(1, by: 9), replaces: nil),
                .bulletin(try Fixture.bulletin(2, by: 9), replaces: entry),
            ],
            through: 2
        )
        #expect(try await self.state(1) == .replaced(by: try Fixture.entry(2)))
        #expect(try await self.state(2) == .inForce)
        try await self.library.apply(
            [.withdrawal(try Fixture.entry(3), of: entry, by: try Fixture.member(9), reason: "superseded")],
            through: 3
        )
        #expect(try await self.state(1) == .withdrawn(by: try Fixture.entry(3), reason: "superseded"))
    }

    @Test("stays withdrawn when the bulletin is read again or opened further")
    func staysWithdrawn() async throws {
        let entry = try Fixture.entry(1)
        try await self.library.apply(
            [
                .bulletin(try Fixture.bulletin(1, by: 9), replaces: nil),
                .withdrawal(try Fixture.entry(2), of: entry, by: try Fixture.member(9), reason: "wrong"),
                .bulletin(try Fixture.bulletin(1, by: 9, level: .customs), replaces: nil),
            ],
            through: nil
        )
        #expect(try await self.state(1) == .withdrawn(by: try Fixture.entry(2), reason: "wrong"))
        #expect(try await self.library.bulletin(entry: entry)?.level == .customs)
    }

    @Test("of one with two withdrawals is told once, by the same one in any order")
    func twoWithdrawals() async throws {
        let entry = try Fixture.entry(1)
        let origin = try Fixture.member(9)
        try await self.library.apply(
            [
                .bulletin(try Fixture.bulletin(1, by: 9), replaces: nil),
                .withdrawal(try Fixture.entry(5), of: entry, by: origin, reason: "later"),
                .withdrawal(try Fixture.entry(4), of: entry, by: origin, reason: "wrong"),
            ],
            through: 3
        )
        #expect(try await self.library.bulletins().count == 1)
        #expect(try await self.state(1) == .withdrawn(by: try Fixture.entry(4), reason: "wrong"))
    }

    @Test("of two corrections is told by the later month, whichever came first", arguments: [false, true])
    func twoCorrections(isReversed: Bool) async throws {
        let entry = try Fixture.entry(1)
        var changes: [LibraryChange] = [
            .bulletin(try Fixture.bulletin(3, by: 9, month: "2026-10"), replaces: entry),
            .bulletin(try Fixture.bulletin(2, by: 9, month: "2026-11"), replaces: entry),
        ]
        if isReversed { changes.reverse() }
        changes.append(.bulletin(try Fixture.bulletin(1, by: 9), replaces: nil))
        try await self.library.apply(changes, through: 3)
        #expect(try await self.state(1) == .replaced(by: try Fixture.entry(2)))
    }

    @Test("cannot be hidden by another member that uses the same document id")
    func identifierTaken() async throws {
        let first = try Fixture.bulletin(1, by: 9, identifier: "same")
        let second = try Fixture.bulletin(2, by: 8, identifier: "same")
        try await self.library.apply([.bulletin(first, replaces: nil), .bulletin(second, replaces: nil)], through: 2)
        #expect(try await self.library.bulletin(identifier: "same") == first)
        #expect(try await self.library.bulletin(entry: second.entry) == second)
    }
}
