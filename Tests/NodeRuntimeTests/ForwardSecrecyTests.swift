// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Foundation
import Keyring
import Ledger
import TestSupport
import Testing

@testable import NodeRuntime

/// A thief of all keys of one day, with every byte that ever travelled.
@Suite("forward secrecy") struct ForwardSecrecyTests {
    static let hub = SigningKey().publicKey
    static let passphrase = SecretBytes(copying: Array("three words here".utf8))

    struct Recorded {
        let day: Int
        let epoch: AudienceEpochCore
        let tier: SealedTier
        let context: SealingContext
    }

    /// One day of a reader's clerk: the rules by which keys come and go.
    static func work(_ keyring: Keyring, day: Int) throws {
        let newest = try keyring.agreementKeys().first
        if newest.map({ $0.days.upperBound < day + Int(KeyLifetime.overlapDays) }) ?? true {
            let days = KeyLifetime.span(from: UInt64(day))
            _ = try keyring.addAgreementKey(days: Int(days.lowerBound)...Int(days.upperBound))
        }
        try keyring.removeAgreementKeys(endedBefore: day - Int(KeyLifetime.keptDays))
        try keyring.removeAudienceKeys(endedBefore: day - Int(KeyLifetime.keptDays))
        if day >= keyring.epochKeys.current.firstDay + Keyring.epochDays {
            try keyring.startEpoch(on: day)
            try keyring.moveKeys()
            try keyring.endEpoch()
        }
    }

    /// The hub gives a new epoch every 25 days, and a bulletin leaves every fifth day.
    static func travel(_ keyring: Keyring, until last: Int) throws -> [Recorded] {
        var recorded: [Recorded] = []
        var core: AudienceEpochCore?
        for day in 0...last {
            try Self.work(keyring, day: day)
            if day % 25 == 0 {
                let key = AgreementKey()
                let reader = try #require(try keyring.agreementKeys().first)
                let epoch = UInt64(day / 25 + 1)
                let made = AudienceEpochCore(
                    audience: "partners",
                    epoch: epoch,
                    publicKey: key.publicKey.bytes,
                    days: KeyLifetime.span(from: UInt64(day)),
                    slots: try AudienceSlots.seal(
                        key,
                        audience: "partners",
                        epoch: epoch,
                        issuer: Self.hub,
                        to: [reader.key.publicKey]
                    )
                )
                let opened = try #require(
                    AudienceSlots.open(made, issuer: Self.hub, keys: try keyring.agreementKeys().map(\.key))
                )
                try keyring.addAudienceKey(
                    AudienceKey(audience: "partners", epoch: epoch, issuer: Self.hub, days: day...day + 29, key: opened)
                )
                core = made
            }
            guard day % 5 == 0, let epoch = core else { continue }
            let context = SealingContext(
                identifier: .random(),
                tier: .partners,
                contentHash: SecureRandom.bytes(32)
            )
            let tier = try TierSealing.seal(
                TierBundle(disclosures: ["WyJh"]).encoded(),
                recipients: [try AgreementPublicKey(bytes: epoch.publicKey)],
                context: context
            )
            recorded.append(Recorded(day: day, epoch: epoch, tier: tier, context: context))
        }
        return recorded
    }

    static func opens(_ record: Recorded, with keys: [AgreementKey]) -> Bool {
        do {
            // The thief opens the epochs that it recorded too.
            let gained = AudienceSlots.open(record.epoch, issuer: Self.hub, keys: keys).map { [$0] } ?? []
            let bundle = try TierSealing.open(
                record.tier.bytes,
                keys: keys + gained,
                keyCommitment: record.tier.keyCommitment,
                context: record.context
            )
            return bundle == TierBundle(disclosures: ["WyJh"])
        } catch {
            return false
        }
    }

    @Test("with all keys of a day, no bulletin opens that is older than sixty days and before the last epochs")
    func keysOfADay() throws {
        let folder = try ScratchFolder()
        let keyring = try Keyring.create(
            at: folder.path("keyring.sqlite"),
            passphrase: Self.passphrase,
            parameters: try PassphraseParameters(operations: 1, memoryBytes: 8_192),
            agreementDays: 0...29
        )
        let recorded = try Self.travel(keyring, until: 160)
        let stolen = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase).openingKeys()
        for record in recorded {
            let opens = Self.opens(record, with: stolen)
            if 160 - record.day > 60 { #expect(!opens, "a bulletin of day \(record.day)") }
            if 160 - record.day <= 30 { #expect(opens, "control: a bulletin of day \(record.day)") }
        }
        #expect(recorded.count { 160 - $0.day > 60 } == 20)
    }
}
