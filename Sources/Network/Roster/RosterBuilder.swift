// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger

/// What a roster is to say, before it is encoded and signed; may be edited.
///
/// Used by whoever runs a federation's roots. ``encoded()`` and ``sign(with:)`` check every rule first, so that nobody
/// signs a roster that others refuse.
package struct RosterBuilder: Hashable, Sendable {
    package var network: NetworkID
    package var epoch: UInt64
    package var previousHash: [UInt8]?
    package var threshold: Int
    package var roots: [SigningPublicKey]
    package var members: [RosterMember]
    package var issuedDay: UInt64
    /// Who signs: the roots of the roster before, or the own ones in epoch 1.
    private var signingRoots: [SigningPublicKey]?

    /// The first roster of a federation.
    package init(
        network: NetworkID,
        threshold: Int,
        roots: [SigningPublicKey],
        members: [RosterMember] = [],
        issuedDay: UInt64
    ) {
        self.init(
            network: network,
            epoch: 1,
            previousHash: nil,
            threshold: threshold,
            roots: roots,
            members: members,
            issuedDay: issuedDay
        )
    }

    /// The roster after this one; says the same until it is edited.
    package init(after roster: Roster, issuedDay: UInt64) {
        self.init(
            network: roster.network,
            epoch: roster.epoch + 1,
            previousHash: roster.hash,
            threshold: roster.threshold,
            roots: roster.roots,
            members: roster.members,
            issuedDay: issuedDay
        )
        self.signingRoots = roster.roots
    }

    init(
        network: NetworkID,
        epoch: UInt64,
        previousHash: [UInt8]?,
        threshold: Int,
        roots: [SigningPublicKey],
        members: [RosterMember],
        issuedDay: UInt64
    ) {
        self.network = network
        self.epoch = epoch
        self.previousHash = previousHash
        self.threshold = threshold
        self.roots = roots
        self.members = members
        self.issuedDay = issuedDay
        self.signingRoots = nil
    }

    /// Adds a member, or replaces the one with the same node key.
    package mutating func put(_ member: RosterMember) {
        self.members.removeAll { $0.key == member.key }
        self.members.append(member)
    }

    /// Takes a member's endpoints and closes its log: what was accepted before stays.
    ///
    /// - Returns: false when nobody has this key.
    package mutating func revoke(_ key: SigningPublicKey, closedAt closure: LogClosure) -> Bool {
        guard let place = self.members.firstIndex(where: { $0.key == key }) else { return false }
        self.members[place].endpoints = []
        self.members[place].closedAt = closure
        return true
    }

    /// Starts a new life of a member's log, as after a fork.
    ///
    /// - Returns: false when nobody has this key.
    package mutating func startLogEpoch(of key: SigningPublicKey) -> Bool {
        guard let place = self.members.firstIndex(where: { $0.key == key }) else { return false }
        self.members[place].logEpoch += 1
        self.members[place].closedAt = nil
        return true
    }

    /// The roster's bytes, members and words in order.
    ///
    /// - Throws: the rule that others would refuse it for.
    package func encoded() throws(RosterRejection) -> [UInt8] {
        var sorted = self
        sorted.members.sort { $0.key < $1.key }
        for place in sorted.members.indices {
            sorted.members[place].roles.sort { $0.rawValue < $1.rawValue }
            sorted.members[place].audiences.sort { $0.rawValue < $1.rawValue }
        }
        try RosterRule.check(sorted)
        return RosterCodec.encode(sorted)
    }

    /// Encodes and signs with the keys of roots.
    ///
    /// - Parameter keys: of roots of the roster before (of this one in epoch 1); others are refused.
    /// - Returns: the roster with one signature per key; that they are enough is for ``RosterVerifier`` to say.
    /// - Throws: the rule that others would refuse it for, or `malformedEnvelope` for a key that is no root's.
    package func sign(with keys: [SigningKey]) throws(RosterRejection) -> SignedRoster {
        let bytes = try self.encoded()
        let signers = self.signingRoots ?? self.roots
        var signatures: [RosterSignature] = []
        for key in keys {
            guard let index = signers.firstIndex(of: key.publicKey) else { throw .malformedEnvelope }
            signatures.append(
                RosterSignature(rootIndex: index, signature: key.sign(SignedRoster.signingInput(bytes)))
            )
        }
        return SignedRoster(rosterBytes: bytes, signatures: signatures)
    }
}
