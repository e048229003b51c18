// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Ledger
import Testing

@Suite("Forks")
struct ForkTests {
    /// Entries 1 to 4 of one log, and another branch 3 and 4 after the same entry 2.
    static func branches() throws -> (log: [VerifiedEntry], branch: [VerifiedEntry], proof: ForkProof) {
        let signer = try Fixture.signer()
        let log = try Fixture.log((1...4).map { Fixture.note("\($0)") }, signer: signer)
        let branch = try Fixture.log(
            [Fixture.note("three"), Fixture.note("four")],
            signer: signer,
            after: log[1].header.asHead
        )
        return (log, branch, try Fixture.required(ForkProof(log[2].header, branch[0].header)))
    }

    @Test("another entry for a held place proves a fork, and the log freezes before it, for ever")
    func fork() async throws {
        let folder = try Folder()
        var archive = try folder.open()
        let (log, branch, proof) = try Self.branches()
        _ = try await archive.append(log)
        #expect(try await archive.append([branch[0]]) == [.forked(proof)])
        #expect(try await archive.read { try $0.heads() } == [log[1].header.asHead])
        #expect(try await archive.append([branch[0]]) == [.frozen(from: 3)])
        #expect(try await archive.append([log[3]]) == [.duplicate(counter: 4)])
        archive = try folder.open()
        #expect(try await archive.read { try $0.forks() } == [proof])
        #expect(try await archive.read { try $0.heads() } == [log[1].header.asHead])
        #expect(try await archive.read { try $0.entry(log[2].id) }?.content.body == log[2].body)
        #expect(try await archive.verifyAll() == [])
        let range = try await archive.read { reader in
            try reader.entries(of: proof.origin, logEpoch: 1, sequences: 1...4)
        }
        #expect(range.map(\.id) == log[..<2].map(\.id))
    }

    @Test("a proof that comes first lets the log grow up to the fork and no further")
    func proofFirst() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let (log, _, proof) = try Self.branches()
        _ = try await archive.append([.fork(proof)])
        #expect(
            try await archive.append(log) == [
                .appended(counter: 1), .appended(counter: 2), .frozen(from: 3), .frozen(from: 3),
            ]
        )
        #expect(try await archive.append([.fork(proof)]).outcomes == [.frozen(from: 3)])
        #expect(try await archive.verifyAll() == [])
    }

    @Test("a fork at the first place leaves no head")
    func firstPlace() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let one = try Fixture.log([Fixture.note("1"), Fixture.note("2")], signer: signer)
        let other = try Fixture.log([Fixture.note("one")], signer: signer)
        _ = try await archive.append(one + other)
        #expect(try await archive.read { try $0.heads() } == [])
        #expect(try await archive.verifyAll() == [])
    }

    @Test("an entry after the other branch shows a divergence and is not stored")
    func divergence() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let (log, branch, _) = try Self.branches()
        _ = try await archive.append(Array(log[..<3]))
        #expect(try await archive.append([branch[1]]) == [.diverges(after: 3)])
        #expect(try await archive.read { try $0.entry(branch[1].id) } == nil)
    }

    @Test("nothing is signed on a forked log of one's own; a new log epoch starts afresh")
    func ownFork() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let (log, branch, _) = try Self.branches()
        _ = try await archive.append(log)
        _ = try await archive.append([branch[0]])
        await #expect(throws: ArchiveError.ownLogForked(sequence: 3)) {
            try await archive.publish(Fixture.note("5"), signer: try Fixture.signer())
        }
        let entry = try await archive.publish(Fixture.note("1"), signer: try Fixture.signer(1, logEpoch: 2))
        #expect(entry.entry.header.header.sequence == 1)
        #expect(try await archive.verifyAll() == [])
    }
}
