// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinLibrary
import Database
import Foundation
import GRDB
import Ledger
import StrictJSON

/// Subscriptions and the alerts that they led to, in the desk's own file.
///
/// The cursor over the library and the alerts found before it are written in one transaction.
package final class AlertStore: Sendable {
    private let pool: DatabasePool
    private let matcher: SubscriptionMatcher

    /// Opens or makes the file.
    ///
    /// - Throws: the errors of the module `Database`.
    package init(path: String, matcher: SubscriptionMatcher) throws {
        self.pool = try DatabaseFile.openPool(path: path, migrations: [AlertSchema.create])
        self.matcher = matcher
    }

    /// Keeps a subscription.
    package func add(_ subscription: Subscription) async throws {
        try await self.pool.write { database in
            try database.execute(
                sql: "INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    subscription.id, subscription.label, Self.joined(subscription.regions),
                    Self.joined(subscription.modusOperandi), Self.joined(subscription.commodities),
                ]
            )
        }
    }

    /// All subscriptions by label.
    package func subscriptions() async throws -> [Subscription] {
        try await self.pool.read { try Self.subscriptions($0) }
    }

    /// Looks at the library's bulletins that came or were opened further since the last time.
    ///
    /// A library that was built again is looked at from its beginning; what was found before is not found twice.
    ///
    /// - Parameter library: read after this store's cursor; withdrawn and replaced bulletins give no alert.
    /// - Returns: how many alerts were made.
    /// - Throws: the errors of the two files.
    package func follow(_ library: BulletinLibrary) async throws -> Int {
        let generation = try await library.generation()
        var made = 0
        while true {
            let cursor = try await self.pool.read {
                try Int64.fetchOne($0, sql: "SELECT change FROM cursor WHERE generation = ?", arguments: [generation])
                    ?? 0
            }
            let next = try await library.bulletins(after: cursor, limit: 100)
            guard let last = next.last else { return made }
            made += try await self.pool.write { database in
                let subscriptions = try Self.subscriptions(database)
                var count = 0
                for (_, bulletin) in next where bulletin.state == .inForce {
                    for subscription in subscriptions {
                        guard let reasons = self.matcher.reasons(for: subscription, in: bulletin.claims) else {
                            continue
                        }
                        try Self.insert(subscription, bulletin, reasons, in: database)
                        count += database.changesCount
                    }
                }
                try database.execute(
                    sql: "UPDATE cursor SET generation = ?, change = ?",
                    arguments: [generation, last.change]
                )
                return count
            }
        }
    }

    /// Bulletins held that a subscription would match, with the reasons.
    package func matches(
        of subscription: Subscription,
        in library: BulletinLibrary
    ) async throws -> [(bulletin: LibraryBulletin, reasons: [MatchReason])] {
        try await library.bulletins().compactMap { bulletin in
            guard bulletin.state == .inForce else { return nil }
            return self.matcher.reasons(for: subscription, in: bulletin.claims).map { (bulletin, $0) }
        }
    }

    /// All alerts, newest first.
    package func alerts() async throws -> [Alert] {
        try await self.pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM alerts ORDER BY id DESC").compactMap(Self.alert)
        }
    }

    /// One alert.
    package func alert(_ id: Int64) async throws -> Alert? {
        try await self.pool.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM alerts WHERE id = ?", arguments: [id]).flatMap(Self.alert)
        }
    }

    /// Records that somebody has read an alert; an answered one stays answered.
    package func acknowledge(_ id: Int64) async throws {
        try await self.pool.write { database in
            try database.execute(
                sql: "UPDATE alerts SET state = 'acknowledged' WHERE id = ? AND state = 'new'",
                arguments: [id]
            )
        }
    }

    /// Records what was answered, and queues the reply for the next day's batch, in one transaction.
    package func answer(_ alert: Alert, _ reply: QueuedReply) async throws {
        try await self.pool.write { database in
            try database.execute(
                sql: "UPDATE alerts SET state = 'answered', answer = ? WHERE entry = ?",
                arguments: [reply.answer, Data(alert.entry.bytes)]
            )
            try database.execute(
                sql: "INSERT OR REPLACE INTO queuedReplies VALUES (?, ?, ?, ?)",
                arguments: [Data(reply.subject.bytes), reply.answer, reply.countBand, Int64(reply.day)]
            )
        }
    }

    /// Replies given before a day, that have not left yet.
    package func repliesQueued(before day: UInt64) async throws -> [QueuedReply] {
        try await self.pool.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT * FROM queuedReplies WHERE day < ? ORDER BY subject",
                arguments: [Int64(day)]
            ).compactMap { row in
                EntryID(bytes: Array(row["subject"] as Data)).map {
                    QueuedReply(
                        subject: $0,
                        answer: row["answer"],
                        countBand: row["countBand"],
                        day: UInt64(max(0, row["day"] as Int64))
                    )
                }
            }
        }
    }

    /// Forgets a reply that left.
    package func replySent(_ reply: QueuedReply) async throws {
        try await self.pool.write { database in
            try database.execute(
                sql: "DELETE FROM queuedReplies WHERE subject = ?",
                arguments: [Data(reply.subject.bytes)]
            )
        }
    }

    private static func insert(
        _ subscription: Subscription,
        _ bulletin: LibraryBulletin,
        _ reasons: [MatchReason],
        in database: GRDB.Database
    ) throws {
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO alerts (subscription, entry, urgency, reasons, state) VALUES (?, ?, ?, ?, 'new')
                """,
            arguments: [
                subscription.id, Data(bulletin.entry.bytes), bulletin.claims["urgency"]?.stringValue ?? "routine",
                reasons.map(\.text).joined(separator: "\n"),
            ]
        )
    }

    private static func subscriptions(_ database: GRDB.Database) throws -> [Subscription] {
        try Row.fetchAll(database, sql: "SELECT * FROM subscriptions ORDER BY label, id").map { row in
            Subscription(
                id: row["id"],
                label: row["label"],
                regions: Self.split(row["regions"]),
                modusOperandi: Self.split(row["modusOperandi"]),
                commodities: Self.split(row["commodities"])
            )
        }
    }

    private static func alert(_ row: Row) -> Alert? {
        guard let entry = EntryID(bytes: Array(row["entry"] as Data)), let state = Alert.State(rawValue: row["state"])
        else { return nil }
        return Alert(
            id: row["id"],
            subscription: row["subscription"],
            entry: entry,
            urgency: row["urgency"],
            reasons: (row["reasons"] as String).split(separator: "\n").map(String.init),
            state: state,
            answer: row["answer"]
        )
    }

    /// Codes hold neither spaces nor commas.
    private static func joined(_ codes: [String]) -> String { codes.joined(separator: " ") }

    private static func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
