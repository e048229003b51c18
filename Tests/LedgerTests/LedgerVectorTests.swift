// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import Ledger
import Testing
import WireFormat

/// The published vectors of headers, ids, signatures and cores.
///
/// Written by the program that they check, and asserted ever after: a second implementation reads them, and a change
/// of a single byte of the format shows here. `FAIRLEAD_WRITE_VECTORS=1` writes the file anew.
@Suite("Ledger vectors")
struct LedgerVectorTests {
    struct Vector: Codable, Equatable {
        var name: String
        var seed: String
        var header: String
        var id: String
        var signature: String
        var core: String
        var parts: [String]
    }

    struct File: Codable, Equatable {
        var note: String
        var network: String
        var entries: [Vector]
    }

    @Test("headers, ids and signatures are those of the published vectors")
    func vectors() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors/ledger/entries.json")
        let made = try Self.make()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if ProcessInfo.processInfo.environment["FAIRLEAD_WRITE_VECTORS"] != nil {
            try (encoder.encode(made) + Data("\n".utf8)).write(to: path)
        }
        let published = try JSONDecoder().decode(File.self, from: Data(contentsOf: path))
        #expect(published == made)
        for vector in published.entries {
            let entry = UnverifiedEntry(
                headerBytes: try Hex.decode(vector.header),
                signature: try Hex.decode(vector.signature),
                body: EntryBody(core: try Hex.decode(vector.core), parts: try vector.parts.map { try Hex.decode($0) })
            )
            let key = try SigningKey(seed: SecretBytes(copying: try Hex.decode(vector.seed))).publicKey
            let header = try EntryHeader.decode(entry.headerBytes)
            let verified = try EntryVerifier.verify(
                entry,
                network: try Fixture.network(),
                directory: Fixture.directory(key, logEpoch: header.logEpoch)
            )
            #expect(verified.id.hex == vector.id)
        }
    }

    /// One log with an entry of every kind whose bytes do not depend on chance.
    private static func make() throws -> File {
        let signer = try Fixture.signer()
        let subject = try Fixture.identifier(0x22)
        let key = [UInt8](repeating: 0x08, count: 32)
        let head = LogHead(
            origin: try Fixture.key(2).publicKey,
            logEpoch: 1,
            sequence: 300,
            id: try Fixture.identifier(0x55)
        )
        let epoch = AudienceEpochCore(
            audience: "partners",
            epoch: 1,
            publicKey: key,
            days: 20_400...20_430,
            slots: [[UInt8](repeating: 1, count: 80)]
        )
        let note = EntryDraft(
            kind: .note,
            references: [subject, try Fixture.identifier(0x33)],
            priority: .urgent,
            day: 20_413,
            core: Array("fairlead".utf8),
            parts: [EntryDraft.Part(ordinal: 0, bytes: []), EntryDraft.Part(ordinal: 200, bytes: [1, 2])]
        )
        let reply = EntryDraft.Part(ordinal: 3, bytes: [UInt8](repeating: 3, count: 176))
        let drafts = [
            ("note", note),
            ("withdraw", Self.draft(.withdraw, WithdrawalCore(reason: "wrong-fact").encoded(), subject)),
            ("erase-order", Self.draft(.eraseOrder, EraseOrderCore(reason: "court-order").encoded(), subject)),
            (
                "withdraw-ack",
                Self.draft(
                    .withdrawAcknowledgement,
                    WithdrawalAcknowledgementCore(withdrawal: subject).encoded(),
                    subject
                )
            ),
            ("receipt", Self.draft(.receipt, ReceiptCore(heads: [head]).encoded())),
            ("reply", Self.draft(.reply, ReplyCore(region: "ap").encoded(), subject, [reply])),
            ("key-rotate", Self.draft(.keyRotate, KeyRotationCore(publicKey: key, days: 20_400...20_490).encoded())),
            ("audience-epoch", Self.draft(.audienceEpoch, epoch.encoded())),
        ]
        let log = try Fixture.log(drafts.map(\.1), signer: signer)
        let vectors = zip(drafts, log).map { draft, entry in
            Vector(
                name: draft.0,
                seed: Hex.encode([UInt8](repeating: 1, count: 32)),
                header: Hex.encode(entry.header.bytes),
                id: entry.id.hex,
                signature: Hex.encode(entry.header.signature),
                core: Hex.encode(entry.body?.core ?? []),
                parts: entry.body?.parts.map { Hex.encode($0 ?? []) } ?? []
            )
        }
        return File(
            note: "One log, sequences 1 to 8, log epoch 1; bytes in hexadecimal; seed = Ed25519 seed of the origin.",
            network: try Fixture.network().hex,
            entries: vectors
        )
    }

    private static func draft(
        _ kind: EntryKind,
        _ core: [UInt8],
        _ subject: EntryID? = nil,
        _ parts: [EntryDraft.Part] = []
    ) -> EntryDraft {
        EntryDraft(kind: kind, subject: subject, day: 20_413, core: core, parts: parts)
    }
}
