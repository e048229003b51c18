// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import Ledger
import WireFormat

/// The heads of all logs in 16 bytes, kept up to date in a few hashes per new entry.
///
/// Protocol 4.4.
///
/// A 16-ary tree over roster indices. Its root is comparable only between peers with the same roster.
package struct StateTree: Sendable {
    /// Children of an inner node.
    package static let fanout = 16
    /// Bytes of a node.
    package static let nodeByteCount = 16

    private static let zero = [UInt8](repeating: 0, count: nodeByteCount)

    /// Nodes by level, leaves first; missing places at the end of a level have the value in `empty`.
    private var levels: [[[UInt8]]]
    /// What a node without any origin below it is, by level.
    private let empty: [[UInt8]]

    /// A tree in which no log has an entry.
    ///
    /// - Parameter memberCount: members of the roster; 0 gives the same tree as 1.
    package init(memberCount: Int) {
        var empty = [Self.zero]
        var levels: [[[UInt8]]] = [Array(repeating: Self.zero, count: memberCount)]
        var capacity = 1
        while capacity < memberCount || levels.count == 1 {
            capacity *= Self.fanout
            let node = Self.hash(Array(repeating: empty[empty.count - 1], count: Self.fanout))
            empty.append(node)
            levels.append(Array(repeating: node, count: max(1, (memberCount + capacity - 1) / capacity)))
        }
        self.empty = empty
        self.levels = levels
    }

    /// A tree of these heads.
    ///
    /// Heads of others than the roster's members, or of another log epoch than the roster's, are left out.
    package init(roster: Roster, heads: [LogHead]) {
        self.init(memberCount: roster.members.count)
        for head in heads {
            guard let index = roster.index(of: head.origin), roster.members[index].logEpoch == head.logEpoch else {
                continue
            }
            self.levels[0][index] = Self.leaf(index: index, head: head)
        }
        for level in 1..<self.levels.count {
            for place in self.levels[level].indices { self.recompute(level: level, place: place) }
        }
    }

    /// The 16 bytes that peers compare.
    package var root: [UInt8] { self.levels[self.levels.count - 1][0] }

    /// Puts the head of the member at `index`; nil takes it back to no entry.
    package mutating func set(_ head: LogHead?, at index: Int) {
        self.levels[0][index] = head.map { Self.leaf(index: index, head: $0) } ?? Self.zero
        var place = index
        for level in 1..<self.levels.count {
            place /= Self.fanout
            self.recompute(level: level, place: place)
        }
    }

    private mutating func recompute(level: Int, place: Int) {
        let below = self.levels[level - 1]
        let first = place * Self.fanout
        let children = (first..<first + Self.fanout).map { child in
            child < below.count ? below[child] : self.empty[level - 1]
        }
        self.levels[level][place] = Self.hash(children)
    }

    /// The leaf of an origin with entries.
    package static func leaf(index: Int, head: LogHead) -> [UInt8] {
        var content: [UInt8] = []
        Varint.encode(UInt64(index), into: &content)
        Varint.encode(head.logEpoch, into: &content)
        Varint.encode(head.sequence, into: &content)
        content.append(contentsOf: head.id.bytes)
        return Hashing.blake2b(
            DomainSeparation.input(WireConstants.Domain.stateLeaf, content),
            length: Self.nodeByteCount
        )
    }

    private static func hash(_ children: [[UInt8]]) -> [UInt8] {
        Hashing.blake2b(
            DomainSeparation.input(WireConstants.Domain.stateNode, Array(children.joined())),
            length: Self.nodeByteCount
        )
    }
}
