// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Ledger
import Testing

@Suite("Append")
struct AppendTests {
    @Test("entries of a log are stored in order, and read back as they were")
    func stores() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let log = try Fixture.log([Fixture.note("1"), Fixture.cover("2"), Fixture.note("3")], signer: Fixture.signer())
        let outcomes = try await archive.append(log)
        #expect(outcomes == [.appended(counter: 1), .appended(counter: 2), .appended(counter: 3)])
        let entries = try await archive.read { try $0.entries(afterCounter: 0, limit: 10) }
        #expect(entries.map(\.header) == log.map(\.header))
        #expect(entries.map { $0.content.body } == log.map(\.body))
        #expect(try await archive.read { try $0.heads() } == [log[2].header.asHead])
        #expect(try await archive.verifyAll() == [])
    }

    @Test("an entry stored again changes nothing")
    func duplicate() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let log = try Fixture.log([Fixture.note("1"), Fixture.note("2")], signer: Fixture.signer())
        _ = try await archive.append(log)
        #expect(try await archive.append(log) == [.duplicate(counter: 1), .duplicate(counter: 2)])
        let counts = try await archive.read { try $0.counts() }
        #expect(counts.entries == 2)
        #expect(counts.counter == 2)
    }

    @Test("an entry over a gap is not stored, and the rest of its batch is")
    func gap() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let log = try Fixture.log((1...4).map { Fixture.note("\($0)") }, signer: Fixture.signer())
        let other = try Fixture.log([Fixture.note("x")], signer: Fixture.signer(2))
        let outcomes = try await archive.append([log[0], log[3], other[0], log[1]])
        #expect(
            outcomes == [
                .appended(counter: 1), .gap(missing: 2...3), .appended(counter: 2), .appended(counter: 3),
            ]
        )
        #expect(try await archive.verifyAll() == [])
    }

    @Test("a header without content is a hole until its content comes, and a cursor sees it twice")
    func contentLater() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let log = try Fixture.log([Fixture.cover("1"), Fixture.note("2")], signer: Fixture.signer())
        _ = try await archive.append([VerifiedEntry(headerOnly: log[0].header), log[1]])
        #expect(try await archive.read { try $0.holes(after: nil, limit: 5) } == [log[0].header])
        #expect(try await archive.read { try $0.entry(log[0].id) }?.content == .absent)

        let body = try Fixture.required(log[0].body)
        let partial = EntryBody(core: body.core, parts: [nil, body.parts[1]])
        let partialEntry = try EntryVerifier.verify(body: partial, of: log[0].header)
        #expect(try await archive.append([partialEntry]) == [.contentStored(counter: 3)])
        #expect(try await archive.read { try $0.holes(after: nil, limit: 5) } == [log[0].header])
        #expect(try await archive.verifyAll() == [])

        #expect(try await archive.append([log[0]]) == [.contentStored(counter: 4)])
        #expect(try await archive.append([log[0]]) == [.duplicate(counter: 4)])
        #expect(try await archive.read { try $0.holes(after: nil, limit: 5) } == [])
        let seen = try await archive.read { try $0.entries(afterCounter: 2, limit: 10) }
        #expect(seen.map(\.id) == [log[0].id])
        #expect(seen.map { $0.content.body } == [log[0].body])
        #expect(try await archive.verifyAll() == [])
    }

    @Test("holes are given from a place on, the oldest first")
    func holes() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let log = try Fixture.log((1...5).map { Fixture.note("\($0)") }, signer: Fixture.signer())
        _ = try await archive.append(log.map { VerifiedEntry(headerOnly: $0.header) })
        let first = try await archive.read { try $0.holes(after: nil, limit: 2) }
        #expect(first == [log[0].header, log[1].header])
        let rest = try await archive.read { try $0.holes(after: log[1].id, limit: 10) }
        #expect(rest == log[2...].map(\.header))
    }

    @Test("many callers at once share commits, and each hears of its own entries")
    func concurrentCallers() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let logs = try (1...20).map { seed in
            try Fixture.log((1...10).map { Fixture.note("\(seed) \($0)") }, signer: Fixture.signer(UInt8(seed)))
        }
        let counters = try await withThrowingTaskGroup(of: [UInt64].self) { group in
            for log in logs {
                group.addTask {
                    var counters: [UInt64] = []
                    for entry in log {
                        guard case .appended(let counter) = try await archive.append([entry])[0] else { continue }
                        counters.append(counter)
                    }
                    return counters
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(counters.sorted() == Array(1...200))
        #expect(try await archive.read { try $0.heads().map(\.sequence) } == Array(repeating: 10, count: 20))
        #expect(try await archive.verifyAll() == [])
    }

    @Test("a range has no gaps, ends at the head, and keeps to its budget but for the first entry")
    func ranges() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let log = try Fixture.log((1...6).map { Fixture.cover("\($0)") }, signer: signer)
        _ = try await archive.append(log)
        func range(
            _ sequences: ClosedRange<UInt64>,
            withContent: Bool = true,
            byteBudget: Int = .max
        ) async throws -> [ArchivedEntry] {
            try await archive.read { reader in
                try reader.entries(
                    of: signer.origin,
                    logEpoch: 1,
                    sequences: sequences,
                    withContent: withContent,
                    byteBudget: byteBudget
                )
            }
        }
        #expect(try await range(2...4).map(\.id) == log[1...3].map(\.id))
        #expect(try await range(5...UInt64.max).map(\.id) == log[4...].map(\.id))
        #expect(try await range(7...UInt64.max).isEmpty)
        #expect(try await range(UInt64.max...UInt64.max).isEmpty)
        #expect(try await range(1...6, byteBudget: 0).map(\.id) == [log[0].id])
        let size = log[1].header.bytes.count + 64 + (log[1].body?.size ?? 0)
        #expect(try await range(1...6, byteBudget: size * 3).count == 3)
        #expect(try await range(1...2, withContent: false).map(\.content) == [.absent, .absent])
        let far = EntryPosition(origin: signer.origin, logEpoch: .max, sequence: .max)
        #expect(try await archive.read { try $0.header(at: far) } == nil)
    }

    @Test("entries are found by subject and by kind")
    func finds() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let notes = try Fixture.log([Fixture.note("1"), Fixture.note("2")], signer: signer)
        let withdrawals = try Fixture.log(
            [Fixture.withdrawal(of: notes[0].id)],
            signer: signer,
            after: notes[1].header.asHead
        )
        _ = try await archive.append(notes + withdrawals)
        let about = try await archive.read { try $0.entries(about: notes[0].id) }
        #expect(about.map(\.id) == [withdrawals[0].id])
        #expect(try await archive.read { try $0.entries(about: notes[0].id, kinds: [.reply]) }.isEmpty)
        let kinds = try await archive.read { reader in
            try reader.entries(afterCounter: 0, limit: 10, kinds: [.withdraw, .eraseOrder])
        }
        #expect(kinds.map(\.id) == [withdrawals[0].id])
        #expect(try await archive.read { try $0.entries(afterCounter: .max, limit: 10) }.isEmpty)
    }
}
