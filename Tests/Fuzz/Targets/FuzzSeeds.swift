// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Ledger
import Policy
import StrictJSON
import WireFormat

/// First inputs for the two targets whose formats nobody writes by hand.
package enum FuzzSeeds {
    /// Inputs by target and name.
    package static func all() throws -> [(target: FuzzTarget, name: String, bytes: [UInt8])] {
        try bulletins().map { (.bulletin, $0.0, $0.1) } + wire().map { (.wire, $0.0, $0.1) }
    }

    private static func bulletins() throws -> [(String, [UInt8])] {
        let bulletin = try Bulletin(
            draft: BulletinDraft(
                type: .modusOperandiBulletin,
                claims: [
                    DraftClaim(name: "mo_class", value: ["insider"], tier: .everyone),
                    DraftClaim(name: "mo", value: .array(["rip-on-rip-off"]), tier: .partners),
                ],
                tiers: [.everyone, .partners]
            ),
            memberName: "a",
            policyDigest: Hashing.sha256([1])
        )
        let sealed = try BulletinSealer.seal(
            bulletin,
            month: CalendarMonth(containing: 20_000),
            recipients: [TierRecipients(tier: .partners, keys: [BulletinFuzz.openingKeys[0].publicKey])],
            key: BulletinFuzz.signingKey
        ).package
        let core = String(decoding: sealed.core, as: UTF8.self)
        let payload = try Base64URL.decode(String(core.split(separator: ".")[1]))
        let disclosures = bulletin.tiers.flatMap(\.disclosures)
        let plain = try disclosures.flatMap { disclosure -> [UInt8] in
            [0] + (try Base64URL.decode(disclosure.encoded))
        }
        let file = BulletinPackageFile(
            issuerKey: BulletinFuzz.signingKey.publicKey,
            core: sealed.core,
            parts: sealed.parts.map { ($0.tier, $0.bytes) }
        )
        return [
            ("compact", [0] + SDJWTIssuer.compact(core: sealed.core, disclosures: disclosures.map(\.encoded))),
            ("signed", [1] + payload + plain), ("package", [2] + JSONWriter.write(file.json)),
            ("sealed", [3] + sealed.parts[1].bytes), ("bundle", [3] + sealed.parts[0].bytes),
            ("padded", [3] + TierBundle(disclosures: ["abc", "def"]).encoded(byteCountMin: 2_048)),
        ]
    }

    private static func wire() throws -> [(String, [UInt8])] {
        let value = CBOREncoder.encode(
            .array([.text("audience"), .unsigned(70_000), .bytes([1, 2, 3]), .array([.text("x"), .null])])
        )
        let key = BulletinFuzz.signingKey
        let entry = [UInt8](repeating: 5, count: 32)
        let withdrawal = WithdrawalCore(reason: "error").encoded()
        let rotation = KeyRotationCore(publicKey: entry, days: 20_000...20_030).encoded()
        let epoch = AudienceEpochCore(
            audience: "partners",
            epoch: 3,
            publicKey: entry,
            days: 20_000...20_030,
            slots: [[UInt8](repeating: 6, count: 80)]
        ).encoded()
        var seeds: [(String, [UInt8])] = [
            ("value", [0] + value), ("withdrawal", [3] + withdrawal), ("rotation", [3] + rotation),
            ("epoch", [3] + epoch), ("reply", [3] + ReplyCore(region: "eur").encoded()),
            ("ping", [1, 0, 0, 0, 1, 3, 0, 1]),
        ]
        if let network = NetworkID(bytes: [UInt8](repeating: 1, count: 16)), let subject = EntryID(bytes: entry) {
            let signer = EntrySigner(key: key, network: network, logEpoch: 1)
            let draft = EntryDraft(kind: .withdraw, subject: subject, day: 20_000, core: withdrawal)
            seeds.append(("header", [2] + (try signer.intent(for: draft, after: nil).headerBytes)))
        }
        return seeds
    }
}
