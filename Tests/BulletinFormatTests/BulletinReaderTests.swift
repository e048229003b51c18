// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Policy
import StrictJSON
import TestSupport
import Testing

@Suite("Bulletins of a log")
struct BulletinReaderTests {
    private func open(
        _ package: BulletinPackage,
        keys: [AgreementKey] = [],
        issuer: String? = nil
    ) throws(BulletinRejection) -> OpenedBulletin {
        try BulletinReader.open(
            core: package.core,
            parts: package.parts.map(\.bytes),
            issuerKey: Fixture.issuerKey.publicKey,
            issuer: issuer,
            openingKeys: keys
        )
    }

    @Test("each reader sees the tiers that its keys open")
    func readers() throws {
        let bulletin = try Fixture.bulletin()
        let package = try Fixture.sealed(bulletin).package

        let everyone = try open(package)
        #expect(everyone.tiersOpened == [.everyone])
        #expect(everyone.tiersSealed == [.partners, .customs])
        #expect(everyone.claims == ["mo_class": ["insider", "seal"], "incident_year": 2026])

        let partner = try open(package, keys: [AgreementKey(), Fixture.partnersKey])
        #expect(partner.tiersOpened == [.everyone, .partners])
        #expect(partner.claims["title"] == "Conteneur « cloné », côté \"réfrigéré\"\n")

        let customs = try open(package, keys: [Fixture.customsKey, Fixture.partnersKey], issuer: "urn:node:customs-nl")
        #expect(customs.tiersOpened == Tier.allCases)
        #expect(customs.claims.count == 6)
        #expect(customs.disclosures == bulletin.tiers.flatMap { $0.disclosures.map(\.encoded) })
        #expect(customs.identifier == bulletin.identifier)
        #expect(customs.month == Fixture.month)
    }

    @Test("an origin reads back all that it sealed, although it has no key of the audience")
    func reopened() throws {
        let bulletin = try Fixture.bulletin()
        let opened = try BulletinReader.reopen(Fixture.sealed(bulletin), issuerKey: Fixture.issuerKey.publicKey)
        #expect(opened.tiersOpened == Tier.allCases)
        #expect(opened.disclosures == bulletin.tiers.flatMap { $0.disclosures.map(\.encoded) })
    }

    @Test("an erased part is told apart from a sealed one")
    func erased() throws {
        let package = try Fixture.sealed(try Fixture.bulletin()).package
        let opened = try BulletinReader.open(
            core: package.core,
            parts: [package.parts[0].bytes, nil, package.parts[2].bytes],
            issuerKey: Fixture.issuerKey.publicKey
        )
        #expect(opened.tiersMissing == [.partners])
        #expect(opened.tiersSealed == [.customs])
    }

    @Test("any changed byte of the signed part is refused, and every seventh of a part; its hash covers the others")
    func everyByte() throws {
        let package = try Fixture.sealed(try Fixture.bulletin()).package
        let key = Fixture.issuerKey.publicKey
        for position in package.core.indices {
            var core = package.core
            core[position] ^= 1 << UInt8(position % 7)
            #expect(throws: BulletinRejection.self, "core byte \(position)") {
                try BulletinReader.open(core: core, parts: package.parts.map(\.bytes), issuerKey: key)
            }
        }
        for (index, part) in package.parts.enumerated() {
            for position in stride(from: 0, to: part.bytes.count, by: 7) {
                var parts = package.parts.map(\.bytes)
                parts[index][position] ^= 1 << UInt8(position % 8)
                #expect(throws: BulletinRejection.partHashMismatch(part.tier)) {
                    try BulletinReader.open(core: package.core, parts: parts, issuerKey: key)
                }
            }
        }
    }

    @Test("parts of other number, order or bulletin are refused")
    func swappedParts() throws {
        let package = try Fixture.sealed(try Fixture.bulletin()).package
        let other = try Fixture.sealed(try Fixture.bulletin()).package
        let key = Fixture.issuerKey.publicKey
        let bytes = package.parts.map(\.bytes)
        #expect(throws: BulletinRejection.partsMismatch) {
            try BulletinReader.open(core: package.core, parts: Array(bytes.dropLast()), issuerKey: key)
        }
        #expect(throws: BulletinRejection.partHashMismatch(.partners)) {
            try BulletinReader.open(core: package.core, parts: [bytes[0], bytes[2], bytes[1]], issuerKey: key)
        }
        #expect(throws: BulletinRejection.partHashMismatch(.customs)) {
            try BulletinReader.open(
                core: package.core,
                parts: [bytes[0], bytes[1], other.parts[2].bytes],
                issuerKey: key
            )
        }
    }

    @Test("another issuer's name or key is refused")
    func otherIssuer() throws {
        let package = try Fixture.sealed(try Fixture.bulletin()).package
        #expect(throws: BulletinRejection.issuerMismatch) { try open(package, issuer: "urn:node:customs-au") }
        #expect(throws: BulletinRejection.signedPart(.signatureInvalid)) {
            try BulletinCore.verify(package.core, key: SigningKey().publicKey)
        }
    }

    @Test(
        "digests are padded to 32, 64 or 128, ascending, and differ in every revision",
        arguments: [0, 1, 32, 33, 64, 65, 128]
    )
    func padding(_ count: Int) throws {
        let claims = (0..<count).map { DraftClaim(name: "claim_\($0)", value: .integer($0), tier: .everyone) }
        let draft = BulletinDraft(type: .analysis, claims: claims, tiers: [.everyone])
        let first = try Fixture.bulletin(draft)
        let second = try Fixture.bulletin(draft)
        #expect(first.digests.count == (count <= 32 ? 32 : count <= 64 ? 64 : 128))
        #expect(first.digests == first.digests.sorted())
        #expect(Set(first.digests).isDisjoint(with: second.digests))
        let sealed = try BulletinSealer.seal(first, month: Fixture.month, recipients: [], key: Fixture.issuerKey)
        #expect(try open(sealed.package).claims.count == count)
    }

    @Test("drafts that cannot become a bulletin are refused")
    func unfitDrafts() {
        func issue(_ claims: [DraftClaim], tiers: [Tier] = Tier.allCases) throws(BulletinIssueError) {
            _ = try Bulletin(
                draft: BulletinDraft(type: .analysis, claims: claims, tiers: tiers),
                memberName: "customs-nl",
                policyDigest: Fixture.policyDigest
            )
        }
        let mo = DraftClaim(name: "mo", value: "x", tier: .partners)
        #expect(throws: BulletinIssueError.claimOutsideTiers(.partners)) { try issue([mo], tiers: [.everyone]) }
        #expect(throws: BulletinIssueError.tiersMalformed) { try issue([], tiers: [.partners]) }
        #expect(throws: BulletinIssueError.tiersMalformed) { try issue([], tiers: [.everyone, .customs, .partners]) }
        #expect(throws: BulletinIssueError.claimTwice(tier: .customs, index: 0)) {
            try issue([mo, DraftClaim(name: "mo", value: "x", tier: .customs)])
        }
        for name in ["_sd", "...", "iss", "id", "month", "tiers", "exp", "", "Mo", "9a", "é", "a b"] {
            #expect(throws: BulletinIssueError.claimNameNotAllowed(tier: .everyone, index: 0), "\(name)") {
                try issue([DraftClaim(name: name, value: 1, tier: .everyone)])
            }
        }
        let many = (0...128).map { DraftClaim(name: "claim_\($0)", value: 1, tier: .everyone) }
        #expect(throws: BulletinIssueError.tooManyClaims(count: 129, limit: 128)) { try issue(many) }
        let long = DraftClaim(name: "text", value: .string(String(repeating: "x", count: 40_000)), tier: .everyone)
        #expect(throws: BulletinIssueError.self) { try issue([long]) }
        #expect(throws: BulletinIssueError.recipientCount(.partners, count: 0)) {
            try BulletinSealer.seal(
                try Fixture.bulletin(),
                month: Fixture.month,
                recipients: [],
                key: Fixture.issuerKey
            )
        }
    }

    @Test("random bytes are refused and never crash", arguments: 0..<20)
    func randomBytes(_ seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            #expect(throws: BulletinRejection.self) {
                try BulletinCore.verify(bytes, key: Fixture.issuerKey.publicKey)
            }
            #expect(throws: SDJWTRejection.self) {
                try SDJWTVerifier.verify(compact: bytes, key: Fixture.issuerKey.publicKey)
            }
        }
    }
}
