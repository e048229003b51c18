// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB

/// Tables of the keyring's file; a shipped migration is never edited.
enum KeyringSchema {
    static func create(_ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE passphrase (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    algorithm TEXT NOT NULL,
                    operations INTEGER NOT NULL,
                    memoryBytes INTEGER NOT NULL,
                    salt BLOB NOT NULL,
                    sealedCheck BLOB NOT NULL
                );
                CREATE TABLE secrets (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
                """
        )
    }
}
