// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Cryptography
import Database
import Foundation
import GRDB
import Ledger
import Roster
import Testing

@Suite("Archive file")
struct ArchiveFileTests {
    @Test("a file of a newer program is left alone")
    func newerVersion() throws {
        let folder = try Folder()
        _ = try folder.open()
        try folder.tamper { db in try db.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: DatabaseFailure.newerVersion(file: "archive.sqlite", found: 99, known: 1)) {
            try folder.open()
        }
    }

    @Test("a file that is no database is told as damaged")
    func noDatabase() throws {
        let folder = try Folder()
        try Data(repeating: 0x41, count: 5_000).write(to: URL(filePath: folder.path))
        #expect(throws: DatabaseFailure.damaged(file: "archive.sqlite")) { try folder.open() }
    }

    @Test("rosters are kept by epoch, the same one twice does nothing, a rival is refused")
    func rosters() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let root = try Fixture.key(200)
        var builder = RosterBuilder(
            network: try Fixture.network(),
            threshold: 1,
            roots: [root.publicKey],
            issuedDay: 20_413
        )
        let firstBytes = try builder.sign(with: [root]).encoded()
        let hash = Hashing.sha256(try builder.encoded())
        let first = try RosterVerifier.verify(firstBytes, previous: nil, pinnedHash: hash)
        try await archive.storeRoster(first, signedBytes: firstBytes)
        try await archive.storeRoster(first, signedBytes: firstBytes)
        builder.issuedDay = 20_414
        let rivalBytes = try builder.sign(with: [root]).encoded()
        let rival = try RosterVerifier.verify(
            rivalBytes,
            previous: nil,
            pinnedHash: Hashing.sha256(try builder.encoded())
        )
        await #expect(throws: ArchiveError.conflictingRoster(epoch: 1)) {
            try await archive.storeRoster(rival, signedBytes: rivalBytes)
        }
        let secondBytes = try RosterBuilder(after: first, issuedDay: 20_415).sign(with: [root]).encoded()
        let second = try RosterVerifier.verify(secondBytes, previous: first)
        try await archive.storeRoster(second, signedBytes: secondBytes)
        #expect(try await archive.read { try $0.latestRoster() } == secondBytes)
        #expect(try await archive.read { try $0.roster(epoch: 1) } == firstBytes)
        #expect(try await archive.read { try $0.roster(epoch: .max) } == nil)
        #expect(try await archive.read { try $0.rosters() } == [firstBytes, secondBytes])
        #expect(try await archive.verifyAll() == [])
        let signer = try Fixture.signer()
        _ = try await archive.publish(Fixture.note("1"), signer: signer)
        let findings = try await archive.verifyAll(roster: second)
        #expect(findings.map(\.problem) == [.originUnknown])
    }

    @Test("settings are kept, replaced and removed")
    func settings() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        #expect(try await archive.read { try $0.setting("stopped") } == nil)
        try await archive.setSetting("stopped", to: [1])
        try await archive.setSetting("stopped", to: [2])
        #expect(try await archive.read { try $0.setting("stopped") } == [2])
        try await archive.setSetting("stopped", to: nil)
        #expect(try await archive.read { try $0.setting("stopped") } == nil)
    }
}
