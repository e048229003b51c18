// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Testing

@testable import NodeRuntime

@Suite("slots of an audience's epoch") struct AudienceSlotsTests {
    static let hub = SigningKey().publicKey
    static let epochKey = AgreementKey()

    static func core(
        to members: [AgreementKey],
        audience: String = "customs",
        epoch: UInt64 = 3,
        key: AgreementKey = AudienceSlotsTests.epochKey
    ) throws -> AudienceEpochCore {
        AudienceEpochCore(
            audience: audience,
            epoch: epoch,
            publicKey: key.publicKey.bytes,
            days: 100...129,
            slots: try AudienceSlots.seal(
                key,
                audience: audience,
                epoch: epoch,
                issuer: Self.hub,
                to: members.map(\.publicKey)
            )
        )
    }

    @Test("are 1, 4, 16, 64 or 256, and each member opens", arguments: [1, 2, 4, 5, 16, 17, 64, 65, 256])
    func counts(members: Int) throws {
        let keys = (0..<members).map { _ in AgreementKey() }
        let core = try Self.core(to: keys)
        #expect(core.slots.count == AudienceSlots.counts.first { $0 >= members })
        for key in [keys[0], keys[members - 1]] {
            let opened = AudienceSlots.open(core, issuer: Self.hub, keys: [AgreementKey(), key])
            #expect(opened?.publicKey == Self.epochKey.publicKey)
        }
        #expect(AudienceSlots.open(core, issuer: Self.hub, keys: [AgreementKey()]) == nil)
    }

    @Test("stand in no order: a member's place differs from entry to entry")
    func order() throws {
        let keys = (0..<16).map { _ in AgreementKey() }
        var places: Set<Int> = []
        for _ in 0..<30 {
            let core = try Self.core(to: keys)
            let place = core.slots.firstIndex { slot in
                let alone = AudienceEpochCore(
                    audience: core.audience,
                    epoch: core.epoch,
                    publicKey: core.publicKey,
                    days: core.days,
                    slots: [slot]
                )
                return AudienceSlots.open(alone, issuer: Self.hub, keys: [keys[0]]) != nil
            }
            places.insert(try #require(place))
        }
        #expect(places.count > 5)
    }

    @Test("moved to another hub's entry, audience, number or key do not open there")
    func bound() throws {
        let member = AgreementKey()
        let core = try Self.core(to: [member])
        func moved(_ audience: String, _ epoch: UInt64, _ key: AgreementKey) -> AudienceEpochCore {
            AudienceEpochCore(
                audience: audience,
                epoch: epoch,
                publicKey: key.publicKey.bytes,
                days: core.days,
                slots: core.slots
            )
        }
        #expect(AudienceSlots.open(core, issuer: Self.hub, keys: [member]) != nil)
        #expect(AudienceSlots.open(core, issuer: SigningKey().publicKey, keys: [member]) == nil)
        for other in [
            moved("partners", 3, Self.epochKey), moved("customs", 4, Self.epochKey),
            moved("customs", 3, AgreementKey()),
        ] {
            #expect(AudienceSlots.open(other, issuer: Self.hub, keys: [member]) == nil)
        }
    }

    @Test("beyond 256 are not even tried")
    func cap() throws {
        let member = AgreementKey()
        let core = try Self.core(to: [member])
        let flooded = AudienceEpochCore(
            audience: core.audience,
            epoch: core.epoch,
            publicKey: core.publicKey,
            days: core.days,
            slots: core.slots + [[UInt8]](repeating: [UInt8](repeating: 0, count: 80), count: 256)
        )
        #expect(AudienceSlots.open(flooded, issuer: Self.hub, keys: [member]) == nil)
    }
}
