// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import GRDB
import Ledger
import Policy
import StrictJSON

/// Writes one change; every statement can be repeated without harm.
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
            try database.execute(
                sql: "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    Data(reply.entry.bytes), Data(reply.subject.bytes), Data(reply.member.bytes), reply.region,
                    reply.answer, reply.countBand,
                ]
            )
        case .receipt(let member, let heads):
            for head in heads {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO receipts VALUES (?, ?, ?, ?)",
                    arguments: [
                        Data(member.bytes), Data(head.origin.bytes), Int64(head.logEpoch), Int64(head.sequence),
                    ]
                )
            }
        case .agreementKey(let key):
            try database.execute(
                sql: "INSERT OR REPLACE INTO agreementKeys VALUES (?, ?, ?, ?)",
                arguments: [
                    Data(key.member.bytes), Data(key.key), Int64(key.days.lowerBound), Int64(key.days.upperBound),
                ]
            )
        case .audienceEpoch(let epoch):
            try database.execute(
                sql: "INSERT OR IGNORE INTO audienceEpochs VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    Data(epoch.issuer.bytes), epoch.audience, Int64(epoch.epoch), Data(epoch.key),
                    Int64(epoch.days.lowerBound), Int64(epoch.days.upperBound), Data(epoch.entry.bytes),
                ]
            )
        }
    }

    private static func store(_ bulletin: LibraryBulletin, replaces: Data?, in database: GRDB.Database) throws {
        // A bulletin opened further keeps its number: readers that have seen it are not told again.
        try database.execute(
            sql: """
                INSERT INTO bulletins (entry, identifier, type, origin, issuer, month, level, claims, digest, replaces)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (entry) DO UPDATE SET level = excluded.level, claims = excluded.claims
                """,
            arguments: [
                Data(bulletin.entry.bytes), bulletin.identifier, bulletin.type, Data(bulletin.origin.bytes),
                bulletin.issuer, bulletin.month, bulletin.level.rawValue, JSONWriter.text(.object(bulletin.claims)),
                Data(bulletin.digest), replaces,
            ]
        )
    }
}
