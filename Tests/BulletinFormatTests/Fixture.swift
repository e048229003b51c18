// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Foundation
import Policy
import StrictJSON

/// What several suites share: files of the repository, keys, and a bulletin with every kind of value.
enum Fixture {
    /// The repository's root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func json(_ path: String) throws -> JSONValue {
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
        return try JSONParser.parse(bytes, limits: JSONLimits(byteLimit: 1 << 24, depthLimit: 32, memberLimit: 1 << 20))
    }

    static let issuerKey: SigningKey = {
        do { return try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 7, count: 32))) } catch {
            preconditionFailure("a seed of 32 bytes was refused: \(error)")
        }
    }()

    static let partnersKey = AgreementKey()
    static let customsKey = AgreementKey()
    static let month = CalendarMonth(containing: 20_000)
    static let policyDigest = Hashing.sha256(Array("policy".utf8))

    static func draft(type: DocumentType = .analysis) -> BulletinDraft {
        BulletinDraft(
            type: type,
            claims: [
                DraftClaim(name: "mo_class", value: ["insider", "seal"], tier: .everyone),
                DraftClaim(name: "incident_year", value: 2026, tier: .everyone),
                DraftClaim(name: "mo", value: ["rip-on-rip-off", "seal-cloning"], tier: .partners),
                DraftClaim(name: "title", value: "Conteneur « cloné », côté \"réfrigéré\"\n", tier: .partners),
                DraftClaim(name: "port", value: "NLRTM", tier: .customs),
                DraftClaim(name: "quantity", value: .object(["kg": 12, "is_estimate": true]), tier: .customs),
            ]
        )
    }

    static func bulletin(_ draft: BulletinDraft = draft()) throws -> Bulletin {
        try Bulletin(draft: draft, memberName: "customs-nl", policyDigest: policyDigest)
    }

    static let recipients = [
        TierRecipients(tier: .partners, keys: [partnersKey.publicKey]),
        TierRecipients(tier: .customs, keys: [customsKey.publicKey]),
    ]

    static func sealed(_ bulletin: Bulletin) throws -> SealedBulletin {
        try BulletinSealer.seal(bulletin, month: month, recipients: recipients, key: issuerKey)
    }
}
