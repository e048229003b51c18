// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Cryptography
import Ledger
import Roster
import Testing

@testable import NodeRuntime

@Suite("epochs of audiences") struct AudienceRuleTests {
    static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: seed, count: 32)))
    }

    static func member(_ seed: UInt8, roles: [MemberRole], audiences: [Audience]) throws -> RosterMember {
        RosterMember(
            key: try Self.key(seed).publicKey,
            name: "member-\(seed)",
            organisation: "Office \(seed)",
            country: "NL",
            region: "eur",
            memberClass: .customs,
            roles: roles,
            endpoints: [RosterEndpoint(role: .desk, spkiHash: [UInt8](repeating: seed, count: 32))],
            audiences: audiences
        )
    }

    /// Two hubs of which one reads customs, an office, a relay without a hub's role.
    static func roster(without missing: [UInt8] = []) throws -> Roster {
        let network = try #require(NetworkID(bytes: [UInt8](repeating: 1, count: 16)))
        let members = [
            try Self.member(1, roles: [.hub, .origin], audiences: [.customs, .partners]),
            try Self.member(2, roles: [.hub, .origin], audiences: [.partners]),
            try Self.member(3, roles: [.origin, .relay], audiences: [.customs, .partners]),
        ].filter { member in
            !missing.contains { seed in member.name == "member-\(seed)" }
        }
        let root = try Self.key(200)
        let builder = RosterBuilder(
            network: network,
            threshold: 1,
            roots: [root.publicKey],
            members: members,
            issuedDay: 20_000
        )
        let signed = try builder.sign(with: [root])
        return try RosterVerifier.verify(
            signed.encoded(),
            previous: nil,
            pinnedHash: Hashing.sha256(signed.rosterBytes)
        )
    }

    @Test("are issued by a hub that the roster names for the audience, and by nobody else")
    func mayIssue() throws {
        let roster = try Self.roster()
        func may(_ seed: UInt8, _ audience: Audience) throws -> Bool {
            AudienceRule.mayIssue(try Self.key(seed).publicKey, audience, in: roster)
        }
        #expect(try may(1, .customs))
        #expect(try may(1, .partners))
        #expect(try !may(2, .customs), "a hub of partners is none of customs")
        #expect(try may(2, .partners))
        #expect(try !may(3, .partners), "a reader is no hub")
        #expect(try !may(9, .partners), "a stranger is nobody")
    }

    static func step(
        readers: [UInt8],
        reachable: [UInt8]? = nil,
        isSettling: Bool = false,
        given: [UInt8]? = nil,
        lastDay: UInt64 = 129,
        today: UInt64 = 110
    ) throws -> AudienceRule.Step {
        func keys(_ seeds: [UInt8]) throws -> Set<SigningPublicKey> {
            Set(try seeds.map { try Self.key($0).publicKey })
        }
        return AudienceRule.step(
            readers: try keys(readers),
            reachable: try keys(reachable ?? readers),
            isSettling: isSettling,
            last: try given.map { AudienceRule.Issued(epoch: 4, lastDay: lastDay, given: try keys($0)) },
            highest: 6,
            today: today
        )
    }

    @Test("begin anew when somebody who has the key left, at once and under a number never used")
    func removal() throws {
        #expect(try Self.step(readers: [1, 2], given: [1, 2, 3]) == .newEpoch(7))
        #expect(try Self.step(readers: [1, 2], reachable: [1], isSettling: true, given: [1, 2, 3]) == .newEpoch(7))
        #expect(try Self.step(readers: [1, 2, 4], given: [1, 2, 3]) == .newEpoch(7), "one came and one left")
    }

    @Test("do not begin anew when somebody came: the newcomer gets the current key by fresh slots")
    func addition() throws {
        #expect(try Self.step(readers: [1, 2, 3], given: [1, 2]) == .freshSlots(4))
        #expect(try Self.step(readers: [1, 2, 3], reachable: [1, 2], given: [1, 2]) == .nothing, "it has no key yet")
        #expect(try Self.step(readers: [1, 2], given: [1, 2]) == .nothing)
    }

    @Test("begin anew five days before the last one ends")
    func time() throws {
        #expect(try Self.step(readers: [1, 2], given: [1, 2], today: 124) == .nothing)
        #expect(try Self.step(readers: [1, 2], given: [1, 2], today: 125) == .newEpoch(7))
    }

    @Test("first wait a day for keys that may still be announced, and not longer")
    func first() throws {
        #expect(try Self.step(readers: [1, 2], reachable: []) == .nothing)
        #expect(try Self.step(readers: [1, 2], reachable: [1], isSettling: true) == .nothing)
        #expect(try Self.step(readers: [1, 2], reachable: [1]) == .newEpoch(7))
        #expect(try Self.step(readers: [1, 2], isSettling: true) == .newEpoch(7))
    }

    static func epoch(_ number: UInt64, by hub: UInt8, from day: UInt64, audience: Audience = .partners) throws
        -> PublishedAudienceEpoch
    {
        PublishedAudienceEpoch(
            audience: audience.rawValue,
            epoch: number,
            key: [hub, UInt8(number)],
            days: day...(day + 29),
            issuer: try Self.key(hub).publicKey,
            entry: try #require(EntryID(bytes: [UInt8](repeating: UInt8(number), count: 31) + [hub])),
            logEpoch: 1,
            sequence: number
        )
    }

    @Test("that began last are sealed to, of a hub that the roster still names and whose log verifies")
    func current() throws {
        let epochs = [
            try Self.epoch(8, by: 1, from: 100), try Self.epoch(2, by: 2, from: 105),
            try Self.epoch(9, by: 3, from: 108),
            try Self.epoch(3, by: 2, from: 111), try Self.epoch(1, by: 1, from: 60),
            try Self.epoch(4, by: 2, from: 109, audience: .customs),
        ]
        func current(without: [UInt8] = [], frozen: UInt8? = nil, of audience: Audience = .partners) throws -> [UInt8]?
        {
            AudienceRule.current(of: epochs, audience: audience, today: 110, roster: try Self.roster(without: without))
            {
                $0.key[0] != frozen
            }?.key
        }
        #expect(try current() == [2, 2], "not the one to come, nor the one that nobody may issue")
        #expect(try current(without: [2]) == [1, 8])
        #expect(try current(frozen: 2) == [1, 8])
        #expect(try current(without: [1], frozen: 2) == nil)
        #expect(try current(of: .customs) == nil, "the second hub is none of customs")
    }

    @Test("of two hubs that began on one day: the higher number, then the lower hub key, in any order")
    func ties() throws {
        let roster = try Self.roster()
        let one = try Self.epoch(5, by: 1, from: 100)
        let two = try Self.epoch(5, by: 2, from: 100)
        let lower = one.issuer < two.issuer ? one : two
        for epochs in [[one, two], [two, one]] {
            let found = AudienceRule.current(of: epochs, audience: .partners, today: 110, roster: roster) { _ in true }
            #expect(found == lower)
        }
    }
}
