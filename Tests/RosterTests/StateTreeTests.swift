// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import TestSupport
import Testing
import WireFormat

@Suite("State tree")
struct StateTreeTests {
    static func head(_ index: Int, sequence: UInt64) throws -> LogHead {
        LogHead(
            origin: try Fixture.key(UInt8(index % 200) + 1).publicKey,
            logEpoch: 1,
            sequence: sequence,
            id: EntryID.of(headerBytes: [UInt8(truncatingIfNeeded: index), UInt8(truncatingIfNeeded: sequence)])
        )
    }

    /// The definition of protocol 4.4, written down once more without any saving.
    static func slowRoot(memberCount: Int, heads: [Int: LogHead]) -> [UInt8] {
        let zero = [UInt8](repeating: 0, count: 16)
        var depth = 1
        var capacity = 16
        while capacity < memberCount {
            depth += 1
            capacity *= 16
        }
        var level = (0..<capacity).map { index -> [UInt8] in
            guard let head = heads[index] else { return zero }
            var content = Array("fairlead-state-leaf-v1".utf8) + [0]
            Varint.encode(UInt64(index), into: &content)
            Varint.encode(head.logEpoch, into: &content)
            Varint.encode(head.sequence, into: &content)
            return Hashing.blake2b(content + head.id.bytes, length: 16)
        }
        for _ in 0..<depth {
            level = stride(from: 0, to: level.count, by: 16).map { start in
                let children = level[start..<start + 16].flatMap(\.self)
                return Hashing.blake2b(Array("fairlead-state-node-v1".utf8) + [0] + children, length: 16)
            }
        }
        return level[0]
    }

    @Test(
        "the root is that of the definition, whatever the number of members",
        arguments: [1, 2, 15, 16, 17, 255, 256, 257, 700]
    )
    func definition(memberCount: Int) throws {
        var random = SeededRandom(seed: UInt64(memberCount))
        var tree = StateTree(memberCount: memberCount)
        var heads: [Int: LogHead] = [:]
        #expect(tree.root == Self.slowRoot(memberCount: memberCount, heads: heads))
        for round in 1...20 {
            let index = Int.random(in: 0..<memberCount, using: &random)
            let head = round % 5 == 0 ? nil : try Self.head(index, sequence: UInt64(round))
            tree.set(head, at: index)
            heads[index] = head
        }
        #expect(tree.root == Self.slowRoot(memberCount: memberCount, heads: heads))
    }

    @Test("the order in which heads came does not matter, and taking them back leaves nothing")
    func order() throws {
        let empty = StateTree(memberCount: 20)
        var forward = empty
        var backward = empty
        let heads = try (0..<20).map { try Self.head($0, sequence: 3) }
        for index in 0..<20 { forward.set(heads[index], at: index) }
        for index in (0..<20).reversed() { backward.set(heads[index], at: index) }
        #expect(forward.root == backward.root)
        #expect(forward.root != empty.root)
        for index in 0..<20 { forward.set(nil, at: index) }
        #expect(forward.root == empty.root)
    }

    @Test("a tree of a roster takes the heads of its members in their current log epoch, and no others")
    func rosterHeads() throws {
        let (roster, _) = try Fixture.first()
        let member = roster.members[1]
        let head = LogHead(origin: member.key, logEpoch: 1, sequence: 2, id: try Fixture.identifier(1))
        let former = LogHead(origin: roster.members[0].key, logEpoch: 0, sequence: 2, id: try Fixture.identifier(1))
        let stranger = LogHead(
            origin: try Fixture.key(99).publicKey,
            logEpoch: 1,
            sequence: 2,
            id: try Fixture.identifier(1)
        )
        let tree = StateTree(roster: roster, heads: [stranger, head, former])
        var expected = StateTree(memberCount: 3)
        expected.set(head, at: 1)
        #expect(tree.root == expected.root)
    }

    @Test("a change of origin's place, log epoch, sequence or id changes the root")
    func sensitivity() throws {
        let (roster, _) = try Fixture.first()
        let key = roster.members[0].key
        let head = LogHead(origin: key, logEpoch: 1, sequence: 2, id: try Fixture.identifier(1))
        let variants = [
            LogHead(origin: key, logEpoch: 2, sequence: 2, id: head.id),
            LogHead(origin: key, logEpoch: 1, sequence: 3, id: head.id),
            LogHead(origin: key, logEpoch: 1, sequence: 2, id: try Fixture.identifier(2)),
        ]
        var tree = StateTree(memberCount: 3)
        tree.set(head, at: 0)
        for variant in variants {
            var other = StateTree(memberCount: 3)
            other.set(variant, at: 0)
            #expect(other.root != tree.root)
        }
        var moved = StateTree(memberCount: 3)
        moved.set(head, at: 1)
        #expect(moved.root != tree.root)
    }
}
