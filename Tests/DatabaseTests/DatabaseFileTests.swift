// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("database files") struct DatabaseFileTests {
    static let table: DatabaseFile.Migration = { try $0.execute(sql: "CREATE TABLE note (text TEXT NOT NULL) STRICT") }

    private static func setting(_ name: String, of pool: DatabasePool, reading: Bool = false) throws -> String? {
        let query: @Sendable (GRDB.Database) throws -> String? = { try String.fetchOne($0, sql: "PRAGMA \(name)") }
        return reading ? try pool.read(query) : try pool.writeWithoutTransaction(query)
    }

    @Test("are in WAL mode with synchronous=FULL, at first and when opened again")
    func settings() throws {
        let folder = try ScratchFolder()
        for _ in 0..<2 {
            let pool = try DatabaseFile.openPool(path: folder.path("a.sqlite"), migrations: [Self.table])
            #expect(try Self.setting("synchronous", of: pool) == "2")
            #expect(try Self.setting("journal_mode", of: pool) == "wal")
            #expect(try Self.setting("secure_delete", of: pool) == "1")
            #expect(try Self.setting("foreign_keys", of: pool) == "1")
            #expect(try Self.setting("trusted_schema", of: pool) == "0")
            #expect(try Self.setting("trusted_schema", of: pool, reading: true) == "0")
            #expect(try Self.setting("user_version", of: pool) == "1")
            try pool.close()
        }
    }

    @Test("an unsafe setting is refused, not overlooked")
    func unsafeSetting() throws {
        let folder = try ScratchFolder()
        let pool = try DatabaseFile.openPool(path: folder.path("a.sqlite"), migrations: [])
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        #expect(throws: DatabaseFailure.unsafeSetting(file: "a.sqlite", name: "synchronous", found: "1")) {
            try DatabaseFile.assertSafeSettings(of: pool, file: "a.sqlite")
        }
    }

    @Test("are for their owner alone, log and index too")
    func modes() throws {
        let folder = try ScratchFolder()
        let pool = try DatabaseFile.openPool(path: folder.path("a.sqlite"), migrations: [Self.table])
        try pool.write { try $0.execute(sql: "INSERT INTO note VALUES ('x')") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(names == ["a.sqlite", "a.sqlite-shm", "a.sqlite-wal"])
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
        }
        try pool.close()
    }

    @Test("grow step by step, and a newer one is refused untouched")
    func versions() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a.sqlite")
        try DatabaseFile.openPool(path: path, migrations: [Self.table]).close()
        let second: DatabaseFile.Migration = { try $0.execute(sql: "ALTER TABLE note ADD COLUMN day INTEGER") }
        try DatabaseFile.openPool(path: path, migrations: [Self.table, second]).close()
        #expect(throws: DatabaseFailure.newerVersion(file: "a.sqlite", found: 2, known: 1)) {
            try DatabaseFile.openPool(path: path, migrations: [Self.table])
        }
        let pool = try DatabaseFile.openPool(path: path, migrations: [Self.table, second])
        try pool.write { try $0.execute(sql: "INSERT INTO note VALUES ('x', 3)") }
        try pool.close()
    }

    @Test("a failed step leaves the older schema")
    func failedMigration() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a.sqlite")
        let broken: DatabaseFile.Migration = { database in
            try database.execute(sql: "CREATE TABLE half (id INTEGER)")
            try database.execute(sql: "CREATE TABLE nonsense (")
        }
        #expect(throws: DatabaseError.self) {
            try DatabaseFile.openPool(path: path, migrations: [Self.table, broken])
        }
        let pool = try DatabaseFile.openPool(path: path, migrations: [Self.table])
        #expect(try pool.read { try $0.tableExists("half") } == false)
        try pool.close()
    }

    @Test("that are no database or were overwritten are called damaged")
    func damaged() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a.sqlite")
        try Data(repeating: 0x41, count: 8_192).write(to: URL(filePath: path))
        #expect(throws: DatabaseFailure.damaged(file: "a.sqlite")) {
            try DatabaseFile.openPool(path: path, migrations: [Self.table])
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(repeating: 0x41, count: 8_192))
    }

    @Test("in a folder that is not there, or that are a folder, are not accessible")
    func notAccessible() throws {
        let folder = try ScratchFolder()
        #expect(throws: DatabaseFailure.notAccessible(file: "a.sqlite")) {
            try DatabaseFile.openPool(path: folder.path("none/a.sqlite"), migrations: [])
        }
        #expect(throws: DatabaseFailure.notAccessible(file: folder.url.lastPathComponent)) {
            try DatabaseFile.openPool(path: folder.url.path, migrations: [])
        }
    }

    @Test("without room are called full, and what was committed stays")
    func full() throws {
        let folder = try ScratchFolder()
        let pool = try DatabaseFile.openPool(path: folder.path("a.sqlite"), migrations: [Self.table])
        try pool.write { try $0.execute(sql: "INSERT INTO note VALUES ('kept')") }
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 3") }
        do {
            try pool.write { try $0.execute(sql: "INSERT INTO note VALUES (hex(zeroblob(100000)))") }
            Issue.record("there was room")
        } catch {
            #expect(DatabaseFailure(error, file: "a.sqlite") == .diskFull(file: "a.sqlite"))
        }
        #expect(try pool.read { try String.fetchAll($0, sql: "SELECT text FROM note") } == ["kept"])
        try pool.close()
    }

    @Test("held by another process for long are called busy")
    func busy() {
        let error = DatabaseError(resultCode: .SQLITE_BUSY)
        #expect(DatabaseFailure(error, file: "a.sqlite") == .busy(file: "a.sqlite"))
        #expect(DatabaseFailure(CocoaError(.fileNoSuchFile), file: "a.sqlite") == nil)
    }

    @Test("every failure says what to do and names the file only")
    func advice() {
        let failures: [DatabaseFailure] = [
            .newerVersion(file: "a.sqlite", found: 2, known: 1), .damaged(file: "a.sqlite"),
            .diskFull(file: "a.sqlite"),
            .notAccessible(file: "a.sqlite"), .busy(file: "a.sqlite"),
            .unsafeSetting(file: "a.sqlite", name: "synchronous", found: "1"),
        ]
        for failure in failures {
            #expect(failure.advice.contains("a.sqlite"))
            #expect(failure.advice.contains(":"))
            #expect(!failure.advice.contains("/"))
        }
    }

    @Test("forget what was deleted, in the log too")
    func forgetting() throws {
        let folder = try ScratchFolder()
        let path = folder.path("a.sqlite")
        let pool = try DatabaseFile.openPool(path: path, migrations: [Self.table])
        try pool.write { try $0.execute(sql: "INSERT INTO note VALUES ('Zanzibar-canary-71')") }
        let needle = Data("Zanzibar-canary-71".utf8)
        let names = ["a.sqlite", "a.sqlite-wal"]
        let holders = try names.filter { try Data(contentsOf: URL(filePath: folder.path($0))).range(of: needle) != nil }
        #expect(holders == ["a.sqlite-wal"], "the search finds what is there")
        try pool.write { try $0.execute(sql: "DELETE FROM note") }
        try DatabaseFile.emptyLog(of: pool, file: "a.sqlite")
        for name in names {
            #expect(try Data(contentsOf: URL(filePath: folder.path(name))).range(of: needle) == nil, "\(name)")
        }
        try pool.close()
    }

    @Test("a column of another type is an error, not the end of the process")
    func checkedColumns() throws {
        let folder = try ScratchFolder()
        let pool = try DatabaseFile.openPool(path: folder.path("a.sqlite"), migrations: [])
        let row = try #require(try pool.read { try Row.fetchOne($0, sql: "SELECT 'x' AS a, NULL AS b, 7 AS c") })
        #expect(try row.checked("a", as: String.self) == "x")
        #expect(try row.checked("c", as: Int.self) == 7)
        #expect(try row.checkedOptional("b", as: Int.self) == nil)
        #expect(throws: RowShapeError(column: "a")) { try row.checked("a", as: Int.self) }
        #expect(throws: RowShapeError(column: "b")) { try row.checked("b", as: Int.self) }
        #expect(throws: RowShapeError(column: "d")) { try row.checkedOptional("d", as: Int.self) }
        try pool.close()
    }
}
