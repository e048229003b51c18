// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
package import GRDB

/// Opens SQLite files with the settings that every file of this project has.
///
/// WAL and `synchronous = FULL`: a commit that was acknowledged survives a power cut. GRDB sets NORMAL after
/// `prepareDatabase` when it turns WAL on, so FULL is set on the writer after opening, and read back.
/// `secure_delete`: deleted rows are overwritten. `trusted_schema = OFF`: a schema from elsewhere runs no functions.
package enum DatabaseFile {
    /// One step of a file's schema; a shipped one is never edited.
    package typealias Migration = @Sendable (GRDB.Database) throws -> Void

    /// Opens a file for one writer and a few concurrent readers.
    ///
    /// - Parameters:
    ///   - path: of the file; made with mode 0600 if it is missing.
    ///   - migrations: all steps from an empty file to this program's schema; their number is the schema's version.
    ///   - isCompacting: `auto_vacuum = FULL`: pages that hold nothing any more leave the file at each commit, instead of
    ///     waiting in it for other rows; for files with secrets.
    /// - Returns: a pool whose settings were read back.
    /// - Throws: ``DatabaseFailure``, or the error of a migration.
    package static func openPool(
        path: String,
        migrations: [Migration],
        isCompacting: Bool = false
    ) throws -> DatabasePool {
        let file = URL(filePath: path).lastPathComponent
        do {
            try Self.createPrivately(path: path, file: file)
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.foreignKeysEnabled = true
            configuration.maximumReaderCount = 2
            configuration.prepareDatabase { database in
                // Before the first page is written, or it has no effect; read back below.
                if isCompacting, !database.configuration.readonly {
                    try database.execute(sql: "PRAGMA auto_vacuum = FULL")
                }
                // About 1 MB a connection: a relay has 40 MB in all.
                try database.execute(sql: "PRAGMA cache_size = -1024; PRAGMA trusted_schema = OFF")
                try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
            }
            try Self.migrate(pool, migrations, file: file)
            try Self.assertSafeSettings(of: pool, file: file, isCompacting: isCompacting)
            return pool
        } catch {
            throw DatabaseFailure(error, file: file) ?? error
        }
    }

    /// Reads back the settings that durability depends on.
    ///
    /// - Throws: ``DatabaseFailure/unsafeSetting(file:name:found:)``.
    package static func assertSafeSettings(of pool: DatabasePool, file: String, isCompacting: Bool = false) throws {
        var expected = [
            ("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1"), ("trusted_schema", "0"),
            ("foreign_keys", "1"),
        ]
        if isCompacting { expected.append(("auto_vacuum", "1")) }
        try pool.writeWithoutTransaction { database in
            for (name, value) in expected {
                let found = try String.fetchOne(database, sql: "PRAGMA \(name)") ?? "nothing"
                guard found.lowercased() == value else {
                    throw DatabaseFailure.unsafeSetting(file: file, name: name, found: found)
                }
            }
        }
    }

    /// Moves the write-ahead log into the file and cuts it to nothing, so that removed secrets are not left in it.
    ///
    /// - Parameters:
    ///   - pool: of the file.
    ///   - file: its name, for failures.
    /// - Throws: ``DatabaseFailure/busy(file:)`` while a reader holds an old page.
    package static func emptyLog(of pool: DatabasePool, file: String) throws {
        do {
            _ = try pool.writeWithoutTransaction { database in try database.checkpoint(.truncate) }
        } catch {
            throw DatabaseFailure(error, file: file) ?? error
        }
    }

    private static func migrate(_ pool: DatabasePool, _ migrations: [Migration], file: String) throws {
        try pool.write { database in
            let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            guard found <= migrations.count else {
                throw DatabaseFailure.newerVersion(file: file, found: found, known: migrations.count)
            }
            guard found < migrations.count else { return }
            for migration in migrations[found...] { try migration(database) }
            try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
        }
    }

    /// SQLite would make the file readable for others; its WAL inherits the file's mode.
    private static func createPrivately(path: String, file: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let isCreated = FileManager.default.createFile(
            atPath: path,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard isCreated else { throw DatabaseFailure.notAccessible(file: file) }
    }
}
