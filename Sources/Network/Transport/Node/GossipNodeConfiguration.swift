// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import GossipCore
package import Logging
package import Roster

/// What a node is made of.
package struct GossipNodeConfiguration: Sendable {
    /// This endpoint's TLS key; the roster says whose program it is.
    package var identity: TLSIdentity
    /// The current roster, verified.
    package var roster: Roster
    /// The same with its signatures, to pass on.
    package var signedRoster: [UInt8]
    package var storage: any GossipStorage
    /// Where to listen; nil for a desk, which only dials.
    package var listenAddress: PeerAddress?
    /// Whom to dial.
    package var dialPlan: DialPlan
    package var options: GossipOptions
    package var logger: Logger
    /// Seed of the core's generator for jitter and partner choice; never used for keys.
    package var seed: UInt64
    /// The wall clock; the demo's composition puts its own in place.
    package var wallClock: @Sendable () -> WallTime

    package init(
        identity: TLSIdentity,
        roster: Roster,
        signedRoster: [UInt8],
        storage: any GossipStorage,
        listenAddress: PeerAddress?,
        dialPlan: DialPlan = .fromRoster,
        options: GossipOptions = .standard,
        logger: Logger,
        seed: UInt64 = .random(in: .min ... .max),
        wallClock: @escaping @Sendable () -> WallTime = WallTime.now
    ) {
        self.identity = identity
        self.roster = roster
        self.signedRoster = signedRoster
        self.storage = storage
        self.listenAddress = listenAddress
        self.dialPlan = dialPlan
        self.options = options
        self.logger = logger
        self.seed = seed
        self.wallClock = wallClock
    }
}
