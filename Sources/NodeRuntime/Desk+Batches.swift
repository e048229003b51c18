// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import AuditTrail
import BulletinFormat
import CaseStore
import Cryptography
import Diagnostics
import Ledger
import Logging
import Policy
import Release
import Roster
import Transport

/// Batches of one size: on a month's boundary as many entries leave as the policy says, real ones and covers mixed.
extension Desk {
    private static let batchSetting = "desk.batch"

    /// Whether a release waits for the month's batch; urgent and hurried ones leave alone, and show that they are real.
    func isBatched(_ release: StoredRelease) throws -> Bool {
        guard case .approved(let approved) = try self.machine(of: release) else { return false }
        return try !approved.departure.isEarly && !self.manifest(of: release).terms.isUrgent
    }

    /// Lets this month's batch go, if it has not left yet.
    ///
    /// - Parameters:
    ///   - releases: approved, due and batched.
    ///   - size: entries of each batch.
    ///   - round: takes what came of it.
    /// - Throws: errors of the stores; a hold is no error.
    func departBatch(_ releases: [StoredRelease], size: Int, in round: inout DepartureRound) async throws {
        guard let start = try await self.openBatch() else { return }
        var waiting = releases.sorted {
            ($0.batchID ?? "", Hex.encode($0.digest)) < ($1.batchID ?? "", Hex.encode($1.digest))
        }
        let places = max(0, size - (try await self.batchEntries(since: start)))
        let real = min(places, waiting.count)
        // Which places are real is drawn, or the first ones of every batch would be.
        var generator = SystemRandomNumberGenerator()
        let isReal = ((0..<places).map { $0 < real }).shuffled(using: &generator)
        for place in isReal {
            var hasLeft = false
            while place, !hasLeft, !waiting.isEmpty {
                hasLeft = try await self.depart(waiting.removeFirst(), in: &round)
            }
            guard !hasLeft else { continue }
            do {
                try await self.publishCover()
            } catch let hold as Departure.Hold {
                // The batch stays open, and goes on when the hold is over.
                round.holds["batch"] = hold.code
                return
            }
        }
        for release in waiting { round.hold(release, .batchFull) }
        try await self.setBatch(start: start, isOpen: false)
    }

    private func publishCover() async throws {
        let entry = try Cover.entry(
            type: try self.coverType(),
            memberName: self.configuration.member,
            policyDigest: self.policyDigest,
            day: Int(clamping: self.today),
            recipients: try await self.audienceRecipients(),
            key: self.signingKey,
            outgoing: self.vault
        )
        try await self.publish(entry)
        try self.note(.coverDeparted)
    }

    /// Covers are of the types that have left here, in about the same shares; each type of the policy now and then.
    private func coverType() throws -> DocumentType {
        let types = self.policy.documents.keys.sorted { $0.rawValue < $1.rawValue }
        let departed = try self.cases.releases().filter { $0.state == "departed" }.compactMap {
            try self.cases.draft($0.draftID, revision: $0.revision)?.documentType
        }
        let urn = types + departed.compactMap(DocumentType.init(rawValue:))
        return urn[Int(SecureRandom.number(below: UInt32(urn.count)))]
    }

    /// The first day of the batch that has to leave now; nil when this month's has left.
    private func openBatch() async throws -> UInt64? {
        let month = CalendarMonth(containing: Int(clamping: self.today))
        let stored = try await self.archive.read { try $0.setting(Self.batchSetting) } ?? []
        let start = stored.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        if stored.count == 9, CalendarMonth(containing: Int(clamping: start)) >= month {
            return stored[8] == 1 ? start : nil
        }
        // Where constant batches were just switched on, the first one leaves with the next boundary.
        let isFirst = stored.isEmpty && UInt64(month.firstDay) != self.today
        try await self.setBatch(start: self.today, isOpen: !isFirst)
        return isFirst ? nil : self.today
    }

    private func setBatch(start: UInt64, isOpen: Bool) async throws {
        let bytes = withUnsafeBytes(of: start.bigEndian) { Array($0) } + [isOpen ? 1 : 0]
        try await self.archive.setSetting(Self.batchSetting, to: bytes)
    }

    /// Entries of this batch that left before an interruption.
    private func batchEntries(since start: UInt64) async throws -> Int {
        let (own, logEpoch) = (self.signingKey.publicKey, try self.member().logEpoch)
        let entries = try await self.archive.read { reader -> [EntryHeader] in
            guard let head = try reader.head(of: own, logEpoch: logEpoch) else { return [] }
            return try reader.entries(
                of: own,
                logEpoch: logEpoch,
                sequences: 1...head.sequence,
                withContent: false
            ).map(\.header.header)
        }
        return entries.count { $0.kind.isBulletin && $0.priority == .routine && $0.day >= start }
    }
}
