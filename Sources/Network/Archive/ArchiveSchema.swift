// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import GRDB

/// The tables of an archive.
///
/// Bytes that were signed stand in `entry.header`, `entry.signature`, `core` and `part`; every other column can be
/// derived from them, and ``ArchiveAudit`` compares it. Migrations are frozen once shipped.
enum ArchiveSchema {
    /// Every step from an empty file, in order; a shipped one is never edited.
    static let migrations: [DatabaseFile.Migration] = [Self.createVersion1]

    /// Creates the tables of version 1.
    private static func createVersion1(_ db: GRDB.Database) throws {
        try db.execute(sql: entries)
        try db.execute(sql: logs)
    }

    /// What was signed, and the columns to find it by.
    ///
    /// `counter` is the receive counter: it is set anew, to the greatest, when content arrives or is erased, so that a
    /// reader with a cursor sees the entry again.
    private static let entries = """
        CREATE TABLE entry (
            number INTEGER PRIMARY KEY,
            counter INTEGER NOT NULL UNIQUE CHECK (counter > 0),
            id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
            origin BLOB NOT NULL CHECK (length(origin) = 32),
            log_epoch INTEGER NOT NULL CHECK (log_epoch >= 0),
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            kind INTEGER NOT NULL,
            subject BLOB,
            day INTEGER NOT NULL,
            header BLOB NOT NULL,
            signature BLOB NOT NULL,
            content INTEGER NOT NULL CHECK (content BETWEEN 0 AND 3),
            erased_by BLOB CHECK ((erased_by IS NULL) = (content <> 3)),
            UNIQUE (origin, log_epoch, sequence)
        ) STRICT;
        CREATE INDEX entry_subject ON entry (subject) WHERE subject IS NOT NULL;
        CREATE INDEX entry_kind ON entry (kind, counter);
        CREATE INDEX entry_hole ON entry (counter) WHERE content < 2;
        CREATE TABLE core (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE part (
            entry INTEGER NOT NULL REFERENCES entry (number),
            ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 0 AND 255),
            bytes BLOB NOT NULL,
            PRIMARY KEY (entry, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    /// What the entries add up to, the rosters, and the entries that are about to be signed.
    private static let logs = """
        CREATE TABLE head (
            origin BLOB NOT NULL,
            log_epoch INTEGER NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            id BLOB NOT NULL,
            PRIMARY KEY (origin, log_epoch)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fork (
            origin BLOB NOT NULL,
            log_epoch INTEGER NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            first_header BLOB NOT NULL,
            first_signature BLOB NOT NULL,
            second_header BLOB NOT NULL,
            second_signature BLOB NOT NULL,
            PRIMARY KEY (origin, log_epoch, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE roster (
            epoch INTEGER PRIMARY KEY,
            hash BLOB NOT NULL,
            signed BLOB NOT NULL
        ) STRICT;
        CREATE TABLE intent (
            origin BLOB NOT NULL PRIMARY KEY,
            header BLOB NOT NULL,
            body BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE setting (
            name TEXT NOT NULL PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
