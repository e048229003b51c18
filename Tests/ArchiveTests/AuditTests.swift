// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

@Suite("Audit")
struct AuditTests {
    /// An archive with entries of every shape: bulletins, one of them erased, orders, parts, two origins.
    static func filled(_ folder: Folder) async throws -> Archive {
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let bulletin = try await archive.publish(Fixture.bulletin(key: Fixture.key(1)), signer: signer)
        let gone = try await archive.publish(Fixture.cover("to be erased"), signer: signer)
        _ = try await archive.publish(Fixture.withdrawal(of: bulletin.entry.id), signer: signer)
        _ = try await archive.publish(Fixture.eraseOrder(for: gone.entry.id), signer: signer)
        let other = try Fixture.signer(2)
        let core = WithdrawalAcknowledgementCore(withdrawal: bulletin.entry.id).encoded()
        let acknowledgement = EntryDraft(
            kind: .withdrawAcknowledgement,
            subject: bulletin.entry.id,
            day: 20_414,
            core: core
        )
        _ = try await archive.publish(acknowledgement, signer: other)
        _ = try await archive.publish(Fixture.cover("two parts"), signer: other)
        return archive
    }

    /// One row of a column with bytes.
    struct Cell: Sendable {
        let number: Int64
        let ordinal: Int64?
        let bytes: [UInt8]
    }

    static func cells(_ folder: Folder, _ sql: String) throws -> [Cell] {
        try folder.tamper { db in
            try Row.fetchAll(db, sql: sql).map { row in
                let bytes: Data = row["bytes"]
                return Cell(number: row["number"], ordinal: row["ordinal"], bytes: [UInt8](bytes))
            }
        }
    }

    /// Changes one byte in each row that is long enough, looks for a finding about each of them, and puts it back.
    static func flipEach(
        _ folder: Folder,
        _ archive: Archive,
        _ cells: [Cell],
        update: String,
        isExpected: (ArchiveFinding.Problem) -> Bool
    ) async throws {
        let intruder = try folder.intruder()
        for offset in 0..<(cells.map(\.bytes.count).max() ?? 0) {
            let touched = cells.filter { offset < $0.bytes.count }
            func write(_ change: (Cell) -> [UInt8]) throws {
                try intruder.inDatabase { db in
                    try db.inTransaction {
                        for cell in touched {
                            let place: StatementArguments = cell.ordinal.map { [cell.number, $0] } ?? [cell.number]
                            try db.execute(sql: update, arguments: [Data(change(cell))] + place)
                        }
                        return .commit
                    }
                }
            }
            try write { cell in
                var bytes = cell.bytes
                bytes[offset] ^= 1 << UInt8(offset % 8)
                return bytes
            }
            let findings = try await archive.verifyAll()
            try write(\.bytes)
            for cell in touched {
                let isFound = findings.contains { finding in
                    finding.table == "entry" && finding.row == cell.number && isExpected(finding.problem)
                }
                #expect(isFound, "entry \(cell.number) offset \(offset)")
            }
        }
        #expect(try await archive.verifyAll() == [])
    }

    private static func isRejected(_ problem: ArchiveFinding.Problem) -> Bool {
        switch problem {
        case .malformedHeader, .rejected: true
        default: false
        }
    }

    @Test("each byte of every stored header and signature, changed in turn, is found")
    func headersAndSignatures() async throws {
        let folder = try Folder()
        let archive = try await Self.filled(folder)
        for column in ["header", "signature"] {
            try await Self.flipEach(
                folder,
                archive,
                Self.cells(folder, "SELECT number, NULL AS ordinal, \(column) AS bytes FROM entry"),
                update: "UPDATE entry SET \(column) = ? WHERE number = ?",
                isExpected: Self.isRejected
            )
        }
    }

    @Test("each byte of every stored core, changed in turn, is found")
    func cores() async throws {
        let folder = try Folder()
        let archive = try await Self.filled(folder)
        try await Self.flipEach(
            folder,
            archive,
            Self.cells(folder, "SELECT entry AS number, NULL AS ordinal, bytes FROM core"),
            update: "UPDATE core SET bytes = ? WHERE entry = ?",
            isExpected: { $0 == .rejected(.coreHashDiffers) }
        )
    }

    @Test("each byte of every stored part, changed in turn, is found")
    func parts() async throws {
        let folder = try Folder()
        let archive = try await Self.filled(folder)
        for ordinal in 0...2 {
            try await Self.flipEach(
                folder,
                archive,
                Self.cells(folder, "SELECT entry AS number, ordinal, bytes FROM part WHERE ordinal = \(ordinal)"),
                update: "UPDATE part SET bytes = ? WHERE entry = ? AND ordinal = ?",
                isExpected: { $0 == .rejected(.partHashDiffers(ordinal: UInt8(ordinal))) }
            )
        }
    }

    @Test(
        "each derived column, changed in every row, is found",
        arguments: [
            "id", "origin", "log_epoch", "sequence", "kind", "subject", "day", "content", "erased_by",
        ]
    )
    func derivedColumns(column: String) async throws {
        let folder = try Folder()
        let archive = try await Self.filled(folder)
        let rows = try folder.tamper { db in
            try Row.fetchAll(db, sql: "SELECT number, \(column) AS value FROM entry")
        }
        for row in rows {
            let number: Int64 = row["number"]
            let value: DatabaseValue = row["value"]
            let changed: DatabaseValue =
                switch value.storage {
                case .int64(let integer): (integer + 1).databaseValue
                case .blob(let data): Data(data.dropLast() + [data[data.endIndex - 1] ^ 1]).databaseValue
                default: Data([UInt8](repeating: 3, count: 32)).databaseValue
                }
            func set(_ value: DatabaseValue) throws {
                try folder.tamper { db in
                    try db.execute(sql: "UPDATE entry SET \(column) = ? WHERE number = ?", arguments: [value, number])
                }
            }
            do {
                try set(changed)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                continue
            }
            #expect(try await archive.verifyAll() != [], "entry \(number)")
            try set(value)
        }
        #expect(try await archive.verifyAll() == [])
    }

    @Test(
        "rows taken out, put in or exchanged are found",
        arguments: [
            "DELETE FROM entry WHERE number = 2",
            "DELETE FROM entry WHERE number = 4",
            "DELETE FROM core WHERE entry = 1",
            "DELETE FROM part WHERE entry = 1 AND ordinal = 1",
            "INSERT INTO part VALUES (1, 9, x'00')",
            "INSERT INTO core VALUES (99, x'00')",
            "UPDATE part SET ordinal = 7 WHERE entry = 6 AND ordinal = 2",
            "INSERT INTO core VALUES (2, x'00')",
            "UPDATE entry SET content = 0, erased_by = NULL WHERE number = 1",
            "UPDATE entry SET content = 3, erased_by = (SELECT id FROM entry WHERE number = 4) WHERE number = 6",
            "DELETE FROM head",
            "UPDATE head SET sequence = sequence - 1",
            "UPDATE head SET id = zeroblob(32)",
            "INSERT INTO head SELECT zeroblob(32), 1, 1, id FROM head LIMIT 1",
            "INSERT INTO fork SELECT origin, 1, 1, header, signature, header, signature FROM entry WHERE number = 1",
            "INSERT INTO roster VALUES (1, zeroblob(32), x'00')",
            "INSERT INTO intent VALUES (zeroblob(32), x'00', x'00')",
        ]
    )
    func rows(sql: String) async throws {
        let folder = try Folder()
        let archive = try await Self.filled(folder)
        #expect(try await archive.verifyAll() == [])
        try folder.tamper { db in try db.execute(sql: sql) }
        #expect(try await archive.verifyAll() != [])
    }

    @Test("a byte changed in the file itself is found, or changes nothing that can be read", arguments: 0..<8)
    func fileBytes(seed: Int) async throws {
        let folder = try Folder()
        var random = SeededRandom(seed: UInt64(seed))
        let original = try await Self.filled(folder).read { try $0.entries(afterCounter: 0, limit: 100) }
        try folder.tamper { db in try db.checkpoint(.truncate) }
        for _ in 0..<10 {
            let copy = try folder.copy()
            let file = URL(filePath: copy.path)
            var bytes = try Data(contentsOf: file)
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try bytes.write(to: file)
            do {
                let archive = try copy.open()
                guard try await archive.verifyAll() == [] else { continue }
                let entries = try await archive.read { try $0.entries(afterCounter: 0, limit: 100) }
                #expect(entries.map(\.header) == original.map(\.header))
                #expect(entries.map(\.content) == original.map(\.content))
            } catch {
                // The file does not open, or says itself that it is damaged.
                continue
            }
        }
    }
}
