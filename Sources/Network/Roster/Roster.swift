// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger

/// Who belongs to the network, and with which keys: one document, signed by k of n roots.
///
/// An instance holds the exact bytes that were signed; ``hash`` is what two peers compare before they use member
/// indices. That the signatures are right is said by ``RosterVerifier``, not by this type alone. Protocol 2.
package struct Roster: Sendable {
    /// The federation.
    package let network: NetworkID
    /// Grows by one with each roster, from 1.
    package let epoch: UInt64
    /// SHA-256 of the roster before, 32 bytes; nil in epoch 1.
    package let previousHash: [UInt8]?
    /// How many different roots must sign the next roster.
    package let threshold: Int
    /// Keys of the roots; a signature names one by its place.
    package let roots: [SigningPublicKey]
    /// Members, ascending by node key; a member's place is its index.
    package let members: [RosterMember]
    /// Day of issue, days since 1970-01-01 UTC.
    package let issuedDay: UInt64
    /// The bytes that were signed.
    package let bytes: [UInt8]
    /// SHA-256 of ``bytes``, 32 bytes.
    package let hash: [UInt8]

    private let indexByKey: [SigningPublicKey: Int]
    private let indexByEndpoint: [[UInt8]: (member: Int, endpoint: Int)]

    /// Only the codec makes one; every rule of `RosterRule` holds.
    init(content: RosterBuilder, bytes: [UInt8]) {
        self.network = content.network
        self.epoch = content.epoch
        self.previousHash = content.previousHash
        self.threshold = content.threshold
        self.roots = content.roots
        self.members = content.members
        self.issuedDay = content.issuedDay
        self.bytes = bytes
        self.hash = Hashing.sha256(bytes)
        var byKey: [SigningPublicKey: Int] = [:]
        var byEndpoint: [[UInt8]: (member: Int, endpoint: Int)] = [:]
        byKey.reserveCapacity(content.members.count)
        for (index, member) in content.members.enumerated() {
            byKey[member.key] = index
            for (place, endpoint) in member.endpoints.enumerated() {
                byEndpoint[endpoint.spkiHash] = (index, place)
            }
        }
        self.indexByKey = byKey
        self.indexByEndpoint = byEndpoint
    }

    /// The member at an index that a peer named, nil when there is none.
    package func member(at index: UInt64) -> RosterMember? {
        guard let place = Int(exactly: index), self.members.indices.contains(place) else { return nil }
        return self.members[place]
    }

    /// The index of a member, nil when the key is not a member's.
    package func index(of key: SigningPublicKey) -> Int? {
        self.indexByKey[key]
    }

    /// The member with this node key.
    package func member(for key: SigningPublicKey) -> RosterMember? {
        self.indexByKey[key].map { self.members[$0] }
    }

    /// The member of this name.
    package func member(named name: String) -> RosterMember? {
        self.members.first { $0.name == name }
    }

    /// Whose program has this TLS key, and which one it is; nil when the key is nobody's.
    ///
    /// - Parameter spkiHash: SHA-256 of the certificate's SubjectPublicKeyInfo.
    /// - Returns: the member and its endpoint.
    package func member(forEndpoint spkiHash: [UInt8]) -> (member: RosterMember, endpoint: RosterEndpoint)? {
        guard let place = self.indexByEndpoint[spkiHash] else { return nil }
        let member = self.members[place.member]
        return (member, member.endpoints[place.endpoint])
    }
}

extension Roster: OriginDirectory {
    package func standing(of origin: SigningPublicKey) -> OriginStanding? {
        guard let member = self.member(for: origin), member.has(.origin) else { return nil }
        return OriginStanding(logEpoch: member.logEpoch, closedAt: member.closedAt)
    }
}

extension Roster: Hashable {
    package static func == (left: Roster, right: Roster) -> Bool { left.hash == right.hash }

    package func hash(into hasher: inout Hasher) { hasher.combine(self.hash) }
}
