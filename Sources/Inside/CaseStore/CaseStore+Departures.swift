// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Foundation
import GRDB

extension CaseStore {
    /// Stores a batch, or writes its new state and record.
    package func store(_ departure: StoredDeparture) throws {
        try self.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO departures (batch_id, state, due_on, record) VALUES (?, ?, ?, ?)
                    ON CONFLICT (batch_id) DO UPDATE
                    SET state = excluded.state, due_on = excluded.due_on, record = excluded.record
                    """,
                arguments: [
                    departure.batchID, departure.state, departure.dueOn.daysSinceEpoch, Data(departure.record),
                ]
            )
        }
    }

    /// All batches in the order in which they are due.
    package func departures() throws -> [StoredDeparture] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM departures ORDER BY due_on, batch_id")
        }
        return rows.compactMap { row in
            CalendarDay(daysSinceEpoch: row["due_on"]).map { day in
                StoredDeparture(
                    batchID: row["batch_id"],
                    state: row["state"],
                    dueOn: day,
                    record: [UInt8](row["record"] as Data)
                )
            }
        }
    }

    /// Remembers from which case a published entry came; saying it twice is no error.
    package func store(_ entry: PublishedEntry) throws {
        try self.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO published (entry_id, case_id, digest, day) VALUES (?, ?, ?, ?)
                    ON CONFLICT (entry_id) DO NOTHING
                    """,
                arguments: [
                    Data(entry.entryID), Data(entry.caseID.bytes), Data(entry.digest), entry.day.daysSinceEpoch,
                ]
            )
        }
    }

    /// The case and release of an entry of this desk.
    package func published(entryID: [UInt8]) throws -> PublishedEntry? {
        let row = try self.pool.read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM published WHERE entry_id = ?", arguments: [Data(entryID)])
        }
        return try row.map { try Self.published($0) }
    }

    /// The entries that came from a case, ordered by day and entry id.
    package func published(of caseID: CaseID) throws -> [PublishedEntry] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM published WHERE case_id = ? ORDER BY day, entry_id",
                arguments: [Data(caseID.bytes)]
            )
        }
        return try rows.map { try Self.published($0) }
    }

    private static func published(_ row: Row) throws -> PublishedEntry {
        let caseID = try Self.caseID(row["case_id"])
        return PublishedEntry(
            entryID: [UInt8](row["entry_id"] as Data),
            caseID: caseID,
            digest: [UInt8](row["digest"] as Data),
            day: try Self.day(row["day"], of: caseID)
        )
    }
}
