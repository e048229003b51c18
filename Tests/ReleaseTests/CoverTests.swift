// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Ledger
import Policy
import Redaction
import Release
import StrictJSON
import Testing

@Suite("Covers")
struct CoverTests {
    /// What a relay sees of an entry without opening it.
    struct Outside: Hashable {
        let kind: EntryKind
        let subject: EntryID?
        let priority: EntryPriority
        let day: UInt64
        let type: String
        let coreBytes: Int
        let ordinals: [UInt8]
        let partBytes: [Int]
        let slots: [UInt8]
        let openPart: [UInt8]
        let members: [String]

        init(_ draft: EntryDraft) throws {
            (kind, subject, priority, day) = (draft.kind, draft.subject, draft.priority, draft.day)
            coreBytes = draft.core.count
            ordinals = draft.parts.map(\.ordinal)
            partBytes = draft.parts.map(\.bytes.count)
            slots = draft.parts.dropFirst().map { $0.bytes[1] }
            openPart = draft.parts[0].bytes
            let payload = draft.core.split(separator: UInt8(ascii: "."))[1]
            let object = try JSONParser.parse(try Base64URL.decode(String(decoding: payload, as: UTF8.self)))
                .objectValue
            members = object?.names ?? []
            type = object?["vct"]?.stringValue ?? ""
        }
    }

    private static func real(_ index: Int, batchSize: Int?, using generator: inout SeededGenerator) throws -> EntryDraft
    {
        let letters = (0..<Int.random(in: 1...900, using: &generator)).map { _ in
            "abcdefgh ".randomElement(using: &generator) ?? "a"
        }
        let type: DocumentType = index % 2 == 0 ? .analysis : .modusOperandiBulletin
        var claims = [
            DraftClaim(name: "wco_region", value: "eur", tier: .everyone),
            DraftClaim(name: Redactor.reportClaim, value: .object([:]), tier: .everyone),
            DraftClaim(name: "mo", value: .string(String(letters)), tier: .partners),
        ]
        if Bool.random(using: &generator), type == .analysis {
            claims.append(DraftClaim(name: "port", value: "NLRTM", tier: .customs))
        }
        let policy = Fixture.policy(batchSize: batchSize)
        let candidate = try Fixture.candidate(Fixture.draft(type: type, claims: claims), policy: policy)
        let machine = try Fixture.approved(candidate)
        return try Fixture.departure(of: machine, manifest: candidate.manifest, policy: policy).entry(
            recipients: Fixture.recipients,
            subject: nil,
            key: Fixture.nodeKey,
            outgoing: WordGuard()
        )
    }

    private static func cover(_ index: Int) throws -> EntryDraft {
        try Cover.entry(
            type: index % 2 == 0 ? .analysis : .modusOperandiBulletin,
            memberName: "customs-nl",
            policyDigest: Fixture.digest(of: Fixture.policy()),
            day: Fixture.today,
            recipients: Fixture.recipients,
            key: Fixture.nodeKey,
            outgoing: WordGuard()
        )
    }

    /// Pearson's chi-square of two samples over the same categories.
    private static func chiSquare<Category: Hashable>(_ left: [Category], _ right: [Category]) -> (
        value: Double, freedom: Int
    ) {
        var counts: [Category: (Double, Double)] = [:]
        for category in left { counts[category, default: (0, 0)].0 += 1 }
        for category in right { counts[category, default: (0, 0)].1 += 1 }
        let share = Double(left.count) / Double(left.count + right.count)
        let value = counts.values.reduce(0.0) { sum, pair in
            let expected = ((pair.0 + pair.1) * share, (pair.0 + pair.1) * (1 - share))
            return sum + (pair.0 - expected.0) * (pair.0 - expected.0) / expected.0
                + (pair.1 - expected.1) * (pair.1 - expected.1) / expected.1
        }
        return (value, counts.count - 1)
    }

    @Test("covers and real bulletins of a constant batch are not told apart by header, sizes, slots or sealed bytes")
    func alike() throws {
        var generator = SeededGenerator(seed: 17)
        let count = 150
        let real = try (0..<count).map { try Self.real($0, batchSize: 8, using: &generator) }
        let covers = try (0..<count).map { try Self.cover($0) }
        let shapes = (try real.map { try Outside($0) }, try covers.map { try Outside($0) })
        #expect(Set(shapes.0) == Set(shapes.1))
        // One shape for each type: nothing is left that could be counted.
        #expect(Set(shapes.0).count == 2)
        #expect(Self.chiSquare(shapes.0, shapes.1).value < 0.001)
        // The bytes themselves, 256 categories: a value over 370 has a probability of less than 1 in 100,000.
        func bytes(_ drafts: [EntryDraft]) -> [UInt8] {
            drafts.flatMap { $0.parts.dropFirst().flatMap { $0.bytes.dropFirst(2) } }
        }
        let statistic = Self.chiSquare(bytes(real), bytes(covers))
        #expect(statistic.freedom == 255 && statistic.value < 370, "\(statistic)")
    }

    @Test("without constant batches a cover stands out, so the comparison can tell")
    func control() throws {
        var generator = SeededGenerator(seed: 17)
        let real = try (0..<40).map { try Outside(try Self.real($0, batchSize: nil, using: &generator)) }
        let covers = try (0..<40).map { try Outside(try Self.cover($0)) }
        #expect(Set(real).isDisjoint(with: Set(covers)))
        #expect(Self.chiSquare(real, covers).value > 70)
    }

    @Test("a reader with any sealed tier's key sees that it is a cover; one without sees nothing at all")
    func readers() throws {
        let draft = try Self.cover(0)
        for keys in [[Fixture.partners], [Fixture.customs, Fixture.partners], []] {
            let opened = try BulletinReader.open(
                core: draft.core,
                parts: draft.parts.map(\.bytes),
                issuerKey: Fixture.nodeKey.publicKey,
                issuer: "urn:node:customs-nl",
                openingKeys: keys
            )
            #expect(opened.isCover == !keys.isEmpty)
            #expect(opened.claims.names == (keys.isEmpty ? [] : [ClaimName.cover]))
        }
    }

    @Test("a real bulletin can neither bear the cover's mark nor leave a batch's shape")
    func realOnesKeepTheShape() throws {
        let mark = [DraftClaim(name: ClaimName.cover, value: true, tier: .partners)]
        #expect(throws: ReleaseRefusal.unfit(.claimNameNotAllowed(tier: .partners, index: 0))) {
            try Fixture.candidate(Fixture.draft(claims: mark))
        }
        let long = [DraftClaim(name: "mo", value: .string(String(repeating: "a", count: 7_000)), tier: .partners)]
        #expect(throws: ReleaseRefusal.self) {
            try Fixture.candidate(Fixture.draft(claims: long), policy: Fixture.policy(batchSize: 4))
        }
        let before = try Fixture.candidate()
        #expect(throws: Departure.Hold.policyChanged) {
            try Fixture.departure(
                of: try Fixture.approved(before),
                manifest: before.manifest,
                policy: Fixture.policy(batchSize: 4)
            )
        }
    }
}
