// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import Ledger
import Roster
import Testing

/// The published vectors of signed rosters and state roots.
///
/// `FAIRLEAD_WRITE_VECTORS=1` writes the file anew.
@Suite("Roster vectors")
struct RosterVectorTests {
    struct SignedVector: Codable, Equatable {
        var name: String
        var signed: String
        var hash: String
    }

    struct HeadVector: Codable, Equatable {
        var index: Int
        var logEpoch: UInt64
        var sequence: UInt64
        var id: String
    }

    struct StateVector: Codable, Equatable {
        var name: String
        var members: Int
        var heads: [HeadVector]
        var root: String
    }

    struct File: Codable, Equatable {
        var note: String
        var rootSeeds: [String]
        var memberSeeds: [String]
        var rosters: [SignedVector]
        var states: [StateVector]
    }

    @Test("signed rosters and state roots are those of the published vectors")
    func vectors() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Vectors/ledger/roster.json")
        let made = try Self.make()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if ProcessInfo.processInfo.environment["FAIRLEAD_WRITE_VECTORS"] != nil {
            try (encoder.encode(made) + Data("\n".utf8)).write(to: path)
        }
        let published = try JSONDecoder().decode(File.self, from: Data(contentsOf: path))
        #expect(published == made)
        let chain = try published.rosters.map { try Hex.decode($0.signed) }
        let pinned = try Hex.decode(published.rosters[0].hash)
        let last = try RosterVerifier.verify(chain: chain, pinnedHash: pinned)
        #expect(last.map { Hex.encode($0.hash) } == published.rosters.last?.hash)
    }

    private static func make() throws -> File {
        let (first, firstBytes) = try Fixture.first()
        let secondBytes = try RosterVerifierTests.next(after: first) { builder in
            builder.put(try Fixture.member(4))
            let closure = LogClosure(sequence: 7, id: try Fixture.identifier(0x77))
            _ = builder.revoke(try Fixture.key(2).publicKey, closedAt: closure)
        }
        let second = try RosterVerifier.verify(secondBytes, previous: first)
        return File(
            note:
                "Ed25519 seeds and bytes in hexadecimal; the first two roots sign; the second roster follows the first.",
            rootSeeds: [201, 202, 203].map { Hex.encode([UInt8](repeating: $0, count: 32)) },
            memberSeeds: [1, 2, 3, 4].map { Hex.encode([UInt8](repeating: $0, count: 32)) },
            rosters: [
                SignedVector(name: "epoch 1", signed: Hex.encode(firstBytes), hash: Hex.encode(first.hash)),
                SignedVector(name: "epoch 2", signed: Hex.encode(secondBytes), hash: Hex.encode(second.hash)),
            ],
            states: try [
                Self.state("no entries", members: 1, indices: []),
                Self.state("one of three", members: 3, indices: [1]),
                Self.state("sixteen of sixteen", members: 16, indices: Array(0..<16)),
                Self.state("two levels", members: 300, indices: [0, 16, 255, 256, 299]),
            ]
        )
    }

    private static func state(_ name: String, members: Int, indices: [Int]) throws -> StateVector {
        var tree = StateTree(memberCount: members)
        var heads: [HeadVector] = []
        for index in indices {
            let head = LogHead(
                origin: try Fixture.key(1).publicKey,
                logEpoch: 1 + UInt64(index) % 2,
                sequence: UInt64(index) * 100 + 1,
                id: try Fixture.identifier(UInt8(truncatingIfNeeded: index))
            )
            tree.set(head, at: index)
            heads.append(
                HeadVector(index: index, logEpoch: head.logEpoch, sequence: head.sequence, id: head.id.hex)
            )
        }
        return StateVector(name: name, members: members, heads: heads, root: Hex.encode(tree.root))
    }
}
