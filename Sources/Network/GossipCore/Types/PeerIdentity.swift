// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Which of a member's programs stands at the end of a link.
package enum NodeRole: String, Hashable, Sendable, CaseIterable {
    case desk
    case relay
}

/// One program of one member, as the roster names it: the identity of a link.
///
/// A member's desk and relay share the node key and differ in their TLS keys (protocol 3).
package struct PeerIdentity: Hashable, Comparable, Sendable {
    /// The member's node key.
    package let member: SigningPublicKey
    /// Desk or relay, from the roster's endpoint.
    package let role: NodeRole
    /// SHA-256 of the TLS certificate's SubjectPublicKeyInfo, 32 B.
    package let endpointHash: [UInt8]

    package init(member: SigningPublicKey, role: NodeRole, endpointHash: [UInt8]) {
        self.member = member
        self.role = role
        self.endpointHash = endpointHash
    }

    package static func < (left: PeerIdentity, right: PeerIdentity) -> Bool {
        left.endpointHash.lexicographicallyPrecedes(right.endpointHash)
    }
}

/// Who opened a connection.
package enum LinkDirection: Hashable, Sendable {
    /// The peer dialled us.
    case inbound
    /// We dialled the peer.
    case outbound
}

/// A peer that is to be dialled, and where.
package struct DialTarget: Hashable, Comparable, Sendable {
    package let peer: PeerIdentity
    /// "host:port" from the roster or the operator's configuration.
    package let address: String

    package init(peer: PeerIdentity, address: String) {
        self.peer = peer
        self.address = address
    }

    package static func < (left: DialTarget, right: DialTarget) -> Bool {
        left.peer < right.peer
    }
}

/// Where a node's dial targets come from.
package enum DialPlan: Hashable, Sendable {
    /// Chosen from the roster: a relay ranks the other relays; a desk takes its own relay, else the hubs' relays.
    case fromRoster
    /// Exactly these; a desk configured to use named relays, and tests.
    case only([DialTarget])
}
