// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GRDB

/// Tables of the library's file; a shipped migration is never edited.
enum LibrarySchema {
    static func create(_ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE cursor (
                    only INTEGER PRIMARY KEY CHECK (only = 1),
                    counter INTEGER NOT NULL,
                    generation TEXT NOT NULL
                );
                INSERT INTO cursor VALUES (1, 0, hex(randomblob(16)));
                CREATE TABLE bulletins (
                    number INTEGER PRIMARY KEY AUTOINCREMENT,
                    entry BLOB NOT NULL UNIQUE,
                    identifier TEXT NOT NULL,
                    type TEXT NOT NULL,
                    origin BLOB NOT NULL,
                    issuer TEXT NOT NULL,
                    month TEXT NOT NULL,
                    level TEXT NOT NULL,
                    claims TEXT NOT NULL,
                    digest BLOB NOT NULL,
                    replaces BLOB,
                    change INTEGER NOT NULL
                );
                CREATE INDEX bulletinsByIdentifier ON bulletins (identifier);
                CREATE INDEX bulletinsByReplaced ON bulletins (replaces);
                CREATE UNIQUE INDEX bulletinsByChange ON bulletins (change);
                CREATE TABLE withdrawals (
                    entry BLOB PRIMARY KEY,
                    subject BLOB NOT NULL,
                    origin BLOB NOT NULL,
                    reason TEXT NOT NULL
                ) WITHOUT ROWID;
                CREATE INDEX withdrawalsBySubject ON withdrawals (subject);
                CREATE TABLE acknowledgements (
                    withdrawal BLOB NOT NULL,
                    member BLOB NOT NULL,
                    PRIMARY KEY (withdrawal, member)
                ) WITHOUT ROWID;
                CREATE TABLE replies (
                    entry BLOB PRIMARY KEY,
                    subject BLOB NOT NULL,
                    member BLOB NOT NULL,
                    region TEXT NOT NULL,
                    answer TEXT,
                    countBand TEXT
                ) WITHOUT ROWID;
                CREATE INDEX repliesBySubject ON replies (subject);
                CREATE TABLE receipts (
                    member BLOB NOT NULL,
                    origin BLOB NOT NULL,
                    logEpoch INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    PRIMARY KEY (member, origin)
                ) WITHOUT ROWID;
                CREATE TABLE agreementKeys (
                    member BLOB PRIMARY KEY,
                    key BLOB NOT NULL,
                    firstDay INTEGER NOT NULL,
                    lastDay INTEGER NOT NULL
                ) WITHOUT ROWID;
                CREATE TABLE audienceEpochs (
                    issuer BLOB NOT NULL,
                    audience TEXT NOT NULL,
                    epoch INTEGER NOT NULL,
                    key BLOB NOT NULL,
                    firstDay INTEGER NOT NULL,
                    lastDay INTEGER NOT NULL,
                    entry BLOB NOT NULL,
                    PRIMARY KEY (issuer, audience, epoch)
                ) WITHOUT ROWID;
                """
        )
    }

    /// Receipts by life of a log, epochs with their place in the hub's log; all of it is read from the archive again.
    static func placeEpochs(_ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                DROP TABLE receipts;
                CREATE TABLE receipts (
                    member BLOB NOT NULL,
                    origin BLOB NOT NULL,
                    logEpoch INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    PRIMARY KEY (member, origin, logEpoch)
                ) WITHOUT ROWID;
                DROP TABLE audienceEpochs;
                CREATE TABLE audienceEpochs (
                    issuer BLOB NOT NULL,
                    audience TEXT NOT NULL,
                    epoch INTEGER NOT NULL,
                    key BLOB NOT NULL,
                    firstDay INTEGER NOT NULL,
                    lastDay INTEGER NOT NULL,
                    entry BLOB NOT NULL,
                    logEpoch INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    PRIMARY KEY (issuer, audience, epoch)
                ) WITHOUT ROWID;
                UPDATE cursor SET counter = 0;
                """
        )
    }
}
