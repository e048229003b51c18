// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import GRDB
import Ledger
import Policy
import StrictJSON

/// Writes one change; every statement can be repeated without harm, and the order of two cannot matter.
enum LibraryWriter {
    static func apply(_ change: LibraryChange, in database: GRDB.Database) throws {
        switch change {
        case .bulletin(let bulletin, let replaces):
            try Self.store(bulletin, replaces: replaces.map { Data($0.bytes) }, in: database)
        case .withdrawal(let entry, let subject, let origin, let reason):
            try database.execute(
                sql: "INSERT OR IGNORE INTO withdrawals VALUES (?, ?, ?, ?)",
                arguments: [Data(entry.bytes), Data(subject.bytes), Data(origin.bytes), reason]
            )
        case .acknowledgement(let withdrawal, let member):
            try database.execute(
                sql: "INSERT OR IGNORE INTO acknowledgements VALUES (?, ?)",
                arguments: [Data(withdrawal.bytes), Data(member.bytes)]
            )
        case .reply(let reply):
            // What was opened once stays known, even if the entry is read again without the key.
            try database.execute(
                sql: """
                    INSERT INTO replies VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (entry) DO UPDATE SET
                        answer = coalesce(excluded.answer, answer),
                        countBand = coalesce(excluded.countBand, countBand)
                    """,
                arguments: [
                    Data(reply.entry.bytes), Data(reply.subject.bytes), Data(reply.member.bytes), reply.region,
                    reply.answer, reply.countBand,
                ]
            )
        case .receipt(let member, let heads):
            for head in heads { try Self.store(head, heldBy: member, in: database) }
        case .agreementKey(let key):
            // Contents arrive in any order: a former key that comes late does not displace its successor.
            try database.execute(
                sql: """
                    INSERT INTO agreementKeys VALUES (?, ?, ?, ?)
                    ON CONFLICT (member) DO UPDATE SET
                        key = excluded.key, firstDay = excluded.firstDay, lastDay = excluded.lastDay
                    WHERE (excluded.firstDay, excluded.lastDay) >= (firstDay, lastDay)
                    """,
                arguments: [
                    Data(key.member.bytes), Data(key.key), Int64(key.days.lowerBound), Int64(key.days.upperBound),
                ]
            )
        case .audienceEpoch(let epoch):
            // The first entry of an epoch says its key; later ones give it to newcomers. A hub that says another key
            // there is not followed, in whatever order the entries come.
            try database.execute(
                sql: """
                    INSERT INTO audienceEpochs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (issuer, audience, epoch) DO UPDATE SET
                        key = excluded.key, firstDay = excluded.firstDay, lastDay = excluded.lastDay,
                        entry = excluded.entry, logEpoch = excluded.logEpoch, sequence = excluded.sequence
                    WHERE (excluded.logEpoch, excluded.sequence) < (logEpoch, sequence)
                    """,
                arguments: [
                    Data(epoch.issuer.bytes), epoch.audience, Int64(epoch.epoch), Data(epoch.key),
                    Int64(epoch.days.lowerBound), Int64(epoch.days.upperBound), Data(epoch.entry.bytes),
                    Int64(epoch.logEpoch), Int64(epoch.sequence),
                ]
            )
        }
    }

    /// Receipts are cumulative: one that comes late takes nothing back.
    private static func store(_ head: LogHead, heldBy member: SigningPublicKey, in database: GRDB.Database) throws {
        try database.execute(
            sql: """
                INSERT INTO receipts VALUES (?, ?, ?, ?)
                ON CONFLICT (member, origin, logEpoch) DO UPDATE SET sequence = excluded.sequence
                WHERE excluded.sequence > sequence
                """,
            arguments: [Data(member.bytes), Data(head.origin.bytes), Int64(head.logEpoch), Int64(head.sequence)]
        )
    }

    private static func store(_ bulletin: LibraryBulletin, replaces: Data?, in database: GRDB.Database) throws {
        let entry = Data(bulletin.entry.bytes)
        let claims = JSONWriter.text(.object(bulletin.claims))
        let next = (try Int64.fetchOne(database, sql: "SELECT max(change) FROM bulletins") ?? 0) + 1
        let known = try String.fetchOne(
            database,
            sql: "SELECT level FROM bulletins WHERE entry = ?",
            arguments: [entry]
        )
        if let known {
            // Read again without a key that was there before, it stays as open as it was; opened further, it keeps
            // its number, and readers are told again, since they could not judge what was closed.
            guard let level = ConfidentialityLevel(rawValue: known), bulletin.level < level else { return }
            try database.execute(
                sql: "UPDATE bulletins SET level = ?, claims = ?, change = ? WHERE entry = ?",
                arguments: [bulletin.level.rawValue, claims, next, entry]
            )
            return
        }
        try database.execute(
            sql: """
                INSERT INTO bulletins
                    (entry, identifier, type, origin, issuer, month, level, claims, digest, replaces, change)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                entry, bulletin.identifier, bulletin.type, Data(bulletin.origin.bytes), bulletin.issuer,
                bulletin.month, bulletin.level.rawValue, claims, Data(bulletin.digest), replaces, next,
            ]
        )
    }
}
