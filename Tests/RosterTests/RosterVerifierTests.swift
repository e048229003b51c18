// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import Testing

@Suite("Roster verifier")
struct RosterVerifierTests {
    /// The next roster after the first one, edited and signed by the roots at these places.
    static func next(
        after first: Roster,
        signers: [Int] = [0, 1],
        _ edit: (inout RosterBuilder) throws -> Void = { _ in }
    ) throws -> [UInt8] {
        var builder = RosterBuilder(after: first, issuedDay: 20_500)
        try edit(&builder)
        let roots = try Fixture.roots()
        return try builder.sign(with: signers.map { roots[$0] }).encoded()
    }

    @Test("the first roster needs its pinned hash and enough of its own roots")
    func first() throws {
        let builder = try Fixture.builder()
        let roots = try Fixture.roots()
        let hash = Hashing.sha256(try builder.encoded())
        let one = try builder.sign(with: [roots[2]]).encoded()
        #expect(throws: RosterRejection.belowThreshold(signed: 1, threshold: 2)) {
            try RosterVerifier.verify(one, previous: nil, pinnedHash: hash)
        }
        let two = try builder.sign(with: [roots[2], roots[0]]).encoded()
        #expect(try RosterVerifier.verify(two, previous: nil, pinnedHash: hash).hash == hash)
        #expect(throws: RosterRejection.pinnedHashDiffers) {
            try RosterVerifier.verify(two, previous: nil, pinnedHash: [UInt8](repeating: 0, count: 32))
        }
        #expect(throws: RosterRejection.noAnchor) { try RosterVerifier.verify(two, previous: nil) }
        #expect(throws: RosterRejection.malformedEnvelope) { try builder.sign(with: [try Fixture.key(1)]) }
    }

    @Test("the next roster needs enough roots of the one before, even when it names others")
    func changeOfRoots() throws {
        let (first, _) = try Fixture.first()
        let thief = try Fixture.key(66)
        let bytes = try Self.next(after: first) { builder in
            builder.roots = [thief.publicKey]
            builder.threshold = 1
        }
        let second = try RosterVerifier.verify(bytes, previous: first)
        #expect(second.epoch == 2)
        #expect(second.roots == [thief.publicKey])
        // From now on the new root signs, and the old ones no longer do.
        var third = RosterBuilder(after: second, issuedDay: 20_501)
        third.put(try Fixture.member(4))
        let signed = try third.sign(with: [thief]).encoded()
        #expect(try RosterVerifier.verify(signed, previous: second).members.count == 4)
        let alone = try Self.next(after: first, signers: [1])
        #expect(throws: RosterRejection.belowThreshold(signed: 1, threshold: 2)) {
            try RosterVerifier.verify(alone, previous: first)
        }
    }

    @Test("a root counts once, and a foreign signature not at all")
    func signatures() throws {
        let (first, _) = try Fixture.first()
        let bytes = try Self.next(after: first)
        let signed = try SignedRoster.decode(bytes)
        let twice = SignedRoster(
            rosterBytes: signed.rosterBytes,
            signatures: [signed.signatures[0], signed.signatures[0]]
        )
        #expect(throws: RosterRejection.malformedEnvelope) {
            try RosterVerifier.verify(twice.encoded(), previous: first)
        }
        let borrowed = SignedRoster(
            rosterBytes: signed.rosterBytes,
            signatures: [
                signed.signatures[0], RosterSignature(rootIndex: 1, signature: signed.signatures[0].signature),
            ]
        )
        #expect(throws: RosterRejection.badSignature(rootIndex: 1)) {
            try RosterVerifier.verify(borrowed.encoded(), previous: first)
        }
        let unknown = SignedRoster(
            rosterBytes: signed.rosterBytes,
            signatures: signed.signatures + [RosterSignature(rootIndex: 3, signature: [UInt8](repeating: 0, count: 64))]
        )
        #expect(throws: RosterRejection.malformedEnvelope) {
            try RosterVerifier.verify(unknown.encoded(), previous: first)
        }
    }

    @Test("epochs grow one by one along the chain of hashes")
    func epochs() throws {
        let (first, firstBytes) = try Fixture.first()
        let secondBytes = try Self.next(after: first)
        let second = try RosterVerifier.verify(secondBytes, previous: first)
        #expect(throws: RosterRejection.notNewer(epoch: 1, held: 2)) {
            try RosterVerifier.verify(firstBytes, previous: second)
        }
        #expect(throws: RosterRejection.notNewer(epoch: 2, held: 2)) {
            try RosterVerifier.verify(secondBytes, previous: second)
        }
        let thirdBytes = try Self.next(after: second)
        #expect(throws: RosterRejection.missingEpochs(held: 1, found: 3)) {
            try RosterVerifier.verify(thirdBytes, previous: first)
        }
        let rival = try Self.next(after: first) { $0.issuedDay = 20_499 }
        #expect(throws: RosterRejection.conflictingEpoch(2)) { try RosterVerifier.verify(rival, previous: second) }
        let rivalRoster = try RosterVerifier.verify(rival, previous: first)
        let stray = try Self.next(after: rivalRoster)
        #expect(throws: RosterRejection.previousHashDiffers) { try RosterVerifier.verify(stray, previous: second) }
        let chain = try RosterVerifier.verify(chain: [firstBytes, secondBytes, thirdBytes], pinnedHash: first.hash)
        #expect(chain?.epoch == 3)
    }

    @Test("members do not vanish, logs do not go back, closures do not move")
    func promises() throws {
        let key = try Fixture.key(2).publicKey
        let (first, _) = try Fixture.first()
        let gone = try Self.next(after: first) { $0.members.removeLast() }
        #expect(throws: RosterRejection.memberVanished(name: "member-\(try Self.lastSeed(first))")) {
            try RosterVerifier.verify(gone, previous: first)
        }
        let closure = LogClosure(sequence: 5, id: try Fixture.identifier(5))
        let closedBytes = try Self.next(after: first) { builder in
            #expect(builder.revoke(key, closedAt: closure) == true)
        }
        let closed = try RosterVerifier.verify(closedBytes, previous: first)
        #expect(closed.standing(of: key) == OriginStanding(logEpoch: 1, closedAt: closure))
        let reopened = try Self.next(after: closed) { builder in
            for place in builder.members.indices { builder.members[place].closedAt = nil }
        }
        #expect(throws: RosterRejection.logRewound(name: "member-2")) {
            try RosterVerifier.verify(reopened, previous: closed)
        }
        let renewedBytes = try Self.next(after: closed) { builder in
            #expect(builder.startLogEpoch(of: key) == true)
        }
        let renewed = try RosterVerifier.verify(renewedBytes, previous: closed)
        #expect(renewed.standing(of: key) == OriginStanding(logEpoch: 2))
        let rewound = try Self.next(after: renewed) { builder in
            for place in builder.members.indices where builder.members[place].key == key {
                builder.members[place].logEpoch = 1
            }
        }
        #expect(throws: RosterRejection.logRewound(name: "member-2")) {
            try RosterVerifier.verify(rewound, previous: renewed)
        }
    }

    @Test("a roster of another federation is refused")
    func otherNetwork() throws {
        let (first, _) = try Fixture.first()
        let other = try Self.next(after: first) { $0.network = try Fixture.network(1) }
        #expect(throws: RosterRejection.otherNetwork(try Fixture.network(1))) {
            try RosterVerifier.verify(other, previous: first)
        }
    }

    private static func lastSeed(_ roster: Roster) throws -> UInt8 {
        let last = try #require(roster.members.last)
        for seed in UInt8(1)...3 where try Fixture.key(seed).publicKey == last.key { return seed }
        throw Fixture.Missing()
    }
}
