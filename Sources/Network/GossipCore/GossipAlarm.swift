// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Something that an operator must see.
package enum GossipAlarm: Hashable, Sendable {
    /// A member signed two entries for one place; its log is frozen before `sequence`.
    case fork(origin: SigningPublicKey, logEpoch: UInt64, sequence: UInt64)
    /// A peer relayed what cannot have been checked.
    case peerMisbehaves(PeerIdentity, PeerFault)
    /// A peer holds a valid-looking roster of our epoch with another hash: the roots signed two.
    case rosterConflict(PeerIdentity, epoch: UInt64)
    /// The archive could not store; nothing is acknowledged until it can.
    case storageFails

    /// Stable name, as status documents give it.
    package var code: String {
        switch self {
        case .fork: "fork"
        case .peerMisbehaves: "peer-misbehaves"
        case .rosterConflict: "roster-conflict"
        case .storageFails: "storage-fails"
        }
    }
}

/// What a peer did wrong; hard faults can be proven, soft ones only cost rank (gossip design 2.10).
package enum PeerFault: Hashable, Sendable, CaseIterable {
    /// Relayed a bad signature or a body that does not match its header.
    case badSignature
    /// Sent bytes that are no message, or one that is not allowed there.
    case malformed
    /// Went over a limit that both sides know.
    case overLimit
    /// Said HAVE and did not deliver.
    case brokenHave
    /// Let a range stand still.
    case slowRange
    /// Sent a body nobody asked for.
    case unsolicited

    /// Whether the link is closed and the peer avoided for a while.
    package var isHard: Bool {
        switch self {
        case .badSignature, .malformed, .overLimit: true
        case .brokenHave, .slowRange, .unsolicited: false
        }
    }
}
