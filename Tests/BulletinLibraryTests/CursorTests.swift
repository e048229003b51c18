// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Cryptography
import GRDB
import Ledger
import Policy
import StrictJSON
import TestSupport
import Testing

@Suite("the library's cursors") struct CursorTests {
    let folder: ScratchFolder
    let library: BulletinLibrary

    init() throws {
        self.folder = try ScratchFolder()
        self.library = try BulletinLibrary(path: self.folder.path("library.sqlite"))
    }

    private func numbers(after change: Int64, limit: Int = 100) async throws -> [UInt8] {
        try await self.library.bulletins(after: change, limit: limit).map { $0.bulletin.entry.bytes[0] }
    }

    @Test("begin at zero, move with what they stand for, and survive reopening")
    func reopening() async throws {
        #expect(try await self.library.cursor() == 0)
        try await self.library.apply([.bulletin(try Fixture.bulletin(1, by: 9), replaces: nil)], through: 17)
        let again = try BulletinLibrary(path: self.folder.path("library.sqlite"))
        #expect(try await again.cursor() == 17)
        #expect(try await again.bulletins() == self.library.bulletins())
        #expect(try await again.generation() == self.library.generation())
    }

    @Test("move over entries that mean nothing, and stay where no counter is given")
    func noCounter() async throws {
        try await self.library.apply([], through: 5)
        #expect(try await self.library.cursor() == 5)
        try await self.library.apply([.bulletin(try Fixture.bulletin(1, by: 9), replaces: nil)], through: nil)
        #expect(try await self.library.cursor() == 5)
        #expect(try await self.library.bulletins().count == 1)
    }

    @Test("do not move when one change of the stretch cannot be written, and nothing of it stays")
    func oneTransaction() async throws {
        try await self.library.apply([], through: 5)
        let queue = try DatabaseQueue(path: self.folder.path("library.sqlite"))
        try await queue.write { database in
            try database.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE INSERT ON replies
                    BEGIN SELECT raise(ABORT, 'refused'); END
                    """
            )
        }
        try queue.close()
        let changes: [LibraryChange] = [
            .bulletin(try Fixture.bulletin(1, by: 9), replaces: nil),
            .reply(try Fixture.reply(30, to: 1, by: 8, answer: nil)),
        ]
        await #expect(throws: (any Error).self) { try await self.library.apply(changes, through: 7) }
        #expect(try await self.library.cursor() == 5)
        #expect(try await self.library.bulletins() == [])
    }

    @Test("of readers see each bulletin once, oldest first, in pages")
    func pages() async throws {
        for number in UInt8(1)...5 {
            let change = LibraryChange.bulletin(try Fixture.bulletin(6 - number, by: 9), replaces: nil)
            try await self.library.apply([change], through: UInt64(number))
        }
        let page = try await self.library.bulletins(after: 0, limit: 3)
        #expect(page.map { $0.bulletin.entry.bytes[0] } == [5, 4, 3])
        let last = try #require(page.last)
        #expect(try await self.numbers(after: last.change) == [2, 1])
    }

    @Test("of readers do not see a bulletin again that is only read again")
    func readAgain() async throws {
        let bulletin = try Fixture.bulletin(1, by: 9, level: .partners)
        try await self.library.apply([.bulletin(bulletin, replaces: nil)], through: 1)
        let seen = try #require(try await self.library.bulletins(after: 0, limit: 1).last)
        try await self.library.apply([.bulletin(bulletin, replaces: nil)], through: nil)
        try await self.library.apply([.bulletin(try Fixture.bulletin(1, by: 9), replaces: nil)], through: nil)
        #expect(try await self.numbers(after: seen.change) == [])
        #expect(try await self.library.bulletins() == [bulletin])
    }

    @Test("of readers see a bulletin again when it is opened further, and it keeps its place")
    func openedFurther() async throws {
        for number in UInt8(1)...2 {
            let change = LibraryChange.bulletin(try Fixture.bulletin(number, by: 9), replaces: nil)
            try await self.library.apply([change], through: UInt64(number))
        }
        let seen = try #require(try await self.library.bulletins(after: 0, limit: 10).last)
        let opened = try Fixture.bulletin(1, by: 9, level: .partners, claims: ["wco_region": "europe"])
        try await self.library.apply([.bulletin(opened, replaces: nil)], through: nil)
        #expect(try await self.numbers(after: seen.change) == [1])
        #expect(try await self.library.bulletins().map { $0.entry.bytes[0] } == [1, 2])
        #expect(try await self.library.bulletin(entry: opened.entry) == opened)
    }

    @Test("of another generation are told apart when the file was built again")
    func generation() async throws {
        let other = try BulletinLibrary(path: self.folder.path("again.sqlite"))
        #expect(try await other.generation() != self.library.generation())
    }
}
