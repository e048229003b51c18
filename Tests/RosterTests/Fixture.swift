// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster

/// Roots, members and rosters that every test agrees on.
enum Fixture {
    static func key(_ seed: UInt8) throws -> SigningKey {
        try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: seed, count: 32)))
    }

    static func network(_ byte: UInt8 = 0xA5) throws -> NetworkID {
        try required(NetworkID(bytes: [UInt8](repeating: byte, count: 16)))
    }

    static func identifier(_ byte: UInt8) throws -> EntryID {
        try required(EntryID(bytes: [UInt8](repeating: byte, count: 32)))
    }

    /// Three roots, two of whom must sign.
    static func roots() throws -> [SigningKey] { try [201, 202, 203].map { try self.key($0) } }

    static func member(_ seed: UInt8, name: String? = nil) throws -> RosterMember {
        RosterMember(
            key: try self.key(seed).publicKey,
            name: name ?? "member-\(seed)",
            organisation: "Office \(seed)",
            country: "NL",
            region: "eur",
            memberClass: .customs,
            roles: [.origin, .relay],
            endpoints: [
                RosterEndpoint(role: .desk, spkiHash: [UInt8](repeating: seed, count: 32)),
                RosterEndpoint(
                    role: .relay,
                    spkiHash: [UInt8](repeating: seed, count: 31) + [0],
                    address: "127.0.0.1:\(7_000 + Int(seed))"
                ),
            ],
            audiences: [.partners, .customs]
        )
    }

    static func builder(members: [UInt8] = [1, 2, 3]) throws -> RosterBuilder {
        RosterBuilder(
            network: try self.network(),
            threshold: 2,
            roots: try self.roots().map(\.publicKey),
            members: try members.map { try self.member($0) },
            issuedDay: 20_413
        )
    }

    /// A first roster, signed by the first two roots.
    static func first(members: [UInt8] = [1, 2, 3]) throws -> (roster: Roster, bytes: [UInt8]) {
        try self.verified(self.builder(members: members))
    }

    static func verified(_ builder: RosterBuilder) throws -> (roster: Roster, bytes: [UInt8]) {
        let signed = try builder.sign(with: Array(self.roots().prefix(2)))
        let bytes = signed.encoded()
        let roster = try RosterVerifier.verify(
            bytes,
            previous: nil,
            pinnedHash: Hashing.sha256(signed.rosterBytes)
        )
        return (roster, bytes)
    }

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    struct Missing: Error {}
}
