// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import Foundation
import GRDB
package import Ledger

/// Queries of one snapshot of an archive; valid only inside the closure that it was given to.
package struct ArchiveReader {
    let db: Database

    init(db: Database) {
        self.db = db
    }

    // MARK: Logs

    /// The last accepted entry of every log, ascending by origin and log epoch.
    ///
    /// Of a forked log, the last entry that both branches share.
    package func heads() throws -> [LogHead] {
        let rows = try Row.fetchAll(
            self.db,
            sql: "SELECT origin, log_epoch, sequence, id FROM head ORDER BY origin, log_epoch"
        )
        return try rows.map { row in
            guard let head = Self.head(row) else { throw ArchiveError.damagedEntry(number: 0) }
            return head
        }
    }

    /// The last accepted entry of one log, nil when it has none.
    package func head(of origin: SigningPublicKey, logEpoch: UInt64) throws -> LogHead? {
        let row = try Row.fetchOne(
            self.db,
            sql: "SELECT origin, log_epoch, sequence, id FROM head WHERE origin = ? AND log_epoch = ?",
            arguments: [Data(origin.bytes), Int64(clamping: logEpoch)]
        )
        return row.flatMap(Self.head)
    }

    /// Every fork known, ascending by origin, log epoch and sequence.
    package func forks() throws -> [ForkProof] {
        try Row.fetchAll(self.db, sql: "SELECT * FROM fork ORDER BY origin, log_epoch, sequence").map(Self.fork)
    }

    /// The first sequence from which a log is frozen, nil for a log without fork.
    package func frozenFrom(origin: SigningPublicKey, logEpoch: UInt64) throws -> UInt64? {
        let sequence = try Int64.fetchOne(
            self.db,
            sql: "SELECT min(sequence) FROM fork WHERE origin = ? AND log_epoch = ?",
            arguments: [Data(origin.bytes), Int64(clamping: logEpoch)]
        )
        return sequence.map { UInt64(clamping: $0) }
    }

    // MARK: Entries

    /// The entry of this name, nil when its header is not held.
    package func entry(_ id: EntryID) throws -> ArchivedEntry? {
        try self.row("WHERE entry.id = ?", [Data(id.bytes)]).map { try self.entry($0, withContent: true) }
    }

    /// The header of this name, nil when it is not held.
    package func header(_ id: EntryID) throws -> VerifiedHeader? {
        try self.row("WHERE entry.id = ?", [Data(id.bytes)])?.header
    }

    /// The header at one place, nil when it is not held.
    package func header(at position: EntryPosition) throws -> VerifiedHeader? {
        try self.row(
            "WHERE entry.origin = ? AND entry.log_epoch = ? AND entry.sequence = ?",
            [Data(position.origin.bytes), Int64(clamping: position.logEpoch), Int64(clamping: position.sequence)]
        )?.header
    }

    /// A stretch of one log, without gaps.
    ///
    /// - Parameters:
    ///   - origin: whose log.
    ///   - logEpoch: which life of it.
    ///   - sequences: from and to, both inclusive; clipped at the log's head.
    ///   - withContent: false reads headers only.
    ///   - byteBudget: after so many bytes of headers, cores and parts it stops, but not before the first entry.
    /// - Returns: entries in log order.
    /// - Throws: ``ArchiveError/damagedEntry(number:)`` and errors of SQLite.
    package func entries(
        of origin: SigningPublicKey,
        logEpoch: UInt64,
        sequences: ClosedRange<UInt64>,
        withContent: Bool = true,
        byteBudget: Int = .max
    ) throws -> [ArchivedEntry] {
        guard let head = try self.head(of: origin, logEpoch: logEpoch), sequences.lowerBound <= head.sequence else {
            return []
        }
        let rows = try Row.fetchCursor(
            self.db,
            sql: """
                SELECT \(ArchiveRow.columns) FROM entry
                WHERE origin = ? AND log_epoch = ? AND sequence BETWEEN ? AND ? ORDER BY sequence
                """,
            arguments: [
                Data(origin.bytes), Int64(clamping: logEpoch), Int64(clamping: sequences.lowerBound),
                Int64(clamping: min(sequences.upperBound, head.sequence)),
            ]
        )
        var entries: [ArchivedEntry] = []
        var bytes = 0
        while let row = try rows.next() {
            let entry = try self.entry(try ArchiveRow(row), withContent: withContent)
            bytes += entry.header.bytes.count + entry.header.signature.count + (entry.content.body?.size ?? 0)
            guard entries.isEmpty || bytes <= byteBudget else { break }
            entries.append(entry)
        }
        return entries
    }

    /// What was stored after a cursor, in the order of storing.
    ///
    /// An entry whose content came later, or was erased, appears again at its new place; so a reader that goes on from
    /// the last counter it saw misses nothing, whatever order things came in.
    ///
    /// - Parameters:
    ///   - counter: the last receive counter seen, 0 for none.
    ///   - limit: how many at most.
    ///   - kinds: nil for all.
    /// - Returns: entries, ascending by counter.
    /// - Throws: ``ArchiveError/damagedEntry(number:)`` and errors of SQLite.
    package func entries(
        afterCounter counter: UInt64,
        limit: Int,
        kinds: [EntryKind]? = nil
    ) throws -> [ArchivedEntry] {
        guard let start = Int64(exactly: counter) else { return [] }
        let list = kinds?.map { kind in String(kind.rawValue) }.joined(separator: ", ")
        let filter = list.map { "AND entry.kind IN (\($0))" } ?? ""
        let rows = try Row.fetchAll(
            self.db,
            sql: """
                SELECT \(ArchiveRow.columns) FROM entry WHERE entry.counter > ? \(filter)
                ORDER BY entry.counter LIMIT ?
                """,
            arguments: [start, limit]
        )
        return try rows.map { try self.entry(try ArchiveRow($0), withContent: true) }
    }

    /// Entries that are about another one, in the order of storing.
    package func entries(about subject: EntryID, kinds: [EntryKind]? = nil) throws -> [ArchivedEntry] {
        let rows = try Row.fetchAll(
            self.db,
            sql: "SELECT \(ArchiveRow.columns) FROM entry WHERE subject = ? ORDER BY counter",
            arguments: [Data(subject.bytes)]
        )
        return try rows.map { try ArchiveRow($0) }
            .filter { row in kinds?.contains(row.header.header.kind) ?? true }
            .map { try self.entry($0, withContent: true) }
    }

    /// Headers whose content is missing and not erased, in the order of storing.
    ///
    /// - Parameters:
    ///   - after: skips this one and those stored before it; nil starts at the beginning.
    ///   - limit: how many at most.
    /// - Returns: headers, the oldest receive counter first.
    /// - Throws: ``ArchiveError/damagedEntry(number:)`` and errors of SQLite.
    package func holes(after: EntryID?, limit: Int) throws -> [VerifiedHeader] {
        let start = try after.flatMap { id in
            try Int64.fetchOne(self.db, sql: "SELECT counter FROM entry WHERE id = ?", arguments: [Data(id.bytes)])
        }
        let rows = try Row.fetchAll(
            self.db,
            sql: """
                SELECT \(ArchiveRow.columns) FROM entry WHERE entry.content < 2 AND entry.counter > ?
                ORDER BY entry.counter LIMIT ?
                """,
            arguments: [start ?? 0, limit]
        )
        return try rows.map { try ArchiveRow($0).header }
    }

    // MARK: Sums

    /// The greatest receive counter, 0 in an empty archive.
    package func receiveCounter() throws -> UInt64 {
        UInt64(clamping: try Int64.fetchOne(self.db, sql: "SELECT max(counter) FROM entry") ?? 0)
    }

    /// Headers held.
    package func entryCount() throws -> UInt64 {
        UInt64(clamping: try Int64.fetchOne(self.db, sql: "SELECT count(*) FROM entry") ?? 0)
    }

    /// All sizes at once.
    package func counts() throws -> ArchiveCounts {
        func count(_ sql: String) throws -> UInt64 {
            UInt64(clamping: try Int64.fetchOne(self.db, sql: "SELECT count(*) FROM " + sql) ?? 0)
        }
        return ArchiveCounts(
            entries: try count("entry"),
            complete: try count("entry WHERE content = 2"),
            holes: try count("entry WHERE content < 2"),
            erased: try count("entry WHERE content = 3"),
            logs: try count("head"),
            forks: try count("fork"),
            counter: try self.receiveCounter()
        )
    }

    // MARK: Rosters and settings

    /// The signed bytes of the newest roster, nil when none is held.
    package func latestRoster() throws -> [UInt8]? {
        try Data.fetchOne(self.db, sql: "SELECT signed FROM roster ORDER BY epoch DESC LIMIT 1").map { [UInt8]($0) }
    }

    /// The signed bytes of the roster of one epoch, nil when it is not held.
    package func roster(epoch: UInt64) throws -> [UInt8]? {
        guard let epoch = Int64(exactly: epoch) else { return nil }
        return try Data.fetchOne(self.db, sql: "SELECT signed FROM roster WHERE epoch = ?", arguments: [epoch])
            .map { [UInt8]($0) }
    }

    /// The signed bytes of every roster, ascending by epoch.
    package func rosters() throws -> [[UInt8]] {
        try Data.fetchAll(self.db, sql: "SELECT signed FROM roster ORDER BY epoch").map { [UInt8]($0) }
    }

    /// A small value that the program keeps here.
    package func setting(_ name: String) throws -> [UInt8]? {
        try Data.fetchOne(self.db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
            .map { [UInt8]($0) }
    }

    /// The entry that an origin persisted and may not have signed yet.
    package func intent(of origin: SigningPublicKey) throws -> EntryIntent? {
        let row = try Row.fetchOne(
            self.db,
            sql: "SELECT header, body FROM intent WHERE origin = ?",
            arguments: [Data(origin.bytes)]
        )
        guard let row else { return nil }
        guard let header = row.blob("header"), let body = row.blob("body") else { throw ArchiveError.damagedIntent }
        return EntryIntent(headerBytes: header, body: try IntentBody.decode(body))
    }

    // MARK: Rows

    func row(_ condition: String, _ arguments: StatementArguments) throws -> ArchiveRow? {
        let row = try Row.fetchOne(
            self.db,
            sql: "SELECT \(ArchiveRow.columns) FROM entry " + condition,
            arguments: arguments
        )
        return try row.map { try ArchiveRow($0) }
    }

    func entry(_ row: ArchiveRow, withContent: Bool) throws -> ArchivedEntry {
        let content: ArchivedContent
        switch row.content {
        case .erased:
            guard let order = row.erasedBy else { throw ArchiveError.damagedEntry(number: row.number) }
            content = .erased(order: order)
        case .absent: content = .absent
        case .incomplete, .complete: content = withContent ? .held(try self.body(of: row)) : .absent
        }
        return ArchivedEntry(counter: row.counter, header: row.header, content: content)
    }

    private func body(of row: ArchiveRow) throws -> EntryBody {
        let core = try Data.fetchOne(
            self.db,
            sql: "SELECT bytes FROM core WHERE entry = ?",
            arguments: [row.number]
        )
        guard let core else { throw ArchiveError.damagedEntry(number: row.number) }
        let parts = try Row.fetchAll(
            self.db,
            sql: "SELECT ordinal, bytes FROM part WHERE entry = ?",
            arguments: [row.number]
        )
        let ordered = row.header.header.parts.map { reference in
            parts.first { part in part.number("ordinal") == UInt64(reference.ordinal) }
                .flatMap { part in part.blob("bytes") }
        }
        return EntryBody(core: [UInt8](core), parts: ordered)
    }

    private static func head(_ row: Row) -> LogHead? {
        guard let origin = row.blob("origin"), let logEpoch = row.number("log_epoch"),
            let sequence = row.number("sequence"), let id = row.blob("id").flatMap({ EntryID(bytes: $0) })
        else { return nil }
        do {
            return LogHead(
                origin: try SigningPublicKey(bytes: origin),
                logEpoch: logEpoch,
                sequence: sequence,
                id: id
            )
        } catch {
            return nil
        }
    }

    static func fork(_ row: Row) throws(ArchiveError) -> ForkProof {
        do {
            let first = try EntryVerifier.restore(
                headerBytes: row.blob("first_header") ?? [],
                signature: row.blob("first_signature") ?? []
            )
            let second = try EntryVerifier.restore(
                headerBytes: row.blob("second_header") ?? [],
                signature: row.blob("second_signature") ?? []
            )
            if let proof = ForkProof(first, second) { return proof }
        } catch {
            throw .damagedFork
        }
        throw .damagedFork
    }
}
