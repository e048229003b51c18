// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import GRDB

/// Tables of `vault.sqlite`.
enum VaultSchema {
    /// All steps from an empty file; their number is the version of the schema.
    static let migrations: [DatabaseFile.Migration] = [Self.first, Self.addEpochs]

    private static func first(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE vault_check (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    sealed BLOB NOT NULL
                ) STRICT;
                CREATE TABLE case_keys (
                    case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16),
                    wrapped BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE referrers (
                    case_id BLOB PRIMARY KEY REFERENCES case_keys (case_id) ON DELETE CASCADE,
                    sealed BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE shredded (
                    case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16)
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    /// Under which epoch's key a row is wrapped.
    private static func addEpochs(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE vault_check ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
                ALTER TABLE case_keys ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1;
                """
        )
    }
}
