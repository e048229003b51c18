// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore

/// One peer as an operator sees it.
package struct PeerStatus: Hashable, Sendable {
    package let peer: PeerIdentity
    /// Name of the member in the roster; empty when it is no longer there.
    package let name: String
    package let link: LinkState
    /// What this node lacks of what the peer holds.
    package let incoming: SyncState
    /// What the peer lacks of what this node holds; sent on the open link counts as held.
    package let outgoing: SyncState
    /// By type, ascending by type number.
    package let received: [FrameCount]
    package let sent: [FrameCount]
    /// Faults that the core counted.
    package let faults: UInt64
    /// What its greeting on the open link said about the date.
    package let clock: PeerClock?
}

/// A node as an operator sees it.
package struct NodeStatus: Hashable, Sendable {
    /// Where it listens, nil for a node that only dials.
    package let address: PeerAddress?
    package let rosterEpoch: UInt64
    package let rosterHash: [UInt8]
    /// Entries committed.
    package let entries: UInt64
    /// Ascending by name, then by key.
    package let peers: [PeerStatus]
    /// The latest alarms, oldest first.
    package let alarms: [GossipAlarm]
    /// Whether the peers' dates fit this machine's.
    package let clock: ClockAgreement

    /// Names of all that an operator must see, those of the moment last.
    package var alarmCodes: [String] {
        self.alarms.map(\.code) + (self.clock.isDisputed ? ["clock-disagrees"] : [])
    }
}
