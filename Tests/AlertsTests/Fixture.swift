// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Alerts
import BulletinLibrary
import Cryptography
import Ledger
import Policy
import PolicyFiles
import StrictJSON
import Testing
import Vocabulary

/// Short names for the values that the tests repeat.
enum Fixture {
    static func entry(_ number: UInt8) throws -> EntryID {
        try #require(EntryID(bytes: Array(repeating: number, count: EntryID.byteCount)))
    }

    static func member(_ number: UInt8) throws -> SigningPublicKey {
        try SigningPublicKey(bytes: Array(repeating: number, count: SigningPublicKey.byteCount))
    }

    static func bulletin(
        _ number: UInt8,
        by origin: UInt8 = 9,
        level: ConfidentialityLevel = .partners,
        claims: JSONObject
    ) throws -> LibraryChange {
        .bulletin(
            LibraryBulletin(
                entry: try Self.entry(number),
                identifier: String(repeating: "0\(number % 10)", count: 16),
                type: "mo-bulletin/1",
                origin: try Self.member(origin),
                issuer: "member-\(origin)",
                month: "2026-10",
                level: level,
                claims: claims,
                digest: Array(repeating: number, count: 32),
                state: .inForce
            ),
            replaces: nil
        )
    }

    static func subscription(
        _ id: String = "s1",
        regions: [String] = [],
        modusOperandi: [String] = [],
        commodities: [String] = []
    ) -> Subscription {
        Subscription(
            id: id,
            label: "label \(id)",
            regions: regions,
            modusOperandi: modusOperandi,
            commodities: commodities
        )
    }

    static func matcher() throws -> SubscriptionMatcher {
        SubscriptionMatcher(vocabularies: try VocabularyFiles.load())
    }
}
