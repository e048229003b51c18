// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import GRDB
import Ledger
import Policy
import StrictJSON

/// Reads rows of the library back as values.
enum LibraryRows {
    /// A row that this program did not write so: the file was altered.
    struct DamagedRow: Error {
        let table: String
    }

    /// The state of each bulletin is worked out while reading, so that the order of arrival cannot matter.
    private static let select = """
        SELECT b.*,
            w.entry AS withdrawal, w.reason AS reason,
            (SELECT r.entry FROM bulletins r WHERE r.replaces = b.entry AND r.origin = b.origin
             ORDER BY r.month DESC, r.entry DESC LIMIT 1) AS replacement
        FROM bulletins b
        LEFT JOIN withdrawals w ON w.entry =
            (SELECT min(v.entry) FROM withdrawals v WHERE v.subject = b.entry AND v.origin = b.origin)
        """

    static func bulletins(
        _ database: GRDB.Database,
        where condition: String,
        arguments: StatementArguments
    ) throws -> [LibraryBulletin] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM (\(Self.select)) WHERE \(condition) ORDER BY number",
            arguments: arguments
        )
        return try rows.map(Self.bulletin)
    }

    static func changed(
        _ database: GRDB.Database,
        after change: Int64,
        limit: Int
    ) throws -> [(change: Int64, bulletin: LibraryBulletin)] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT * FROM (\(Self.select)) WHERE change > ? ORDER BY change LIMIT ?",
            arguments: [change, limit]
        )
        return try rows.map { ($0["change"], try Self.bulletin($0)) }
    }

    private static func bulletin(_ row: Row) throws -> LibraryBulletin {
        let claims: String = row["claims"]
        guard let level = ConfidentialityLevel(rawValue: row["level"]),
            let object = try JSONParser.parse(Array(claims.utf8)).objectValue
        else { throw DamagedRow(table: "bulletins") }
        let state: LibraryBulletin.State
        if let withdrawal: Data = row["withdrawal"] {
            state = .withdrawn(by: try Self.entryID(withdrawal), reason: row["reason"])
        } else if let replacement: Data = row["replacement"] {
            state = .replaced(by: try Self.entryID(replacement))
        } else {
            state = .inForce
        }
        return LibraryBulletin(
            entry: try Self.entryID(row["entry"]),
            identifier: row["identifier"],
            type: row["type"],
            origin: try Self.key(row["origin"]),
            issuer: row["issuer"],
            month: row["month"],
            level: level,
            claims: object,
            digest: Array(row["digest"] as Data),
            state: state
        )
    }

    static func replies(_ database: GRDB.Database, to subject: EntryID) throws -> [LibraryReply] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM replies WHERE subject = ? ORDER BY entry",
            arguments: [Data(subject.bytes)]
        ).map { row in
            LibraryReply(
                entry: try Self.entryID(row["entry"]),
                subject: subject,
                member: try Self.key(row["member"]),
                region: row["region"],
                answer: row["answer"],
                countBand: row["countBand"]
            )
        }
    }

    static func acknowledgements(_ database: GRDB.Database, of withdrawal: EntryID) throws -> [SigningPublicKey] {
        try Data.fetchAll(
            database,
            sql: "SELECT member FROM acknowledgements WHERE withdrawal = ? ORDER BY member",
            arguments: [Data(withdrawal.bytes)]
        ).map(Self.key)
    }

    static func holders(
        _ database: GRDB.Database,
        of origin: SigningPublicKey,
        logEpoch: UInt64,
        through sequence: UInt64
    ) throws -> [SigningPublicKey] {
        try Data.fetchAll(
            database,
            sql: """
                SELECT member FROM receipts WHERE origin = ? AND logEpoch = ? AND sequence >= ? ORDER BY member
                """,
            arguments: [Data(origin.bytes), Int64(clamping: logEpoch), Int64(clamping: sequence)]
        ).map(Self.key)
    }

    static func agreementKeys(_ database: GRDB.Database) throws -> [MemberAgreementKey] {
        try Row.fetchAll(database, sql: "SELECT * FROM agreementKeys ORDER BY member").map { row in
            MemberAgreementKey(
                member: try Self.key(row["member"]),
                key: Array(row["key"] as Data),
                days: try Self.days(row)
            )
        }
    }

    static func audienceEpochs(_ database: GRDB.Database) throws -> [PublishedAudienceEpoch] {
        try Row.fetchAll(database, sql: "SELECT * FROM audienceEpochs ORDER BY audience, epoch").map { row in
            PublishedAudienceEpoch(
                audience: row["audience"],
                epoch: UInt64(row["epoch"] as Int64),
                key: Array(row["key"] as Data),
                days: try Self.days(row),
                issuer: try Self.key(row["issuer"]),
                entry: try Self.entryID(row["entry"]),
                logEpoch: UInt64(row["logEpoch"] as Int64),
                sequence: UInt64(row["sequence"] as Int64)
            )
        }
    }

    private static func days(_ row: Row) throws -> ClosedRange<UInt64> {
        let first: Int64 = row["firstDay"]
        let last: Int64 = row["lastDay"]
        guard first >= 0, first <= last else { throw DamagedRow(table: "days") }
        return UInt64(first)...UInt64(last)
    }

    private static func entryID(_ data: Data) throws -> EntryID {
        guard let entry = EntryID(bytes: Array(data)) else { throw DamagedRow(table: "entries") }
        return entry
    }

    private static func key(_ data: Data) throws -> SigningPublicKey { try SigningPublicKey(bytes: Array(data)) }
}
