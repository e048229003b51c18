// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import BulletinFormat
import Cryptography
import Foundation
import GRDB
import Ledger
import Policy
import StrictJSON

/// Keys, entries and files that every test agrees on.
enum Fixture {
    static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: seed, count: 32)))
    }

    static func network() throws -> NetworkID {
        try required(NetworkID(bytes: [UInt8](repeating: 0xA5, count: 16)))
    }

    static func signer(_ seed: UInt8 = 1, logEpoch: UInt64 = 1) throws -> EntrySigner {
        EntrySigner(key: try self.key(seed), network: try self.network(), logEpoch: logEpoch)
    }

    static func note(_ text: String) -> EntryDraft {
        EntryDraft(kind: .note, day: 20_413, core: Array(text.utf8))
    }

    /// A note with two parts.
    static func cover(_ text: String) -> EntryDraft {
        EntryDraft(
            kind: .cover,
            day: 20_413,
            core: Array(text.utf8),
            parts: [
                EntryDraft.Part(ordinal: 1, bytes: Array("one \(text)".utf8)),
                EntryDraft.Part(ordinal: 2, bytes: Array("two \(text)".utf8)),
            ]
        )
    }

    static func withdrawal(of subject: EntryID) -> EntryDraft {
        EntryDraft(kind: .withdraw, subject: subject, day: 20_413, core: WithdrawalCore(reason: "error").encoded())
    }

    static func eraseOrder(for subject: EntryID) -> EntryDraft {
        EntryDraft(kind: .eraseOrder, subject: subject, day: 20_413, core: EraseOrderCore(reason: "error").encoded())
    }

    static func bulletin(key: SigningKey) throws -> EntryDraft {
        let draft = BulletinDraft(
            type: .modusOperandiBulletin,
            claims: [
                DraftClaim(name: "region", value: "ap", tier: .everyone),
                DraftClaim(name: "mo", value: "rip-on", tier: .partners),
            ],
            tiers: [.everyone, .partners]
        )
        let bulletin = try Bulletin(
            draft: draft,
            memberName: "customs-au",
            policyDigest: [UInt8](repeating: 7, count: 32)
        )
        let sealed = try BulletinSealer.seal(
            bulletin,
            month: CalendarMonth(containing: 20_413),
            recipients: [TierRecipients(tier: .partners, keys: [AgreementKey().publicKey])],
            key: key
        )
        return EntryDraft(
            kind: .publish,
            day: 20_413,
            core: sealed.package.core,
            parts: sealed.package.parts.map { EntryDraft.Part(ordinal: $0.tier.rawValue, bytes: $0.bytes) }
        )
    }

    /// Signed entries, one after the other, without an archive.
    static func log(_ drafts: [EntryDraft], signer: EntrySigner, after head: LogHead? = nil) throws -> [VerifiedEntry] {
        var head = head
        var entries: [VerifiedEntry] = []
        for draft in drafts {
            let entry = try signer.sign(signer.intent(for: draft, after: head))
            head = entry.header.asHead
            entries.append(entry)
        }
        return entries
    }

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    struct Missing: Error {}
}

/// A folder that is removed at the end, with an archive file in it.
final class Folder: Sendable {
    let url: URL

    init() throws {
        self.url = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.url, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: self.url)
        } catch {
            print("left behind: \(self.url.path())")
        }
    }

    var path: String { self.url.appending(path: "archive.sqlite").path() }

    func open() throws -> Archive { try Archive(path: self.path) }

    /// What is on disk at this moment, as after a power cut: a copy of the file and its write-ahead log.
    func copy() throws -> Folder {
        let copy = try Folder()
        for name in ["archive.sqlite", "archive.sqlite-wal"] {
            let source = self.url.appending(path: name)
            guard FileManager.default.fileExists(atPath: source.path()) else { continue }
            try FileManager.default.copyItem(at: source, to: copy.url.appending(path: name))
        }
        return copy
    }

    /// A connection behind the archive's back, which checks nothing and syncs nothing.
    func intruder() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON")
        }
        return try DatabaseQueue(path: self.path, configuration: configuration)
    }

    /// Changes the file behind the archive's back.
    @discardableResult
    func tamper<Value>(_ change: (Database) throws -> Value) throws -> Value {
        try self.intruder().writeWithoutTransaction(change)
    }
}

extension Archive {
    func append(_ entries: [VerifiedEntry]) async throws -> [AppendOutcome] {
        try await self.append(entries.map { .entry($0) }).outcomes
    }
}
