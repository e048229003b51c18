// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore
package import Roster
import Synchronization

/// Decides which public keys may be on the other side of a link: those of the current roster, and no others.
///
/// The roster changes while links are being made; every handshake reads the one of its moment. Names, dates and issuers
/// in certificates are never looked at.
package final class PeerAdmission: Sendable {
    private struct State {
        var roster: Roster
        var former: Set<[UInt8]>
    }

    private let own: [UInt8]
    private let state: Mutex<State>

    /// Starts with a roster.
    ///
    /// - Parameters:
    ///   - roster: the current one, verified.
    ///   - former: key hashes of endpoints in earlier rosters, only used to name the reason of a refusal.
    ///   - own: this node's own key hash, never admitted.
    package init(roster: Roster, former: Set<[UInt8]>, own: [UInt8]) {
        self.own = own
        self.state = Mutex(State(roster: roster, former: former))
    }

    /// Puts a newer roster in place.
    package func replace(with roster: Roster) {
        self.state.withLock { state in
            for member in state.roster.members {
                for endpoint in member.endpoints {
                    state.former.insert(endpoint.spkiHash)
                }
            }
            state.roster = roster
        }
    }

    /// Who has a key, if it may be on the other side of a link now.
    ///
    /// - Parameters:
    ///   - hash: SHA-256 of the certificate's SubjectPublicKeyInfo.
    ///   - expected: the key of the endpoint that was dialled, nil for an accepted link.
    /// - Returns: the peer as the roster names it.
    /// - Throws: why it is refused.
    package func peer(with hash: [UInt8], expected: [UInt8]?) throws(AdmissionRefusal) -> PeerIdentity {
        guard hash != self.own else { throw .ownCertificate }
        let found = self.state.withLock { state in
            (place: state.roster.member(forEndpoint: hash), wasThere: state.former.contains(hash))
        }
        guard let place = found.place else {
            throw found.wasThere ? .revokedMember : .unknownCertificate
        }
        if let expected, expected != hash {
            throw .otherEndpoint
        }
        // Intake fronts never speak this protocol.
        guard let role = NodeRole(rawValue: place.endpoint.role.rawValue) else { throw .notAPeer }
        return PeerIdentity(member: place.member.key, role: role, endpointHash: hash)
    }

    /// The name of a member in the current roster, for logs and status.
    package func name(of peer: PeerIdentity) -> String {
        self.state.withLock { state in state.roster.member(for: peer.member)?.name ?? "" }
    }
}
