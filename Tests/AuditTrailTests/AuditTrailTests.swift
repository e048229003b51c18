// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import Foundation
import GRDB
import TestSupport
import Testing

@testable import AuditTrail

@Suite("audit trail") struct AuditTrailTests {
    static func code(_ text: String) throws -> AuditCode {
        try #require(AuditCode(text))
    }

    /// A trail of five entries with every kind of detail.
    static func filled(_ folder: ScratchFolder) throws -> AuditTrail {
        let trail = try AuditTrail(path: folder.path("audit.sqlite"))
        let keel = AuditActor.officer(try Self.code("a1b2c3d4e5f6"))
        let subject = try Self.code("0b7cf7a8-6f0e-4a26-8d6b-0e2f6d2a9a11")
        try trail.append(AuditEvent(.deskUnlocked, by: .system), at: 1_000)
        try trail.append(AuditEvent(.referralImported, by: keel, subject: subject), at: 2_000)
        try trail.append(
            AuditEvent(
                .draftMade,
                by: keel,
                subject: subject,
                details: [
                    AuditDetail(.documentType, .code(try Self.code("pia/1"))), AuditDetail(.count, .number(-7)),
                ]
            ),
            at: 3_000
        )
        try trail.append(AuditEvent(.identityOpened, by: keel, subject: subject), at: 2_500)
        try trail.append(AuditEvent(.deskStopped, by: .system), at: 4_000)
        return trail
    }

    static func alter(_ folder: ScratchFolder, _ sql: String, _ arguments: StatementArguments = []) throws {
        let queue = try DatabaseQueue(path: folder.path("audit.sqlite"))
        try queue.write { try $0.execute(sql: sql, arguments: arguments) }
        try queue.close()
    }

    @Test("is intact as written, empty and filled, and after a restart")
    func intact() throws {
        let folder = try ScratchFolder()
        let empty = try AuditTrail(path: folder.path("empty.sqlite"))
        #expect(try empty.verify() == AuditVerification(entryCount: 0, head: .empty, findings: []))
        #expect(try empty.head() == .empty)
        let trail = try Self.filled(folder)
        let head = try trail.head()
        #expect(head.sequence == 5)
        let again = try AuditTrail(path: folder.path("audit.sqlite"))
        #expect(try again.verify(against: head) == AuditVerification(entryCount: 5, head: head, findings: []))
        let next = try again.append(AuditEvent(.deskUnlocked, by: .system), at: 5_000)
        #expect(next.sequence == 6)
        #expect(next.previous == head.hash)
        #expect(try again.verify(against: head).isIntact, "an older head stays part of it")
    }

    @Test("gives back what was written")
    func entries() throws {
        let folder = try ScratchFolder()
        let entries = try Self.filled(folder).entries(after: 1, limit: 2)
        #expect(entries.map(\.sequence) == [2, 3])
        #expect(entries[1].milliseconds == 3_000)
        #expect(entries[1].event.kind == .draftMade)
        #expect(entries[1].event.actor.text == "a1b2c3d4e5f6")
        #expect(
            entries[1].event.details == [
                AuditDetail(.documentType, .code(try Self.code("pia/1"))), AuditDetail(.count, .number(-7)),
            ]
        )
    }

    @Test("finds every altered byte of every column of every row")
    func everyByte() throws {
        let folder = try ScratchFolder()
        let trail = try Self.filled(folder)
        let queue = try DatabaseQueue(path: folder.path("audit.sqlite"))
        let rows = try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM entry") }
        var count = 0
        for row in rows {
            let sequence: Int = row["sequence"]
            for column in row.columnNames where column != "sequence" {
                let original: DatabaseValue = row[column]
                for altered in Self.alterations(of: original) {
                    let assignment = original.storage.value is String ? "CAST(? AS TEXT)" : "?"
                    try queue.write {
                        try $0.execute(
                            sql: "UPDATE entry SET \(column) = \(assignment) WHERE sequence = ?",
                            arguments: [altered, sequence]
                        )
                    }
                    #expect(try !trail.verify().isIntact, "row \(sequence), \(column)")
                    count += 1
                }
                try queue.write {
                    try $0.execute(
                        sql: "UPDATE entry SET \(column) = ? WHERE sequence = ?",
                        arguments: [original, sequence]
                    )
                }
            }
        }
        #expect(try trail.verify().isIntact, "every row is back as it was")
        #expect(count > 5 * (8 + 16 + 32 * 3))
        try queue.close()
    }

    /// The value with one bit of each byte turned.
    private static func alterations(of value: DatabaseValue) -> [DatabaseValue] {
        switch value.storage {
        case .int64(let number): (0..<8).map { (number ^ (1 << ($0 * 8))).databaseValue }
        case .string(let text): Self.flipped([UInt8](text.utf8)).map(\.databaseValue)
        case .blob(let data): Self.flipped([UInt8](data)).map(\.databaseValue)
        default: []
        }
    }

    private static func flipped(_ bytes: [UInt8]) -> [Data] {
        bytes.indices.map { index in
            var altered = bytes
            altered[index] ^= 1
            return Data(altered)
        }
    }

    @Test(
        "finds missing, moved, added and cut-off rows",
        arguments: [
            ("DELETE FROM entry WHERE sequence = 3", AuditFinding.gap(expected: 3, found: 4)),
            ("DELETE FROM entry WHERE sequence = 1", .gap(expected: 1, found: 2)),
            ("DELETE FROM entry WHERE sequence = 5", .endAltered(expected: 5, found: 4)),
            ("DELETE FROM entry", .endAltered(expected: 5, found: 0)),
            ("DELETE FROM head", .endAltered(expected: 0, found: 5)),
            ("UPDATE entry SET sequence = 9 WHERE sequence = 5", .gap(expected: 5, found: 9)),
            (
                "UPDATE entry SET sequence = 99 WHERE sequence = 2; UPDATE entry SET sequence = 2 WHERE sequence = 3; "
                    + "UPDATE entry SET sequence = 3 WHERE sequence = 99",
                .chainBroken(sequence: 2)
            ),
            (
                "INSERT INTO entry SELECT 6, milliseconds, kind, actor, subject, details, salt, content_digest, previous, hash "
                    + "FROM entry WHERE sequence = 5",
                .endAltered(expected: 5, found: 6)
            ),
            ("UPDATE entry SET kind = 'party' WHERE sequence = 2", .unreadable(sequence: 2)),
            ("UPDATE entry SET details = 'name:Mar Okonkwo' WHERE sequence = 2", .unreadable(sequence: 2)),
            ("UPDATE entry SET milliseconds = 1 WHERE sequence = 2", .contentAltered(sequence: 2)),
            ("UPDATE entry SET hash = zeroblob(32) WHERE sequence = 2", .hashAltered(sequence: 2)),
        ] as [(String, AuditFinding)]
    )
    func rows(sql: String, expected: AuditFinding) throws {
        let folder = try ScratchFolder()
        let trail = try Self.filled(folder)
        try Self.alter(folder, sql)
        #expect(try trail.verify().findings.contains(expected))
    }

    @Test("that was rewritten as a whole is found by a head written down before")
    func rewritten() throws {
        let folder = try ScratchFolder()
        let trail = try Self.filled(folder)
        let head = try trail.head()
        let other = try ScratchFolder()
        let forged = try Self.filled(other)
        #expect(try forged.verify().isIntact, "by itself it is a valid chain")
        #expect(try forged.verify(against: head).findings == [.headNotFound(sequence: 5)])
        let cut = try #require(AuditHead(text: head.text))
        #expect(try trail.verify(against: cut).isIntact)
    }

    @Test("is not continued after its end was altered")
    func notContinued() throws {
        let folder = try ScratchFolder()
        let trail = try Self.filled(folder)
        try Self.alter(folder, "DELETE FROM entry WHERE sequence = 5")
        #expect(throws: AuditTrailError.damaged) { try trail.append(AuditEvent(.deskUnlocked, by: .system), at: 1) }
        #expect(throws: AuditTrailError.damaged) { try trail.head() }
    }

    @Test("with any byte of the file changed is refused, found or still says the same")
    func everyByteOfTheFile() throws {
        let folder = try ScratchFolder()
        let trail = try Self.filled(folder)
        let entries = try trail.entries(after: 0, limit: 10)
        try Self.alter(folder, "PRAGMA user_version")
        let url = URL(filePath: folder.path("audit.sqlite"))
        let queue = try DatabaseQueue(path: url.path)
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        let original = [UInt8](try Data(contentsOf: url))
        #expect(original.count > 8_192)
        var noticed = 0
        let copy = try ScratchFolder()
        for index in stride(from: 0, to: original.count, by: 61) {
            var bytes = original
            bytes[index] ^= 0x21
            let path = copy.path("audit-\(index).sqlite")
            try Data(bytes).write(to: URL(filePath: path))
            do {
                let altered = try AuditTrail(path: path)
                guard try altered.verify().isIntact else {
                    noticed += 1
                    continue
                }
                #expect(try altered.entries(after: 0, limit: 10) == entries, "byte \(index)")
            } catch {
                noticed += 1
            }
        }
        #expect(noticed > 5)
        try queue.close()
    }

    @Test(
        "takes codes only",
        arguments: [
            "", "two words", "naïve", "a@b", "+61 2", "line\nbreak", String(repeating: "x", count: 81),
        ]
    )
    func codes(text: String) {
        #expect(AuditCode(text) == nil)
    }

    @Test(
        "writes heads in one form",
        arguments: [
            "", "5", "5:", ":00", "05:" + String(repeating: "0", count: 64), "-1:" + String(repeating: "0", count: 64),
            "5:" + String(repeating: "0", count: 62), "5:" + String(repeating: "A", count: 64), "5:0:0",
        ]
    )
    func heads(text: String) {
        #expect(AuditHead(text: text) == nil)
    }

    @Test("of a newer version is refused")
    func newerVersion() throws {
        let folder = try ScratchFolder()
        _ = try Self.filled(folder)
        try Self.alter(folder, "PRAGMA user_version = 3")
        #expect(throws: DatabaseFailure.newerVersion(file: "audit.sqlite", found: 3, known: 1)) {
            try AuditTrail(path: folder.path("audit.sqlite"))
        }
    }

    @Test("two equal events do not show that they are equal")
    func salted() throws {
        let folder = try ScratchFolder()
        let trail = try AuditTrail(path: folder.path("audit.sqlite"))
        let first = try trail.append(AuditEvent(.deskUnlocked, by: .system), at: 1)
        let second = try trail.append(AuditEvent(.deskUnlocked, by: .system), at: 1)
        #expect(first.hash != second.hash)
        let queue = try DatabaseQueue(path: folder.path("audit.sqlite"))
        let digests = try queue.read { try Data.fetchAll($0, sql: "SELECT content_digest FROM entry") }
        #expect(Set(digests).count == 2)
        try queue.close()
    }
}
