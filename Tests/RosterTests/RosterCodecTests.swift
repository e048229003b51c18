// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import TestSupport
import Testing
import WireFormat

@Suite("Roster codec")
struct RosterCodecTests {
    @Test("a roster comes back as it was built, members in the order of their keys")
    func roundTrip() throws {
        var builder = try Fixture.builder(members: [3, 1, 2])
        let closure = LogClosure(sequence: 4, id: try Fixture.identifier(9))
        #expect(builder.revoke(try Fixture.key(2).publicKey, closedAt: closure) == true)
        let (roster, _) = try Fixture.verified(builder)
        let keys = roster.members.map(\.key)
        #expect(keys == keys.sorted())
        #expect(roster.epoch == 1)
        #expect(roster.previousHash == nil)
        #expect(roster.threshold == 2)
        #expect(roster.issuedDay == 20_413)
        let member = try #require(roster.member(named: "member-1"))
        var expected = try Fixture.member(1)
        expected.audiences = [.customs, .partners]
        #expect(member == expected)
        #expect(roster.member(named: "member-2")?.closedAt == closure)
        #expect(roster.member(named: "member-2")?.endpoints == [])
        #expect(roster.hash == Hashing.sha256(roster.bytes))
    }

    @Test("members are found by index, key, name and TLS key, and by nothing else")
    func lookups() throws {
        let (roster, _) = try Fixture.first()
        for (index, member) in roster.members.enumerated() {
            #expect(roster.member(at: UInt64(index)) == member)
            #expect(roster.index(of: member.key) == index)
            #expect(roster.member(for: member.key) == member)
            for endpoint in member.endpoints {
                let found = try #require(roster.member(forEndpoint: endpoint.spkiHash))
                #expect(found.member == member)
                #expect(found.endpoint == endpoint)
            }
        }
        #expect(roster.member(at: 3) == nil)
        #expect(roster.member(at: .max) == nil)
        #expect(roster.index(of: try Fixture.key(99).publicKey) == nil)
        #expect(roster.member(forEndpoint: [UInt8](repeating: 99, count: 32)) == nil)
        #expect(roster.member(named: "member-99") == nil)
    }

    @Test("only a member with the role of an origin has a log")
    func standing() throws {
        var builder = try Fixture.builder()
        builder.members[0].roles = [.relay]
        builder.members[1].logEpoch = 7
        let (roster, _) = try Fixture.verified(builder)
        #expect(roster.standing(of: try Fixture.key(1).publicKey) == nil)
        #expect(roster.standing(of: try Fixture.key(2).publicKey) == OriginStanding(logEpoch: 7))
        #expect(roster.standing(of: try Fixture.key(99).publicKey) == nil)
    }

    @Test("every byte of a signed roster, changed, is refused")
    func mutated() throws {
        let (roster, bytes) = try Fixture.first()
        for offset in bytes.indices {
            var mutated = bytes
            mutated[offset] ^= 0x01
            #expect(throws: RosterRejection.self, "offset \(offset)") {
                try RosterVerifier.verify(mutated, previous: nil, pinnedHash: roster.hash)
            }
        }
    }

    @Test("a roster cut short at any byte, or with a byte after it, is refused")
    func truncated() throws {
        let (roster, bytes) = try Fixture.first(members: [1])
        for count in 0..<bytes.count {
            #expect(throws: RosterRejection.self) {
                try RosterVerifier.verify(Array(bytes.prefix(count)), previous: nil, pinnedHash: roster.hash)
            }
        }
        #expect(throws: RosterRejection.notCanonical(.trailingBytes(count: 1, offset: bytes.count))) {
            try RosterVerifier.verify(bytes + [0], previous: nil, pinnedHash: roster.hash)
        }
    }

    @Test("random bytes are no roster, and never a crash", arguments: 0..<20)
    func randomBytes(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<100 {
            let bytes = random.bytes(Int.random(in: 0...600, using: &random))
            #expect(throws: RosterRejection.self) {
                try RosterVerifier.verify(bytes, previous: nil, pinnedHash: [])
            }
        }
    }

    @Test("a roster over the limit is refused before it is decoded")
    func overLimit() {
        let limit = WireConstants.Limit.rosterBytes
        let bytes = [UInt8](repeating: 0x5A, count: limit + 1)
        #expect(throws: RosterRejection.overLimit(byteCount: limit + 1, limit: limit)) {
            try RosterVerifier.verify(bytes, previous: nil, pinnedHash: [])
        }
    }

    @Test("a federation of a thousand members fits the limits")
    func large() throws {
        var builder = try Fixture.builder(members: [])
        for number in 0..<1_000 {
            var member = try Fixture.member(1, name: "member-\(number)")
            let seed = Hashing.sha256(Array("\(number)".utf8))
            member.key = try SigningKey(seed: SecretBytes(copying: seed)).publicKey
            member.endpoints = [RosterEndpoint(role: .relay, spkiHash: seed, address: "relay-\(number).example:7400")]
            builder.members.append(member)
        }
        let (roster, bytes) = try Fixture.verified(builder)
        #expect(roster.members.count == 1_000)
        #expect(bytes.count < 250_000)
    }
}
