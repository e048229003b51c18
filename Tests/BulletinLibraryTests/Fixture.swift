// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Cryptography
import Ledger
import Policy
import StrictJSON
import Testing

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
        by origin: UInt8,
        identifier: String? = nil,
        level: ConfidentialityLevel = .everyone,
        month: String = "2026-10",
        claims: JSONObject = ["mo_class": "cargo-contamination"]
    ) throws -> LibraryBulletin {
        LibraryBulletin(
            entry: try Self.entry(number),
            identifier: identifier ?? String(repeating: "0\(number % 10)", count: 16),
            type: "pia/1",
            origin: try Self.member(origin),
            issuer: "member-\(origin)",
            month: month,
            level: level,
            claims: claims,
            digest: Array(repeating: number, count: 32),
            state: .inForce
        )
    }

    static func reply(_ number: UInt8, to subject: UInt8, by member: UInt8, answer: String?) throws -> LibraryReply {
        LibraryReply(
            entry: try Self.entry(number),
            subject: try Self.entry(subject),
            member: try Self.member(member),
            region: "europe",
            answer: answer,
            countBand: answer == nil ? nil : "1-2"
        )
    }

    static func head(of origin: UInt8, epoch: UInt64 = 1, sequence: UInt64) throws -> LogHead {
        LogHead(origin: try Self.member(origin), logEpoch: epoch, sequence: sequence, id: .zero)
    }
}
