// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import Roster
import Testing

@Suite("a federation of gossip cores")
struct SimulationTests {
    /// Runs a plan and checks what must hold for all honest nodes.
    private func run(
        _ settings: Simulator.Settings,
        seconds: UInt64 = 400,
        _ plan: (inout Simulator) -> Void
    ) throws -> Simulator {
        let federation = try TestFederation(count: settings.nodes)
        var simulator = try Simulator(settings, federation: federation)
        plan(&simulator)
        try simulator.run(untilSeconds: seconds)
        #expect(simulator.violations == [])
        #expect(simulator.figures.hardFaultsOfHonest == 0)
        self.expectEqual(simulator)
        return simulator
    }

    /// All honest nodes hold the same, on disk and in full.
    private func expectEqual(_ simulator: Simulator) {
        let roots = Set(simulator.honest.map { simulator.nodes[$0].core.stateRoot })
        #expect(roots.count == 1, "seed \(simulator.settings.seed): \(roots.count) different states")
        for node in simulator.honest {
            for (origin, ids) in simulator.published.sorted(by: { $0.key < $1.key }) {
                let key = simulator.federation.members[origin].key.publicKey
                let log = simulator.nodes[node].archive.log(of: key)
                guard simulator.nodes[node].archive.forks.isEmpty else { continue }
                #expect(log.map(\.header.id) == ids, "seed \(simulator.settings.seed), node \(node), log \(origin)")
                let erased = simulator.nodes[node].archive.erased
                let missing = log.filter { $0.body == nil && erased[$0.header.id] == nil }.count
                #expect(missing == 0, "seed \(simulator.settings.seed), node \(node) lacks bodies of \(origin)")
            }
        }
    }

    private static func load(_ simulator: inout Simulator, entries: Int, from start: UInt64 = 5_000, by origins: Int) {
        for number in 0..<entries {
            let bytes = number % 5 == 0 ? 200 : 3_000
            simulator.publish(number % origins, bytes: bytes, at: start + UInt64(number) * 150)
        }
    }

    @Test("deliver everything to everybody once all is well", arguments: 1...6 as ClosedRange<UInt64>)
    func healthy(seed: UInt64) throws {
        let simulator = try self.run(Simulator.Settings(nodes: 8, seed: seed), seconds: 60) { simulator in
            Self.load(&simulator, entries: 40, by: 5)
        }
        // 32 of the 40 bodies travel apart from their header, to seven nodes each: nearly every one exactly once.
        #expect(simulator.figures.bodies <= 32 * 7 * 13 / 10)
        #expect(simulator.figures.brokenHaves == 0)
    }

    @Test("give the same run for the same seed", arguments: [3, 11] as [UInt64])
    func replay(seed: UInt64) throws {
        var fingerprints: [UInt64] = []
        for _ in 0..<2 {
            let simulator = try self.run(Simulator.Settings(nodes: 6, seed: seed), seconds: 120) { simulator in
                Self.load(&simulator, entries: 20, by: 3)
                simulator.script(.crash(2), at: 6_000)
                simulator.script(.restart(2), at: 9_000)
            }
            fingerprints.append(simulator.fingerprint)
        }
        #expect(fingerprints[0] == fingerprints[1])
    }

    @Test("survive crashes that lose what was not stored", arguments: 1...6 as ClosedRange<UInt64>)
    func crashes(seed: UInt64) throws {
        _ = try self.run(Simulator.Settings(nodes: 7, seed: seed)) { simulator in
            Self.load(&simulator, entries: 40, by: 4)
            for node in 1..<6 {
                simulator.script(.crash(node), at: 5_300 + UInt64(node) * 700 + seed * 13)
                simulator.script(.restart(node), at: 8_000 + UInt64(node) * 900)
            }
        }
    }

    @Test("meet again after a partition", arguments: 1...6 as ClosedRange<UInt64>)
    func partition(seed: UInt64) throws {
        _ = try self.run(Simulator.Settings(nodes: 8, seed: seed)) { simulator in
            simulator.script(.partition([0, 1, 2]), at: 4_000)
            Self.load(&simulator, entries: 40, by: 8)
            simulator.script(.heal, at: 20_000)
        }
    }

    @Test("bring a late joiner up to date", arguments: 1...3 as ClosedRange<UInt64>)
    func lateJoiner(seed: UInt64) throws {
        _ = try self.run(Simulator.Settings(nodes: 6, seed: seed), seconds: 120) { simulator in
            simulator.script(.crash(5), at: 1)
            Self.load(&simulator, entries: 150, by: 3)
            simulator.script(.restart(5), at: 40_000)
        }
    }

    @Test(
        "deliver although a third of the nodes cheats",
        arguments: [Behaviour.silent, .headerOnly, .liar],
        1...3 as ClosedRange<UInt64>
    )
    func cheats(behaviour: Behaviour, seed: UInt64) throws {
        var settings = Simulator.Settings(nodes: 9, seed: seed)
        settings.behaviours = [2: behaviour, 5: behaviour, 8: behaviour]
        let simulator = try self.run(settings) { simulator in
            for number in 0..<30 {
                let origin = [0, 1, 3, 4][number % 4]
                simulator.publish(origin, bytes: 3_000, at: 5_000 + UInt64(number) * 200)
            }
        }
        #expect(simulator.figures.latencies.max() ?? .max < 3_000)
    }

    @Test("freeze the log of a member that signs two histories", arguments: 1...4 as ClosedRange<UInt64>)
    func equivocation(seed: UInt64) throws {
        let simulator = try self.run(Simulator.Settings(nodes: 8, seed: seed)) { simulator in
            simulator.publish(0, bytes: 500, at: 4_000)
            simulator.script(.equivocate(0), at: 6_000)
            simulator.publish(0, bytes: 500, at: 9_000)
            simulator.publish(1, bytes: 2_000, at: 12_000)
        }
        let key = simulator.federation.members[0].key.publicKey
        for node in 1..<8 {
            let archive = simulator.nodes[node].archive
            #expect(archive.forks.values.map(\.position.sequence) == [2])
            #expect(archive.log(of: key).count == 1)
        }
    }

    @Test("reach forty nodes of which each knows a few")
    func forty() throws {
        let simulator = try self.run(Simulator.Settings(nodes: 40, seed: 5), seconds: 60) { simulator in
            Self.load(&simulator, entries: 12, by: 4)
        }
        #expect(simulator.figures.latencies.max() ?? 0 < 3_000)
    }

    @Test("get slower bodies when HAVE is left out, which shows that HAVE matters")
    func withoutHave() throws {
        var means: [UInt64] = []
        for sendsHave in [true, false] {
            var settings = Simulator.Settings(nodes: 9, seed: 4)
            settings.behaviours = [2: .headerOnly, 5: .headerOnly, 8: .headerOnly]
            settings.options.sendsHave = sendsHave
            let simulator = try self.run(settings) { simulator in
                for number in 0..<20 { simulator.publish(0, bytes: 3_000, at: 5_000 + UInt64(number) * 400) }
            }
            let latencies = simulator.figures.latencies
            means.append(latencies.reduce(0, +) / UInt64(latencies.count))
        }
        #expect(means[0] * 3 < means[1], "mean latency with HAVE \(means[0]) ms, without \(means[1]) ms")
    }

    @Test("pass a newer roster on, and go on under it", arguments: 1...2 as ClosedRange<UInt64>)
    func newRoster(seed: UInt64) throws {
        let simulator = try self.run(Simulator.Settings(nodes: 6, seed: seed), seconds: 120) { simulator in
            Self.load(&simulator, entries: 20, by: 6)
            simulator.script(.crash(4), at: 4_000)
            simulator.script(.nextRoster(2), at: 6_000)
            simulator.script(.nextRoster(3), at: 12_000)
            simulator.script(.restart(4), at: 20_000)
            simulator.publish(5, bytes: 2_000, at: 40_000)
        }
        #expect(simulator.nodes.map(\.roster.epoch) == [3, 3, 3, 3, 3, 3])
        #expect(simulator.nodes[4].archive.entryCount == simulator.nodes[0].archive.entryCount)
    }

    @Test("erase everywhere, also at a member that was away")
    func erasure() throws {
        let simulator = try self.run(Simulator.Settings(nodes: 6, seed: 2), seconds: 120) { simulator in
            simulator.publish(0, bytes: 3_000, at: 4_000)
            simulator.publish(0, bytes: 3_000, at: 5_000)
            simulator.script(.crash(5), at: 4_500)
            simulator.script(.erase(0), at: 8_000)
            simulator.script(.restart(5), at: 20_000)
        }
        let first = try #require(simulator.published[0]?.first)
        for node in simulator.nodes {
            #expect(node.archive.erased.keys.contains(first))
            #expect(node.archive.bodyCount == 2)
        }
    }

    @Test("work for a desk that only dials its own relay's network")
    func leaf() throws {
        var settings = Simulator.Settings(nodes: 5, seed: 7)
        // Node 4 dials node 0 and nobody dials it; the others form a ring.
        settings.topology = [0: [1], 1: [2], 2: [3], 3: [0], 4: [0]]
        _ = try self.run(settings, seconds: 120) { simulator in
            Self.load(&simulator, entries: 20, by: 5)
        }
    }
}
