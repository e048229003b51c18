// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger
package import Roster

/// The gossip protocol of one node as a value: events in, actions out.
///
/// No clock, no socket, no thread, no system randomness: the same events and seed give the same actions. A driver (or the
/// simulator) carries the actions out and reports what came of them. Protocol 4, gossip design 2.
package struct GossipCore: Sendable {
    /// What a core is told at start.
    package struct Configuration: Sendable {
        /// This program: its member, desk or relay, its TLS key.
        package var local: PeerIdentity
        package var roster: Roster
        /// The signed roster as received, to pass on.
        package var signedRoster: [UInt8]
        /// Committed heads of all logs, from the archive.
        package var heads: [LogHead]
        /// Forks known, from the archive.
        package var forks: [ForkProof]
        /// Entries committed.
        package var entryCount: UInt64
        package var dialPlan: DialPlan
        package var options: GossipOptions
        /// Seed of the generator for jitter and partner choice; never used for keys.
        package var seed: UInt64

        package init(
            local: PeerIdentity,
            roster: Roster,
            signedRoster: [UInt8],
            heads: [LogHead],
            forks: [ForkProof],
            entryCount: UInt64,
            dialPlan: DialPlan,
            options: GossipOptions = .standard,
            seed: UInt64
        ) {
            self.local = local
            self.roster = roster
            self.signedRoster = signedRoster
            self.heads = heads
            self.forks = forks
            self.entryCount = entryCount
            self.dialPlan = dialPlan
            self.options = options
            self.seed = seed
        }
    }

    package init(_ configuration: Configuration) {
    }

    /// Takes one event and says what to do.
    package mutating func handle(_ event: GossipEvent, at now: MonotonicTime) -> [GossipAction] {
        []
    }
}
