// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB

/// Tables of the alerts' file; a shipped migration is never edited.
enum AlertSchema {
    static func create(_ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE cursor (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    generation TEXT NOT NULL,
                    change INTEGER NOT NULL
                );
                INSERT INTO cursor VALUES (1, '', 0);
                CREATE TABLE subscriptions (
                    id TEXT PRIMARY KEY,
                    label TEXT NOT NULL,
                    regions TEXT NOT NULL,
                    modusOperandi TEXT NOT NULL,
                    commodities TEXT NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE alerts (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    subscription TEXT NOT NULL,
                    entry BLOB NOT NULL,
                    urgency TEXT NOT NULL,
                    reasons TEXT NOT NULL,
                    state TEXT NOT NULL,
                    answer TEXT,
                    UNIQUE (subscription, entry)
                );
                CREATE TABLE queuedReplies (
                    subject BLOB PRIMARY KEY,
                    answer TEXT NOT NULL,
                    countBand TEXT NOT NULL,
                    day INTEGER NOT NULL
                ) WITHOUT ROWID;
                """
        )
    }
}
