// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import StrictJSON
import TestSupport
import Testing

@testable import BulletinFormat

@Suite("Sealing of tiers")
struct TierSealingTests {
    static let identifier = BulletinIdentifier.random()
    static let context = SealingContext(
        identifier: identifier,
        tier: .partners,
        contentHash: [UInt8](repeating: 9, count: 32)
    )
    static let bundle = TierBundle(disclosures: ["WyJh", "WyJi"])

    @Test("slots are 1, 4, 16 or 64, and each recipient opens", arguments: [1, 2, 4, 5, 16, 17, 64])
    func slots(_ count: Int) throws {
        let keys = (0..<count).map { _ in AgreementKey() }
        let sealed = try TierSealing.seal(
            Self.bundle.encoded(),
            recipients: keys.map(\.publicKey),
            context: Self.context
        )
        let slotCount = try #require(BulletinLimits.slotCounts.first { $0 >= count })
        #expect(sealed.bytes[1] == UInt8(slotCount))
        #expect(sealed.bytes.count == 2 + 80 * slotCount + 24 + 1_024 + 16)
        for key in [keys[0], keys[count - 1]] {
            let opened = try TierSealing.open(
                sealed.bytes,
                keys: [AgreementKey(), key],
                keyCommitment: sealed.keyCommitment,
                context: Self.context
            )
            #expect(opened == Self.bundle)
        }
    }

    @Test("no recipient, or more than 64, is an error", arguments: [0, 65])
    func recipientCount(_ count: Int) {
        let key = AgreementKey().publicKey
        #expect(throws: TierSealingError.recipientCount(count)) {
            try TierSealing.seal(
                Self.bundle.encoded(),
                recipients: [AgreementPublicKey](repeating: key, count: count),
                context: Self.context
            )
        }
    }

    @Test("strangers do not open")
    func strangers() throws {
        let sealed = try TierSealing.seal(
            Self.bundle.encoded(),
            recipients: [AgreementKey().publicKey],
            context: Self.context
        )
        #expect(throws: TierSealingError.notAddressed) {
            try TierSealing.open(
                sealed.bytes,
                keys: [AgreementKey(), AgreementKey()],
                keyCommitment: sealed.keyCommitment,
                context: Self.context
            )
        }
    }

    @Test("a part moved to another bulletin, tier, month or issuer does not open")
    func otherContext() throws {
        let key = AgreementKey()
        let sealed = try TierSealing.seal(Self.bundle.encoded(), recipients: [key.publicKey], context: Self.context)
        let hash = Self.context.contentHash
        let others = [
            SealingContext(identifier: .random(), tier: .partners, contentHash: hash),
            SealingContext(identifier: Self.identifier, tier: .customs, contentHash: hash),
            SealingContext(identifier: Self.identifier, tier: .partners, contentHash: hash.map { $0 ^ 1 }),
        ]
        for other in others {
            #expect(throws: TierSealingError.notAddressed) {
                try TierSealing.open(
                    sealed.bytes,
                    keys: [key],
                    keyCommitment: sealed.keyCommitment,
                    context: other
                )
            }
            #expect(throws: TierSealingError.bundleDamaged) {
                try TierSealing.open(
                    sealed.bytes,
                    contentKey: sealed.contentKey,
                    keyCommitment: sealed.keyCommitment,
                    context: other
                )
            }
        }
    }

    @Test("any changed byte of a sealed part is refused")
    func everyByte() throws {
        let key = AgreementKey()
        let sealed = try TierSealing.seal(Self.bundle.encoded(), recipients: [key.publicKey], context: Self.context)
        for position in sealed.bytes.indices {
            var bytes = sealed.bytes
            bytes[position] ^= 1 << UInt8(position % 8)
            // X25519 ignores the top bit of a coordinate; the key schedule hashes it, so this too must fail.
            if position == 33 { bytes[position] = sealed.bytes[position] ^ 0x80 }
            #expect(throws: TierSealingError.self, "byte \(position)") {
                try TierSealing.open(
                    bytes,
                    keys: [key],
                    keyCommitment: sealed.keyCommitment,
                    context: Self.context
                )
            }
        }
    }

    @Test("every truncation and any appended byte of a sealed part is refused")
    func truncated() throws {
        let key = AgreementKey()
        let sealed = try TierSealing.seal(Self.bundle.encoded(), recipients: [key.publicKey], context: Self.context)
        for bytes in sealed.bytes.indices.map({ Array(sealed.bytes.prefix($0)) }) + [sealed.bytes + [0]] {
            #expect(throws: TierSealingError.self) {
                try TierSealing.open(
                    bytes,
                    keys: [key],
                    keyCommitment: sealed.keyCommitment,
                    context: Self.context
                )
            }
        }
    }

    @Test("random bytes are refused", arguments: 0..<10)
    func randomBytes(_ seed: UInt64) {
        var generator = SeededRandom(seed: seed)
        for _ in 0..<50 {
            let count = Int.random(in: 0...3_000, using: &generator)
            var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if count > 2 { bytes[0] = 1 }
            if count > 2 { bytes[1] = [0, 1, 4, 16, 64, 255].randomElement(using: &generator) ?? 1 }
            #expect(throws: TierSealingError.self) {
                try TierSealing.open(
                    bytes,
                    keys: [Fixture.partnersKey],
                    keyCommitment: [],
                    context: Self.context
                )
            }
        }
    }

    @Test("a ciphertext that opens under two keys is refused for the key that was not committed to")
    func invisibleSalamander() throws {
        let vector = try #require(try Fixture.json("Tests/Vectors/key-commitment/two-keys.json").objectValue)
        let keys = try #require(vector["keys"]?.arrayValue).compactMap(\.stringValue).map {
            SecretBytes(copying: try Hex.decode($0))
        }
        let bundle = try Hex.decode(try #require(vector["sealed"]?.stringValue))
        let context = SealingContext(
            identifier: try #require(BulletinIdentifier(text: vector["identifier"]?.stringValue ?? "")),
            tier: .partners,
            contentHash: try Hex.decode(try #require(vector["content_hash"]?.stringValue))
        )
        // The control: both keys open it, to different texts. Without a commitment nobody would notice.
        let texts = try keys.map { try SealedBox.open(bundle, key: $0, authenticating: context.info) }
        #expect(texts[0] != texts[1])

        let readers = [AgreementKey(), AgreementKey()]
        let slots = try zip(readers, keys).map { reader, contentKey in
            try HPKEBox.seal(
                contentKey.copiedBytes(),
                to: reader.publicKey,
                info: context.info,
                authenticating: []
            )
        }
        let part = SealedTierLayout(slots: slots + slots, bundle: bundle).encoded()
        let commitment = TierSealing.commitment(to: keys[0])
        #expect(throws: TierSealingError.keyCommitmentMismatch) {
            try TierSealing.open(part, keys: [readers[1]], keyCommitment: commitment, context: context)
        }
        // The committed key passes the commitment and the tag; its text just is no bundle.
        #expect(throws: TierSealingError.bundleMalformed) {
            try TierSealing.open(part, keys: [readers[0]], keyCommitment: commitment, context: context)
        }
    }

    @Test("dummy slots look like real ones")
    func dummies() throws {
        // 1 real and 3 dummies, many times: each byte position must be spread alike, and real slots have no place.
        var counts = [[Int]](repeating: [Int](repeating: 0, count: 4), count: 2)
        var topBits = [0, 0]
        var places = [Int](repeating: 0, count: 4)
        let key = AgreementKey()
        let rounds = 400
        let recipients = (0..<2).map { _ in AgreementKey().publicKey } + [key.publicKey]
        for _ in 0..<rounds {
            let sealed = try TierSealing.seal(
                Self.bundle.encoded(),
                recipients: [key.publicKey] + recipients.prefix(1),
                context: Self.context
            )
            let layout = try SealedTierLayout(sealed.bytes)
            #expect(layout.slots.count == 4)
            for (place, slot) in layout.slots.enumerated() {
                let isReal = Self.opens(slot, with: key)
                if isReal { places[place] += 1 }
                topBits[isReal ? 1 : 0] += Int(slot.encapsulated[31] >> 7)
                for octet in slot.encapsulated.prefix(31) + slot.ciphertext {
                    counts[isReal ? 1 : 0][Int(octet >> 6)] += 1
                }
            }
        }
        // A point's coordinate is below 2^255: a dummy of plain random bytes would stand out here.
        #expect(topBits == [0, 0])
        for kind in counts {
            let total = kind.reduce(0, +)
            // Chi-square with 3 degrees of freedom; 25 has a probability of 2 in 100,000.
            let expected = Double(total) / 4
            let chiSquare = kind.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            #expect(chiSquare < 25, "\(kind)")
        }
        let expected = Double(rounds) / 4
        let chiSquare = places.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        #expect(chiSquare < 25, "\(places)")
    }

    private static func opens(
        _ slot: (encapsulated: [UInt8], ciphertext: [UInt8]),
        with key: AgreementKey
    ) -> Bool {
        do {
            _ = try HPKEBox.open(
                slot.ciphertext,
                encapsulated: slot.encapsulated,
                with: key,
                info: context.info,
                authenticating: []
            )
            return true
        } catch { return false }
    }

    @Test("descriptions of sealed tiers and disclosures say nothing of their content")
    func descriptions() throws {
        let disclosure = Disclosure(name: "port", value: "NLRTM")
        let sealed = try Fixture.sealed(try Fixture.bulletin())
        for text in ["\(disclosure)", String(reflecting: disclosure), "\(sealed)", String(reflecting: sealed)] {
            #expect(!text.contains("NLRTM") && !text.contains("port") && !text.contains("contentKey"))
        }
        var dumped = ""
        dump(disclosure, to: &dumped)
        #expect(!dumped.contains("NLRTM"))
    }
}
