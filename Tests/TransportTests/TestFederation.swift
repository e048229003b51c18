// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import Roster

/// A federation with real keys: one root, members that have a desk and a relay each.
struct TestFederation {
    /// One member with its programs' TLS keys.
    struct Member {
        let name: String
        let key = SigningKey()
        let desk: TLSIdentity
        let relay: TLSIdentity
        var relayAddress: String?

        init(name: String) throws {
            self.name = name
            self.desk = try TLSIdentity.generate()
            self.relay = try TLSIdentity.generate()
        }

        func entry(endpoints: [RosterEndpoint]) -> RosterMember {
            RosterMember(
                key: self.key.publicKey,
                name: self.name,
                organisation: self.name,
                country: "NL",
                region: "europe",
                memberClass: .customs,
                roles: [.origin, .relay],
                endpoints: endpoints,
                audiences: [.customs, .partners]
            )
        }
    }

    let network: NetworkID
    let root = SigningKey()
    var members: [Member]
    private(set) var builder: RosterBuilder
    private(set) var roster: Roster
    private(set) var signed: [UInt8]

    init(_ names: [String]) throws {
        guard let network = NetworkID(bytes: Array(repeating: 7, count: 16)) else {
            preconditionFailure("16 bytes are a network id")
        }
        self.network = network
        self.members = try names.map { try Member(name: $0) }
        self.builder = RosterBuilder(network: network, threshold: 1, roots: [self.root.publicKey], issuedDay: 20_000)
        for member in self.members {
            self.builder.put(Self.entry(of: member))
        }
        (self.roster, self.signed) = try Self.sign(self.builder, with: self.root, previous: nil)
    }

    /// Issues the next roster after an edit.
    mutating func reissue(_ edit: (inout RosterBuilder) throws -> Void) throws {
        var next = RosterBuilder(after: self.roster, issuedDay: 20_001)
        try edit(&next)
        (self.roster, self.signed) = try Self.sign(next, with: self.root, previous: self.roster)
        self.builder = next
    }

    /// A relay as peers see it.
    func relay(_ index: Int) -> PeerIdentity {
        PeerIdentity(
            member: self.members[index].key.publicKey,
            role: .relay,
            endpointHash: self.members[index].relay.subjectPublicKeyInfoHash
        )
    }

    /// A desk as peers see it.
    func desk(_ index: Int) -> PeerIdentity {
        PeerIdentity(
            member: self.members[index].key.publicKey,
            role: .desk,
            endpointHash: self.members[index].desk.subjectPublicKeyInfoHash
        )
    }

    private static func entry(of member: Member) -> RosterMember {
        member.entry(endpoints: [
            RosterEndpoint(role: .desk, spkiHash: member.desk.subjectPublicKeyInfoHash),
            RosterEndpoint(
                role: .relay,
                spkiHash: member.relay.subjectPublicKeyInfoHash,
                address: member.relayAddress ?? "127.0.0.1:7443"
            ),
        ])
    }

    private static func sign(
        _ builder: RosterBuilder,
        with root: SigningKey,
        previous: Roster?
    ) throws -> (Roster, [UInt8]) {
        let signed = try builder.sign(with: [root])
        let bytes = signed.encoded()
        let pinned = Hashing.sha256(signed.rosterBytes)
        return (try RosterVerifier.verify(bytes, previous: previous, pinnedHash: pinned), bytes)
    }
}
