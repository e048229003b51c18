// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import GRDB
import Ledger
import Roster

/// Looks at every stored byte once and compares it with what was signed.
///
/// Trusts no column: everything is derived again from header, signature, core and parts. What it cannot see is an
/// archive that was shortened as a whole, the head with it; that shows when peers compare heads.
struct ArchiveAudit {
    private let db: Database
    private let roster: Roster?
    private let findingLimit: Int
    private var findings: [ArchiveFinding] = []
    private var row: Int64?

    init(db: Database, roster: Roster?, findingLimit: Int) {
        self.db = db
        self.roster = roster
        self.findingLimit = findingLimit
    }

    /// Runs all checks; an error of SQLite is a finding, and the checks after it still run.
    mutating func run() -> [ArchiveFinding] {
        self.attempt("file") { audit in try audit.checkFile() }
        self.attempt("entry") { audit in try audit.checkLogs() }
        self.attempt("content") { audit in try audit.checkOrphans() }
        self.attempt("fork") { audit in try audit.checkForks() }
        self.attempt("roster") { audit in try audit.checkRosters() }
        self.attempt("intent") { audit in try audit.checkIntents() }
        return self.findings
    }

    private mutating func attempt(_ table: String, _ check: (inout ArchiveAudit) throws -> Void) {
        self.row = nil
        do {
            try check(&self)
        } catch {
            self.report(table, .unreadable)
        }
    }

    private mutating func report(_ table: String, _ problem: ArchiveFinding.Problem) {
        guard self.findings.count < self.findingLimit else { return }
        self.findings.append(ArchiveFinding(table: table, row: self.row, problem: problem))
    }

    private func checkFile() throws {
        let answer = try String.fetchAll(self.db, sql: "PRAGMA integrity_check(1)")
        guard answer == ["ok"] else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        guard try Row.fetchOne(self.db, sql: "PRAGMA foreign_key_check") == nil else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
    }

    // MARK: Entries

    /// The log that is being walked, from its first entry on.
    private struct Walk {
        var origin: [UInt8]
        var logEpoch: Int64
        var last: VerifiedHeader?
        var sequence: Int64 = 0
        /// The entry before the first forked place, or the last one.
        var head: LogHead?
        var frozenFrom: UInt64?
    }

    private mutating func checkLogs() throws {
        let rows = try Row.fetchCursor(self.db, sql: "SELECT * FROM entry ORDER BY origin, log_epoch, sequence")
        var walk: Walk?
        var expectedHeads: [LogHead] = []
        while let row = try rows.next(), self.findings.count < self.findingLimit {
            self.row = row.integer("number")
            let origin = row.blob("origin") ?? []
            let logEpoch = row.integer("log_epoch") ?? 0
            if walk?.origin != origin || walk?.logEpoch != logEpoch {
                if let head = walk?.head { expectedHeads.append(head) }
                walk = Walk(origin: origin, logEpoch: logEpoch, frozenFrom: try self.frozenFrom(origin, logEpoch))
            }
            try self.checkEntry(row, in: &walk)
        }
        if let head = walk?.head { expectedHeads.append(head) }
        self.row = nil
        let heads = try ArchiveReader(db: self.db).heads()
        if heads != expectedHeads { self.report("head", .headDiffers) }
    }

    private func frozenFrom(_ origin: [UInt8], _ logEpoch: Int64) throws -> UInt64? {
        let sequence = try Int64.fetchOne(
            self.db,
            sql: "SELECT min(sequence) FROM fork WHERE origin = ? AND log_epoch = ?",
            arguments: [Data(origin), logEpoch]
        )
        return sequence.flatMap { UInt64(exactly: $0) }
    }

    private mutating func checkEntry(_ row: Row, in walk: inout Walk?) throws {
        let sequence = row.integer("sequence") ?? 0
        if sequence != (walk?.sequence ?? 0) + 1 { self.report("entry", .entryMissing) }
        walk?.sequence = sequence
        guard let verified = self.verifiedHeader(row) else {
            walk?.last = nil
            return
        }
        self.checkColumns(row, verified)
        let header = verified.header
        if let roster = self.roster, roster.member(for: header.origin) == nil { self.report("entry", .originUnknown) }
        if let last = walk?.last, header.previous != last.id { self.report("entry", .chainBroken) }
        if walk?.last == nil, sequence == 1, header.previous != nil { self.report("entry", .chainBroken) }
        walk?.last = verified
        if header.sequence < walk?.frozenFrom ?? .max { walk?.head = verified.asHead }
        try self.checkContent(row, verified)
    }

    private mutating func verifiedHeader(_ row: Row) -> VerifiedHeader? {
        let bytes = row.blob("header") ?? []
        do {
            let header = try EntryHeader.decode(bytes)
            return try EntryVerifier.verify(
                headerBytes: bytes,
                signature: row.blob("signature") ?? [],
                network: self.roster?.network ?? header.network,
                directory: ClaimedStanding(logEpoch: header.logEpoch)
            )
        } catch let error as HeaderDecodingError {
            self.report("entry", .malformedHeader(error))
        } catch let error as EntryRejection {
            self.report("entry", .rejected(error))
        } catch {
            self.report("entry", .unreadable)
        }
        return nil
    }

    private mutating func checkColumns(_ row: Row, _ verified: VerifiedHeader) {
        let header = verified.header
        if row.blob("id") != verified.id.bytes { self.report("entry", .identifierDiffers) }
        let columns = [
            ("counter", row.number("counter") ?? 0 > 0),
            ("origin", row.blob("origin") == header.origin.bytes),
            ("log_epoch", row.number("log_epoch") == header.logEpoch),
            ("sequence", row.number("sequence") == header.sequence),
            ("kind", row.number("kind") == header.kind.rawValue),
            ("day", row.number("day") == header.day),
            ("subject", row.blob("subject") == header.subject?.bytes),
        ]
        for (name, isEqual) in columns where !isEqual { self.report("entry", .columnDiffers(name)) }
    }

    // MARK: Content

    private mutating func checkContent(_ row: Row, _ verified: VerifiedHeader) throws {
        let number = row.integer("number") ?? 0
        let core = try Data.fetchOne(self.db, sql: "SELECT bytes FROM core WHERE entry = ?", arguments: [number])
        let parts = try Row.fetchAll(
            self.db,
            sql: "SELECT ordinal, bytes FROM part WHERE entry = ? ORDER BY ordinal",
            arguments: [number]
        )
        let ordinals = parts.map { part in part.number("ordinal") ?? .max }
        let expected = verified.header.parts.map { UInt64($0.ordinal) }
        let isComplete = core != nil && ordinals == expected
        let holdsNothing = core == nil && parts.isEmpty
        guard let state = ContentState(rawValue: Int(row.integer("content") ?? -1)),
            ordinals.allSatisfy(expected.contains)
        else {
            self.report("entry", .contentDiffers)
            return
        }
        let isAsStated =
            switch state {
            case .absent: holdsNothing
            case .incomplete: core != nil && !isComplete
            case .complete: isComplete
            case .erased: try holdsNothing && self.isErasedRightly(row, verified)
            }
        let namesOrder = row.blob("erased_by") != nil
        if !isAsStated || namesOrder != (state == .erased) { self.report("entry", .contentDiffers) }
        guard let core else { return }
        let body = EntryBody(
            core: [UInt8](core),
            parts: expected.map { ordinal in
                parts.first { part in part.number("ordinal") == ordinal }.flatMap { part in part.blob("bytes") }
            }
        )
        do {
            _ = try EntryVerifier.verify(body: body, of: verified)
        } catch {
            self.report("entry", .rejected(error))
        }
    }

    private func isErasedRightly(_ row: Row, _ verified: VerifiedHeader) throws -> Bool {
        guard let order = row.blob("erased_by").flatMap({ EntryID(bytes: $0) }),
            let command = try ArchiveReader(db: self.db).header(order)?.header
        else { return false }
        return command.kind == .eraseOrder && command.subject == verified.id
            && command.origin == verified.header.origin
    }

    private mutating func checkOrphans() throws {
        for table in ["core", "part"] {
            let count = try Int.fetchOne(
                self.db,
                sql: "SELECT count(*) FROM \(table) WHERE entry NOT IN (SELECT number FROM entry)"
            )
            if count != 0 { self.report(table, .contentDiffers) }
        }
    }

    // MARK: Forks, rosters, intents

    private mutating func checkForks() throws {
        for row in try Row.fetchAll(self.db, sql: "SELECT * FROM fork") {
            if try self.isProven(row) == false { self.report("fork", .proofInvalid) }
        }
    }

    private func isProven(_ row: Row) throws -> Bool {
        let first = UnverifiedEntry(
            headerBytes: row.blob("first_header") ?? [],
            signature: row.blob("first_signature") ?? []
        )
        let second = UnverifiedEntry(
            headerBytes: row.blob("second_header") ?? [],
            signature: row.blob("second_signature") ?? []
        )
        do {
            let header = try EntryHeader.decode(first.headerBytes)
            let proof = try ForkProof.verify(
                first,
                second,
                network: self.roster?.network ?? header.network,
                directory: ClaimedStanding(logEpoch: header.logEpoch)
            )
            return proof.first.bytes == first.headerBytes && row.blob("origin") == proof.origin.bytes
                && row.number("log_epoch") == proof.position.logEpoch
                && row.number("sequence") == proof.position.sequence
        } catch {
            return false
        }
    }

    private mutating func checkRosters() throws {
        var previous: Roster?
        for row in try Row.fetchAll(self.db, sql: "SELECT epoch, hash, signed FROM roster ORDER BY epoch") {
            self.row = row.integer("epoch")
            let hash = row.blob("hash") ?? []
            do {
                let next = previous.map { $0.epoch + 1 } == UInt64(exactly: self.row ?? 0)
                let roster = try RosterVerifier.verify(
                    row.blob("signed") ?? [],
                    previous: next ? previous : nil,
                    pinnedHash: hash
                )
                previous = roster
                if roster.hash != hash || Int64(roster.epoch) != self.row { self.report("roster", .rosterInvalid) }
            } catch {
                self.report("roster", .rosterInvalid)
            }
        }
    }

    private mutating func checkIntents() throws {
        for row in try Row.fetchAll(self.db, sql: "SELECT origin, header, body FROM intent") {
            do {
                let header = try EntryHeader.decode(row.blob("header") ?? [])
                let body = try IntentBody.decode(row.blob("body") ?? [])
                let parts = body.parts.map { part in part.map { ContentHash(of: $0) } }
                if header.origin.bytes != row.blob("origin") || header.core != ContentHash(of: body.core)
                    || header.parts.map(\.content) != parts
                {
                    self.report("intent", .intentInvalid)
                }
            } catch {
                self.report("intent", .intentInvalid)
            }
        }
    }
}
