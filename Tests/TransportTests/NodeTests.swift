// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Cryptography
import Foundation
import GossipCore
import Ledger
import Roster
import Testing
import Transport

@Suite("nodes end to end over sockets, TLS and SQLite", .serialized, .timeLimit(.minutes(2)))
struct NodeTests {
    private static func target(_ peer: PeerIdentity, _ node: TestNode) throws -> DialTarget {
        let address = try #require(node.address)
        return DialTarget(peer: peer, address: address.description)
    }

    @Test("an entry that a desk publishes reaches its relay", arguments: [200, 1_500, 60_000])
    func publishReaches(byteCount: Int) async throws {
        let federation = try TestFederation(["alpha", "beta"])
        try await withTemporaryDirectory { root in
            let alpha = federation.members[0]
            let relay = try await TestNode.start(
                federation,
                identity: alpha.relay,
                directory: try root.directory("relay"),
                listens: true
            )
            let desk = try await TestNode.start(
                federation,
                identity: alpha.desk,
                signingKey: alpha.key,
                directory: try root.directory("desk"),
                targets: [try Self.target(federation.relay(0), relay)]
            )
            let id = try await desk.publish("first", byteCount: byteCount)
            try await relay.waitForEntries(1)
            let held = try await relay.archive.read { try $0.entry(id) }
            #expect(held?.content.body?.core.count == byteCount)
            try await desk.end()
            try await relay.end()
        }
    }

    @Test("an entry crosses two relays, and one of them that was down catches up when it is back")
    func restartCatchesUp() async throws {
        let federation = try TestFederation(["alpha", "beta"])
        try await withTemporaryDirectory { root in
            let (alpha, beta) = (federation.members[0], federation.members[1])
            let first = try await TestNode.start(
                federation,
                identity: alpha.relay,
                directory: try root.directory("alpha-relay"),
                listens: true
            )
            let desk = try await TestNode.start(
                federation,
                identity: alpha.desk,
                signingKey: alpha.key,
                directory: try root.directory("alpha-desk"),
                targets: [try Self.target(federation.relay(0), first)]
            )
            let betaDirectory = try root.directory("beta-relay")
            let betaTargets = [try Self.target(federation.relay(0), first)]
            func startBeta() async throws -> TestNode {
                try await TestNode.start(
                    federation,
                    identity: beta.relay,
                    directory: betaDirectory,
                    targets: betaTargets
                )
            }
            let second = try await startBeta()
            try await desk.publish("one", byteCount: 3_000)
            try await second.waitForEntries(1)
            try await second.end()
            for number in 2...40 {
                try await desk.publish("entry \(number)", byteCount: 100 * number)
            }
            try await first.waitForEntries(40)
            let again = try await startBeta()
            try await again.waitForEntries(40)
            let heads = try await again.archive.read { try $0.heads() }
            #expect(heads.map(\.sequence) == [40])
            #expect(heads == (try await desk.archive.read { try $0.heads() }))
            for node in [desk, first, again] {
                try await node.end()
            }
        }
    }

    @Test("a late joiner gets everything that was said before it came")
    func lateJoiner() async throws {
        let federation = try TestFederation(["alpha", "beta", "gamma"])
        try await withTemporaryDirectory { root in
            let alpha = federation.members[0]
            let relay = try await TestNode.start(
                federation,
                identity: alpha.relay,
                directory: try root.directory("relay"),
                listens: true
            )
            var desks: [TestNode] = []
            for (index, member) in federation.members.prefix(2).enumerated() {
                let desk = try await TestNode.start(
                    federation,
                    identity: member.desk,
                    signingKey: member.key,
                    directory: try root.directory("desk-\(index)"),
                    targets: [try Self.target(federation.relay(0), relay)]
                )
                desks.append(desk)
            }
            for number in 1...25 {
                try await desks[0].publish("a \(number)", byteCount: 2_000)
                try await desks[1].publish("b \(number)", byteCount: 300)
            }
            try await relay.waitForEntries(50)
            let late = try await TestNode.start(
                federation,
                identity: federation.members[2].desk,
                directory: try root.directory("late"),
                targets: [try Self.target(federation.relay(0), relay)]
            )
            try await late.waitForEntries(50)
            try await desks[0].waitForEntries(50)
            let findings = try await late.archive.verifyAll(roster: federation.roster)
            #expect(findings.isEmpty)
            for node in desks + [late, relay] {
                try await node.end()
            }
        }
    }

    @Test("peers are in step after they compared, and the status says so with bytes by frame type")
    func statusInStep() async throws {
        let federation = try TestFederation(["alpha"])
        try await withTemporaryDirectory { root in
            let alpha = federation.members[0]
            let relay = try await TestNode.start(
                federation,
                identity: alpha.relay,
                directory: try root.directory("relay"),
                listens: true
            )
            let desk = try await TestNode.start(
                federation,
                identity: alpha.desk,
                signingKey: alpha.key,
                directory: try root.directory("desk"),
                targets: [try Self.target(federation.relay(0), relay)]
            )
            try await desk.publish("one")
            try await relay.waitForEntries(1)
            let isInStep = try await desk.waitForStatus { status in
                guard let peer = status.peers.first, case .linked(direction: .outbound, since: _) = peer.link else {
                    return false
                }
                return peer.outgoing == .inStep && peer.incoming == .inStep
            }
            #expect(isInStep)
            // A link that broke under load and was dialled again says HELLO again.
            let isCounted = try await relay.waitForStatus { status in
                status.peers.first?.received.contains { $0.name == "HELLO" && $0.frames >= 1 && $0.bytes > 50 } == true
            }
            #expect(isCounted)
            let status = relay.node.status()
            let peer = try #require(status.peers.first)
            #expect(peer.name == "alpha")
            #expect(peer.peer == federation.desk(0))
            #expect(status.entries == 1)
            try await desk.end()
            let isGone = try await relay.waitForStatus { status in
                if case .unreachable? = status.peers.first?.link { true } else { false }
            }
            #expect(isGone)
            try await relay.end()
        }
    }

    @Test("a member that is revoked while linked is cut off, and refused from then on")
    func revocationAtRunTime() async throws {
        var federation = try TestFederation(["alpha", "beta"])
        let before = federation
        try federation.reissue { builder in
            let closure = LogClosure(sequence: 0, id: .zero)
            _ = builder.revoke(before.members[1].key.publicKey, closedAt: closure)
        }
        let next = federation.signed
        try await withTemporaryDirectory { root in
            let relay = try await TestNode.start(
                before,
                identity: before.members[0].relay,
                directory: try root.directory("alpha"),
                listens: true
            )
            let stranger = try await TestNode.start(
                before,
                identity: before.members[1].desk,
                directory: try root.directory("beta"),
                targets: [try Self.target(before.relay(0), relay)]
            )
            let isLinked = try await relay.waitForStatus { status in
                if case .linked? = status.peers.first?.link { true } else { false }
            }
            #expect(isLinked)
            let adopted = try await relay.node.replaceRoster(next)
            #expect(adopted.epoch == 2)
            let isRefused = try await relay.waitForStatus { status in
                status.peers.first.map { peer in
                    if case .refused(.refusedByUs(.revokedMember), since: _) = peer.link { true } else { false }
                } ?? false
            }
            #expect(isRefused)
            try await stranger.end()
            try await relay.end()
        }
    }

    @Test("a roster without enough signatures, or of an earlier epoch, changes nothing")
    func badRoster() async throws {
        let federation = try TestFederation(["alpha"])
        let other = try TestFederation(["alpha"])
        try await withTemporaryDirectory { root in
            let relay = try await TestNode.start(
                federation,
                identity: federation.members[0].relay,
                directory: try root.directory("relay"),
                listens: true
            )
            await #expect(throws: RosterRejection.self) { _ = try await relay.node.replaceRoster(other.signed) }
            await #expect(throws: RosterRejection.notNewer(epoch: 1, held: 1)) {
                _ = try await relay.node.replaceRoster(federation.signed)
            }
            #expect(relay.node.currentRoster == federation.roster)
            try await relay.end()
        }
    }

    @Test("an endpoint that stands in no roster cannot start")
    func notInRoster() async throws {
        let federation = try TestFederation(["alpha"])
        let stranger = try TLSIdentity.generate()
        try await withTemporaryDirectory { root in
            await #expect(throws: TransportSetupError.notInRoster) {
                _ = try await TestNode.start(federation, identity: stranger, directory: root)
            }
        }
    }
}
