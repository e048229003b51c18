// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Cryptography
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

@Suite("Own log")
struct OwnLogTests {
    @Test("published entries follow one another and are there after reopening")
    func publishes() async throws {
        let folder = try Folder()
        let signer = try Fixture.signer()
        var published: [LoggedEntry] = []
        for number in 1...4 {
            let archive = try folder.open()
            published.append(try await archive.publish(Fixture.cover("\(number)"), signer: signer))
            let copied = try folder.copy()
            let copy = try copied.open()
            #expect(try await copy.read { try $0.heads() } == [published[number - 1].entry.header.asHead])
            #expect(try await copy.verifyAll() == [])
        }
        #expect(published.map { $0.entry.header.header.sequence } == [1, 2, 3, 4])
        #expect(published.map(\.counter) == [1, 2, 3, 4])
        #expect(try await folder.open().recover(signer: signer) == nil)
    }

    @Test("calls at the same time give entries in a row, without gap and without fork")
    func concurrent() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let sequences = try await withThrowingTaskGroup(of: UInt64.self) { group in
            for number in 1...20 {
                group.addTask {
                    let logged = try await archive.publish(Fixture.note("\(number)"), signer: signer)
                    return logged.entry.header.header.sequence
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sequences.sorted() == Array(1...20))
        #expect(try await archive.read { try $0.forks() }.isEmpty)
        #expect(try await archive.verifyAll() == [])
    }

    @Test("a draft that others would refuse leaves nothing behind")
    func refusal() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let draft = EntryDraft(kind: .withdraw, day: 1, core: WithdrawalCore(reason: "x").encoded())
        await #expect(throws: EntrySigningError.wouldBeRefused(.kindRuleBroken(.subjectMissing(.withdraw)))) {
            try await archive.publish(draft, signer: signer)
        }
        #expect(try await archive.read { try $0.intent(of: signer.origin) } == nil)
        #expect(try await archive.publish(Fixture.note("1"), signer: signer).counter == 1)
    }

    @Test("a crash between intent and entry ends in the same signed bytes")
    func crashBeforeEntry() async throws {
        let folder = try Folder()
        let signer = try Fixture.signer()
        let archive = try folder.open()
        _ = try await archive.publish(Fixture.note("1"), signer: signer)
        try folder.tamper { db in
            try db.execute(
                sql: "CREATE TRIGGER fault BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'disk'); END"
            )
        }
        await #expect(throws: DatabaseError.self) { try await archive.publish(Fixture.cover("2"), signer: signer) }
        let intent = try #require(try await archive.read { try $0.intent(of: signer.origin) })
        let expected = try signer.sign(intent)
        try folder.tamper { db in try db.execute(sql: "DROP TRIGGER fault") }

        let copy = try folder.copy()
        let reopened = try copy.open()
        #expect(try await reopened.verifyAll() == [])
        let recovered = try await reopened.recover(signer: signer)
        #expect(recovered?.entry == expected)
        #expect(recovered?.entry.header.signature == expected.header.signature)
        #expect(recovered?.entry.body == expected.body)
        #expect(try await reopened.recover(signer: signer) == nil)
        #expect(try await reopened.verifyAll() == [])

        // Publishing something else finishes the pending entry first.
        let next = try await archive.publish(Fixture.note("3"), signer: signer)
        #expect(next.entry.header.header.sequence == 3)
        #expect(next.entry.header.header.previous == expected.id)
        #expect(try await archive.read { try $0.entry(expected.id) }?.content.body == expected.body)
    }

    @Test("an entry that was stored although its storing was reported as failed is not signed anew")
    func failedButApplied() async throws {
        let folder = try Folder()
        let signer = try Fixture.signer()
        let archive = try folder.open()
        let logged = try await archive.publish(Fixture.note("1"), signer: signer)
        let bytes = logged.entry.header.bytes
        try folder.tamper { db in
            // As if the end of the second transaction had been lost to the caller.
            try db.execute(
                sql: "INSERT INTO intent (origin, header, body) VALUES (?, ?, ?)",
                arguments: [Data(signer.origin.bytes), Data(bytes), Data([0x82, 0x41, 0x31, 0x80])]
            )
        }
        #expect(try await folder.open().verifyAll() == [])
        let recovered = try await archive.recover(signer: signer)
        #expect(recovered?.entry == logged.entry)
        #expect(recovered?.counter == 1)
        #expect(try await archive.read { try $0.intent(of: signer.origin) } == nil)
        #expect(try await archive.publish(Fixture.note("2"), signer: signer).entry.header.header.sequence == 2)
    }

    @Test("an intent of a former log epoch is dropped, for nobody would accept its entry")
    func outlivedIntent() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let former = try Fixture.signer(1, logEpoch: 1)
        try folder.tamper { db in
            try db.execute(
                sql: "CREATE TRIGGER fault BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'disk'); END"
            )
        }
        await #expect(throws: DatabaseError.self) { try await archive.publish(Fixture.note("1"), signer: former) }
        try folder.tamper { db in try db.execute(sql: "DROP TRIGGER fault") }
        let logged = try await archive.publish(Fixture.note("one"), signer: Fixture.signer(1, logEpoch: 2))
        #expect(logged.entry.header.position.logEpoch == 2)
        #expect(logged.entry.header.position.sequence == 1)
    }

    @Test("a write-ahead log cut anywhere opens at a state that was committed", arguments: 0..<12)
    func cutWriteAheadLog(seed: Int) async throws {
        let folder = try Folder()
        let signer = try Fixture.signer()
        let archive = try folder.open()
        var heads: [LogHead] = []
        for number in 1...5 {
            heads.append(try await archive.publish(Fixture.cover("\(number)"), signer: signer).entry.header.asHead)
        }
        let copy = try folder.copy()
        let log = copy.url.appending(path: "archive.sqlite-wal")
        var random = SeededRandom(seed: UInt64(seed))
        let bytes = try Data(contentsOf: log)
        try bytes.prefix(Int.random(in: 0...bytes.count, using: &random)).write(to: log)
        let reopened = try copy.open()
        _ = try await reopened.recover(signer: signer)
        let found = try await reopened.read { try $0.heads() }
        #expect(found.isEmpty || heads.contains(found[0]))
        #expect(try await reopened.verifyAll() == [])
    }
}
