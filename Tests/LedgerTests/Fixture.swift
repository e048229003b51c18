// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Ledger
import Policy
import StrictJSON

/// Keys, networks and entries that every test agrees on.
enum Fixture {
    static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: seed, count: 32)))
    }

    static func network(_ byte: UInt8 = 0xA5) throws -> NetworkID {
        try required(NetworkID(bytes: [UInt8](repeating: byte, count: 16)))
    }

    static func identifier(_ byte: UInt8) throws -> EntryID {
        try required(EntryID(bytes: [UInt8](repeating: byte, count: 32)))
    }

    /// A header with every field in use.
    static func fullHeader() throws -> EntryHeader {
        EntryHeader(
            network: try self.network(),
            origin: try self.key(1).publicKey,
            logEpoch: 3,
            sequence: 70_000,
            previous: try self.identifier(0x11),
            kind: .cover,
            subject: try self.identifier(0x22),
            references: [try self.identifier(0x33), try self.identifier(0x44)],
            priority: .urgent,
            day: 20_413,
            core: ContentHash(of: [1, 2, 3]),
            parts: [
                PartReference(ordinal: 0, content: ContentHash(of: [4])),
                PartReference(ordinal: 2, content: ContentHash(of: [5, 6])),
            ]
        )
    }

    /// The smallest header there is: the first entry of a log, without subject, references and parts.
    static func smallHeader() throws -> EntryHeader {
        EntryHeader(
            network: try self.network(),
            origin: try self.key(1).publicKey,
            logEpoch: 1,
            sequence: 1,
            previous: nil,
            kind: .note,
            day: 0,
            core: ContentHash(of: [])
        )
    }

    static func directory(
        _ key: SigningPublicKey,
        logEpoch: UInt64 = 1,
        closedAt: LogClosure? = nil
    ) -> FixedDirectory {
        FixedDirectory(standings: [key: OriginStanding(logEpoch: logEpoch, closedAt: closedAt)])
    }

    static func signer(_ seed: UInt8 = 1, logEpoch: UInt64 = 1) throws -> EntrySigner {
        EntrySigner(key: try self.key(seed), network: try self.network(), logEpoch: logEpoch)
    }

    static func note(_ text: String, day: UInt64 = 20_413) -> EntryDraft {
        EntryDraft(kind: .note, day: day, core: Array(text.utf8))
    }

    /// Signed entries, one after the other.
    static func log(_ drafts: [EntryDraft], signer: EntrySigner) throws -> [VerifiedEntry] {
        var entries: [VerifiedEntry] = []
        for draft in drafts {
            let intent = try signer.intent(for: draft, after: entries.last?.header.asHead)
            entries.append(try signer.sign(intent))
        }
        return entries
    }

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    struct Missing: Error {}

    /// A sealed bulletin with the tiers of the public and of partners, as a draft of an entry.
    static func bulletinDraft(key: SigningKey) throws -> EntryDraft {
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
}

/// A roster for tests: what it was told.
struct FixedDirectory: OriginDirectory {
    var standings: [SigningPublicKey: OriginStanding]

    func standing(of origin: SigningPublicKey) -> OriginStanding? { self.standings[origin] }
}
