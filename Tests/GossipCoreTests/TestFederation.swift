// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import Roster
import Testing

/// A federation with real keys made from numbers, so that every run signs the same bytes.
struct TestFederation: Sendable {
    struct Member: Sendable {
        let key: SigningKey
        let relay: PeerIdentity
        let desk: PeerIdentity
    }

    let network: NetworkID
    let root: SigningKey
    /// In the order of the roster.
    let members: [Member]
    let roster: Roster
    let signedRoster: [UInt8]

    init(count: Int) throws {
        let network = try #require(NetworkID(bytes: Array(repeating: 7, count: 16)))
        let root = try Self.key(9_999)
        var members: [Member] = []
        for number in 0..<count {
            let key = try Self.key(number)
            members.append(
                Member(
                    key: key,
                    relay: PeerIdentity(
                        member: key.publicKey,
                        role: .relay,
                        endpointHash: Hashing.sha256(Array("relay \(number)".utf8))
                    ),
                    desk: PeerIdentity(
                        member: key.publicKey,
                        role: .desk,
                        endpointHash: Hashing.sha256(Array("desk \(number)".utf8))
                    )
                )
            )
        }
        members.sort { $0.key.publicKey < $1.key.publicKey }
        let builder = RosterBuilder(
            network: network,
            threshold: 1,
            roots: [root.publicKey],
            members: members.enumerated().map { number, member in Self.entry(member, number) },
            issuedDay: 20_000
        )
        let signed = try builder.sign(with: [root]).encoded()
        self.network = network
        self.root = root
        self.members = members
        self.roster = try RosterVerifier.verify(
            signed,
            previous: nil,
            pinnedHash: Hashing.sha256(try builder.encoded())
        )
        self.signedRoster = signed
    }

    private static func key(_ number: Int) throws -> SigningKey {
        let seed = Hashing.sha256(Array("member \(number)".utf8))
        return try SigningKey(seed: SecretBytes(copying: seed))
    }

    private static func entry(_ member: Member, _ number: Int) -> RosterMember {
        RosterMember(
            key: member.key.publicKey,
            name: "member-\(number)",
            organisation: "Organisation \(number)",
            country: "",
            region: "",
            memberClass: .other,
            roles: [.origin, .relay],
            endpoints: [
                RosterEndpoint(role: .desk, spkiHash: member.desk.endpointHash),
                RosterEndpoint(role: .relay, spkiHash: member.relay.endpointHash, address: "relay-\(number):1"),
            ],
            audiences: []
        )
    }

    /// An order to erase an entry.
    func eraseOrder(by number: Int, after head: LogHead?, of subject: EntryID) throws -> VerifiedEntry {
        let signer = EntrySigner(key: self.members[number].key, network: self.network, logEpoch: 1)
        let core = EraseOrderCore(reason: "test").encoded()
        let draft = EntryDraft(kind: .eraseOrder, subject: subject, day: 20_000, core: core)
        return try signer.sign(try signer.intent(for: draft, after: head))
    }

    /// The next entry of a member's log; `salt` makes another one for the same place.
    func entry(by number: Int, after head: LogHead?, bytes: Int, salt: UInt8 = 0) throws -> VerifiedEntry {
        let signer = EntrySigner(key: self.members[number].key, network: self.network, logEpoch: 1)
        let place = UInt8(truncatingIfNeeded: (head?.sequence ?? 0) + 1)
        let core = (0..<max(2, bytes)).map { $0 == 0 ? salt : UInt8(truncatingIfNeeded: $0) &+ place }
        let draft = EntryDraft(kind: .note, day: 20_000, core: core)
        return try signer.sign(try signer.intent(for: draft, after: head))
    }
}
