// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Database
import GRDB

/// Tables of `cases.sqlite`.
///
/// Columns in the clear hold codes, days, ids and states. Columns named `sealed_…` hold what the vault sealed. Payloads of
/// the runtime are bytes that this module does not read.
enum CaseStoreSchema {
    /// All steps from an empty file; their number is the version of the schema.
    static let migrations: [DatabaseFile.Migration] = [Self.first, Self.addKeeping]

    private static func first(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE cases (
                    case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16),
                    dossier_id TEXT NOT NULL UNIQUE,
                    language TEXT NOT NULL,
                    coded BLOB NOT NULL,
                    sealed_identifiers BLOB NOT NULL,
                    sealed_narrative BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE referrals (
                    case_id BLOB PRIMARY KEY REFERENCES cases (case_id),
                    receipt_hash BLOB NOT NULL UNIQUE CHECK (length(receipt_hash) = 32),
                    received_on INTEGER NOT NULL,
                    progress BLOB NOT NULL,
                    feedback BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE referral_steps (
                    id INTEGER PRIMARY KEY,
                    case_id BLOB NOT NULL REFERENCES cases (case_id),
                    state TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    day INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX referral_steps_by_case ON referral_steps (case_id);
                CREATE TABLE feedback_notes (
                    id INTEGER PRIMARY KEY,
                    case_id BLOB NOT NULL REFERENCES cases (case_id),
                    actor TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    sealed_note BLOB NOT NULL
                ) STRICT;
                CREATE TABLE drafts (
                    draft_id TEXT NOT NULL,
                    revision INTEGER NOT NULL,
                    case_id BLOB NOT NULL REFERENCES cases (case_id),
                    document_type TEXT NOT NULL,
                    state TEXT NOT NULL,
                    author TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    sealed_content BLOB NOT NULL,
                    PRIMARY KEY (draft_id, revision)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE releases (
                    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
                    draft_id TEXT NOT NULL,
                    revision INTEGER NOT NULL,
                    case_id BLOB NOT NULL REFERENCES cases (case_id),
                    state TEXT NOT NULL,
                    batch_id TEXT,
                    record BLOB NOT NULL,
                    sealed_manifest BLOB NOT NULL,
                    FOREIGN KEY (draft_id, revision) REFERENCES drafts (draft_id, revision)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE approvals (
                    digest BLOB NOT NULL REFERENCES releases (digest),
                    officer TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    record BLOB NOT NULL,
                    PRIMARY KEY (digest, officer)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE departures (
                    batch_id TEXT PRIMARY KEY,
                    state TEXT NOT NULL,
                    due_on INTEGER NOT NULL,
                    record BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE published (
                    entry_id BLOB PRIMARY KEY CHECK (length(entry_id) = 32),
                    case_id BLOB NOT NULL REFERENCES cases (case_id),
                    digest BLOB NOT NULL REFERENCES releases (digest),
                    day INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                """
        )
    }

    /// Wishes of the referrer, decisions about keeping, statements of destruction, reasons given for a look.
    private static func addKeeping(_ db: GRDB.Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE referrals ADD COLUMN wishes TEXT NOT NULL DEFAULT '';
                CREATE TABLE retention (
                    case_id BLOB PRIMARY KEY REFERENCES cases (case_id),
                    record BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE tombstones (
                    case_id BLOB PRIMARY KEY REFERENCES cases (case_id),
                    record BLOB NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE access_reasons (
                    id INTEGER PRIMARY KEY,
                    case_id BLOB NOT NULL REFERENCES cases (case_id),
                    audit_sequence INTEGER NOT NULL,
                    sealed_reason BLOB NOT NULL
                ) STRICT;
                """
        )
    }
}
