// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import GRDB

/// The tables of the keyring's file.
enum KeyringSchema {
    static let migrations: [DatabaseFile.Migration] = [Self.createVersion1, Self.addEpochs]

    private static let createVersion1: DatabaseFile.Migration = { database in
        try database.execute(
            sql: """
                CREATE TABLE passphrase_record (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    algorithm TEXT NOT NULL,
                    operations INTEGER NOT NULL,
                    memory_bytes INTEGER NOT NULL,
                    salt BLOB NOT NULL,
                    sealed_key BLOB NOT NULL,
                    checksum BLOB NOT NULL
                ) STRICT;
                CREATE TABLE private_key (
                    kind TEXT NOT NULL,
                    name TEXT NOT NULL,
                    number INTEGER NOT NULL,
                    first_day INTEGER NOT NULL,
                    last_day INTEGER NOT NULL,
                    sealed BLOB NOT NULL,
                    PRIMARY KEY (kind, name, number)
                ) STRICT;
                """
        )
    }

    /// Which key a row is sealed under: 0 for the keyring's own, else an epoch's.
    private static let addEpochs: DatabaseFile.Migration = { database in
        try database.execute(
            sql: "ALTER TABLE private_key ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0 CHECK (epoch >= 0)"
        )
    }
}
