// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
package import Cryptography
package import Foundation
import GossipCore
import Keyring
import Ledger
package import NodeRuntime
import RelayRuntime
import Roster
import StrictJSON

/// A federation on loopback: homes, keys and roster made from a template, real programs as separate processes.
///
/// Used by the demo and by the end-to-end tests. It owns all keys, which no real federation does.
package final class Federation: Sendable {
    package struct Member: Sendable {
        package let template: FederationTemplate.Member
        package let home: DeskHome
        package let passphraseFile: URL
        /// Where the member's relay really listens, 0 without one.
        package let relayPort: Int
        /// Where the roster says that it listens: the tap's port, or the relay's own.
        package let rosterPort: Int

        package var name: String { self.template.name }
        package var client: DeskClient { DeskClient(home: self.home.folder.path) }
    }

    /// Everything of this federation lies below it.
    package let root: URL
    /// Folder of the programs `fairlead` and `fairlead-relay`.
    package let programs: URL
    package let members: [Member]
    package let clock: DemoClock
    /// Whether a tap stands before each relay.
    package let isTapped: Bool

    package var secrets: URL { self.root.appending(path: "secrets") }
    package var captures: URL { self.root.appending(path: "captures") }
    package var clockFile: URL { self.root.appending(path: "clock") }
    package var logs: URL { self.root.appending(path: "logs") }

    /// Makes homes, keys and the roster.
    ///
    /// - Parameters:
    ///   - template: who takes part.
    ///   - root: a short path that does not exist yet (Unix sockets lie below it).
    ///   - programs: folder of the built programs.
    ///   - isTapped: put a tap before each relay.
    ///   - usesDemoPolicy: small crowd thresholds and demo populations.
    /// - Throws: what kept a home or the roster from being made.
    package init(
        template: FederationTemplate,
        root: URL,
        programs: URL,
        isTapped: Bool,
        usesDemoPolicy: Bool = true
    ) throws {
        self.root = root
        self.programs = programs
        self.isTapped = isTapped
        self.clock = DemoClock(file: root.appending(path: "clock"))
        let manager = FileManager.default
        for folder in ["", "secrets", "captures", "logs"] {
            try manager.createDirectory(
                at: root.appending(path: folder),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        let ports = try FreePorts.take(template.members.count * 2)
        self.members = template.members.enumerated().map { index, member in
            let port = member.hasRelay ? ports[2 * index] : 0
            return Member(
                template: member,
                home: DeskHome(path: root.appending(path: member.name).path),
                passphraseFile: root.appending(path: "secrets/\(member.name)"),
                relayPort: port,
                rosterPort: member.hasRelay && isTapped ? ports[2 * index + 1] : port
            )
        }
        try self.makeHomes(usesDemoPolicy: usesDemoPolicy)
    }

    package func member(_ name: String) -> Member {
        guard let member = self.members.first(where: { $0.name == name }) else {
            preconditionFailure("no member \(name) in this federation")
        }
        return member
    }

    private func makeHomes(usesDemoPolicy: Bool) throws {
        var entries: [RosterMember] = []
        var identities: [(name: String, identity: TLSIdentity)] = []
        for member in self.members {
            try Self.writeSecret(Hex.encode(SecureRandom.bytes(16)), to: member.passphraseFile)
            let passphrase = try self.passphrase(of: member)
            _ = try DeskFounding.create(
                member.home,
                DeskFounding.Member(
                    name: member.name,
                    organisation: member.template.organisation,
                    country: member.template.country,
                    region: member.template.region,
                    memberClass: member.template.memberClass,
                    audiences: member.template.audiences,
                    issuesAudienceKeys: member.template.memberClass == "hub"
                ),
                passphrase: passphrase,
                parameters: .small
            )
            if usesDemoPolicy { try DemoPolicy.install(in: member.home) }
            entries.append(try self.rosterMember(member, passphrase, &identities))
        }
        if self.isTapped { try TapSetup.write(self, identities: identities) }
        let root = SigningKey()
        var builder = RosterBuilder(
            network: Self.freshNetwork(),
            threshold: 1,
            roots: [root.publicKey],
            issuedDay: SystemClock().now().day
        )
        for entry in entries { builder.put(entry) }
        let signed = try builder.sign(with: [root])
        let bytes = signed.encoded()
        let hash = Hashing.sha256(signed.rosterBytes)
        for member in self.members {
            try DeskFounding.installRoster(bytes, hash: hash, in: member.home)
            if usesDemoPolicy { try DemoPolicy.sign(in: member.home, root: root, roster: bytes, hash: hash) }
            if member.template.hasRelay {
                try Data(bytes).write(to: URL(filePath: RelayHome(path: member.home.relay.path).roster))
            }
        }
    }

    private static func freshNetwork() -> NetworkID {
        guard let network = NetworkID(bytes: SecureRandom.bytes(16)) else {
            preconditionFailure("16 bytes are a network's name")
        }
        return network
    }

    private func rosterMember(
        _ member: Member,
        _ passphrase: SecretBytes,
        _ identities: inout [(name: String, identity: TLSIdentity)]
    ) throws -> RosterMember {
        let keyring = try Keyring.open(at: member.home.keyring.path, passphrase: passphrase)
        identities.append(("desk-\(member.name)", keyring.tlsIdentity))
        var endpoints = [
            RosterEndpoint(role: .desk, spkiHash: keyring.tlsIdentity.subjectPublicKeyInfoHash)
        ]
        var roles: [MemberRole] = [.origin]
        if member.template.hasRelay {
            let identity = try RelaySetup.create(
                RelayHome(path: member.home.relay.path),
                listen: "127.0.0.1:\(member.relayPort)"
            )
            identities.append(("relay-\(member.name)", identity))
            endpoints.append(
                RosterEndpoint(
                    role: .relay,
                    spkiHash: identity.subjectPublicKeyInfoHash,
                    address: "127.0.0.1:\(member.rosterPort)"
                )
            )
            roles.append(.relay)
        }
        if member.template.memberClass == "hub" { roles.append(.hub) }
        return RosterMember(
            key: keyring.signingKey.publicKey,
            name: member.name,
            organisation: member.template.organisation,
            country: member.template.country,
            region: member.template.region,
            memberClass: MemberClass(rawValue: member.template.memberClass),
            roles: roles,
            endpoints: endpoints,
            audiences: member.template.audiences.map(Audience.init(rawValue:))
        )
    }

    package func passphrase(of member: Member) throws -> SecretBytes {
        SecretBytes(copying: Array(try Data(contentsOf: member.passphraseFile)))
    }

    package static func writeSecret(_ text: String, to file: URL) throws {
        try PrivateFile.create(file, Data(text.utf8))
    }
}
