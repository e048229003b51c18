// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Diagnostics
import Foundation
import Ledger
import RelayRuntime
import Roster
import StrictJSON
import Testing
import Transport

@Suite("a relay and its home directory", .serialized, .timeLimit(.minutes(2)))
struct RelayTests {
    private let root = SigningKey()
    private let member = SigningKey()

    /// A home directory below /tmp: the status socket's path must be short.
    private func withHome<Result>(_ body: (RelayHome) async throws -> Result) async throws -> Result {
        let url = URL(filePath: "/tmp").appending(path: "fl-\(UUID().uuidString.prefix(8))")
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(RelayHome(path: url.path))
    }

    private func builder(_ identity: TLSIdentity) throws -> RosterBuilder {
        let network = try #require(NetworkID(bytes: Array(repeating: 3, count: 16)))
        var builder = RosterBuilder(network: network, threshold: 1, roots: [self.root.publicKey], issuedDay: 20_000)
        builder.put(
            RosterMember(
                key: self.member.publicKey,
                name: "alpha",
                organisation: "Alpha",
                country: "NL",
                region: "europe",
                memberClass: .customs,
                roles: [.origin, .relay],
                endpoints: [
                    RosterEndpoint(role: .relay, spkiHash: identity.subjectPublicKeyInfoHash, address: "127.0.0.1:7443")
                ],
                audiences: [.customs]
            )
        )
        return builder
    }

    private func writeRoster(_ builder: RosterBuilder, to home: RelayHome) throws -> SignedRoster {
        let signed = try builder.sign(with: [self.root])
        try Data(signed.encoded()).write(to: URL(filePath: home.roster))
        return signed
    }

    private func relay(_ home: RelayHome) async throws -> Relay {
        try await Relay(home: home, logger: StructuredLogging.silent())
    }

    @Test("init makes private files that serve can read, and never changes what is there")
    func initialise() async throws {
        try await self.withHome { home in
            let identity = try RelaySetup.create(home, listen: "127.0.0.1:0")
            let attributes = try FileManager.default.attributesOfItem(atPath: home.key)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            let read = try TLSIdentityFiles.read(from: home)
            #expect(read.subjectPublicKeyInfoHash == identity.subjectPublicKeyInfoHash)
            #expect(read.certificateDER == identity.certificateDER)
            let before = try Data(contentsOf: URL(filePath: home.key))
            #expect(throws: RelayFailure.homeInUse(path: home.path)) {
                _ = try RelaySetup.create(home, listen: "127.0.0.1:0")
            }
            #expect(try Data(contentsOf: URL(filePath: home.key)) == before)
        }
    }

    @Test("init refuses an address that serve would refuse, and leaves nothing behind")
    func initialiseWithBadAddress() async throws {
        try await self.withHome { home in
            #expect(throws: RelayFailure.self) { _ = try RelaySetup.create(home, listen: "nowhere") }
            #expect(!FileManager.default.fileExists(atPath: home.path))
        }
    }

    @Test("a directory that is no relay's, and one without a roster, say what to do")
    func notSetUp() async throws {
        try await self.withHome { home in
            await #expect(throws: RelayFailure.homeMissing(path: home.path)) { _ = try await self.relay(home) }
            _ = try RelaySetup.create(home, listen: "127.0.0.1:0")
            await #expect(throws: RelayFailure.rosterMissing) { _ = try await self.relay(home) }
            #expect(RelayFailure.rosterMissing.exit == .configuration)
        }
    }

    @Test("a key that others can read is refused")
    func publicKeyFile() async throws {
        try await self.withHome { home in
            _ = try RelaySetup.create(home, listen: "127.0.0.1:0")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: home.key)
            #expect(throws: RelayFailure.fileNotPrivate(name: "tls.key")) { _ = try TLSIdentityFiles.read(from: home) }
        }
    }

    @Test("damaged TLS files are named", arguments: ["tls.key", "tls.crt"])
    func damagedIdentity(name: String) async throws {
        try await self.withHome { home in
            _ = try RelaySetup.create(home, listen: "127.0.0.1:0")
            let path = home.path + "/" + name
            let text = try String(contentsOfFile: path, encoding: .utf8)
            for damaged in ["", "x", String(text.dropLast(30)), text.replacingOccurrences(of: "A", with: "B")] {
                try damaged.write(toFile: path, atomically: false, encoding: .utf8)
                do {
                    _ = try TLSIdentityFiles.read(from: home)
                    Issue.record("accepted")
                } catch RelayFailure.badIdentity(let found) {
                    // A changed certificate shows as one that the key does not belong to.
                    #expect(found == name || found == "tls.key")
                }
            }
        }
    }

    @Test("a roster that is not signed, not this relay's, or not the pinned one is refused")
    func badRosters() async throws {
        try await self.withHome { home in
            let identity = try RelaySetup.create(home, listen: "127.0.0.1:0")
            try Data([1, 2, 3]).write(to: URL(filePath: home.roster))
            let rejected = await #expect(throws: RelayFailure.self) { _ = try await self.relay(home) }
            #expect(rejected?.exit == .badData)

            _ = try self.writeRoster(try self.builder(try TLSIdentity.generate()), to: home)
            let foreign = await #expect(throws: RelayFailure.self) { _ = try await self.relay(home) }
            #expect(foreign == .transport(.notInRoster))
            #expect(foreign?.exit == .notAllowed)

            let pinned = String(repeating: "00", count: 32)
            let settings = #"{"version":1,"listen":"127.0.0.1:0","roster_hash":"\#(pinned)"}"#
            try Data(settings.utf8).write(to: URL(filePath: home.configuration))
            try FileManager.default.removeItem(atPath: home.archive)
            _ = try self.writeRoster(try self.builder(identity), to: home)
            let unpinned = await #expect(throws: RelayFailure.self) { _ = try await self.relay(home) }
            #expect(unpinned == .rosterRejected(.pinnedHashDiffers))
        }
    }

    @Test("a running relay answers with its status, keeps a second one out, and leaves no socket behind")
    func statusWhileRunning() async throws {
        try await self.withHome { home in
            let identity = try RelaySetup.create(home, listen: "127.0.0.1:0")
            _ = try self.writeRoster(try self.builder(identity), to: home)
            #expect(throws: RelayFailure.notRunning(path: home.path)) { _ = try RelayStatusReader.read(home) }
            let relay = try await self.relay(home)
            let task = Task { try await relay.run(handlesSignals: false) }
            let status = try RelayStatusReader.read(home)
            #expect(status["schema"]?.stringValue == "relay-status/1")
            #expect(status["member"]?.stringValue == "alpha")
            #expect(status["listening"]?.stringValue == relay.address?.description)
            #expect(status["roster"]?.objectValue?["epoch"]?.integerValue == 1)
            #expect(status["entries"]?.integerValue == 0)
            let second = await #expect(throws: RelayFailure.self) { _ = try await self.relay(home) }
            #expect(second == .alreadyRunning(path: home.path))
            #expect(second?.exit == .unavailable)
            task.cancel()
            try? await task.value
            #expect(!FileManager.default.fileExists(atPath: home.statusSocket))
        }
    }

    @Test("a newer roster.bin is taken at the next start, an older one is not")
    func newerRosterFile() async throws {
        try await self.withHome { home in
            let identity = try RelaySetup.create(home, listen: "127.0.0.1:0")
            let first = try self.writeRoster(try self.builder(identity), to: home)
            let held = try RosterVerifier.verify(
                first.encoded(),
                previous: nil,
                pinnedHash: Hashing.sha256(first.rosterBytes)
            )
            try await self.runBriefly(home) { relay in
                #expect(relay.status().rosterEpoch == 1)
            }
            _ = try self.writeRoster(RosterBuilder(after: held, issuedDay: 20_001), to: home)
            try await self.runBriefly(home) { relay in
                #expect(relay.status().rosterEpoch == 2)
            }
            try Data(first.encoded()).write(to: URL(filePath: home.roster))
            try await self.runBriefly(home) { relay in
                #expect(relay.status().rosterEpoch == 2)
            }
        }
    }

    private func runBriefly(_ home: RelayHome, _ look: (Relay) -> Void) async throws {
        let relay = try await self.relay(home)
        let task = Task { try await relay.run(handlesSignals: false) }
        look(relay)
        task.cancel()
        try? await task.value
    }

    @Test("commands give data on one stream, talk on the other, and the documented exit status")
    func commands() async throws {
        try await self.withHome { home in
            let made = RelayCommands.initialise(home: home, listen: "127.0.0.1:0", json: true)
            #expect(made.exit == .success)
            #expect(made.talk.isEmpty)
            let document = try JSONParser.parse(Array(made.data.utf8)).objectValue
            #expect(document?["schema"]?.stringValue == "relay-init/1")
            #expect(document?["endpoint"]?.stringValue?.count == 64)
            #expect(RelayCommands.initialise(home: home, listen: "127.0.0.1:0", json: false).exit == .configuration)
            #expect(RelayCommands.status(home: home, json: true).exit == .unavailable)
            #expect(await RelayCommands.serve(home: home, listen: "nowhere").exit == .usage)
            let unserved = await RelayCommands.serve(home: home, listen: nil)
            #expect(unserved.exit == .configuration)
            #expect(unserved.data.isEmpty)
            #expect(unserved.talk.contains("roster.bin"))
            #expect(RelayCommands.version(json: false).data == "fairlead-relay \(Relay.version)")
        }
    }

    @Test("a port in use is told with its exit status")
    func portInUse() async throws {
        try await self.withHome { home in
            let identity = try RelaySetup.create(home, listen: "127.0.0.1:0")
            _ = try self.writeRoster(try self.builder(identity), to: home)
            let relay = try await self.relay(home)
            let task = Task { try await relay.run(handlesSignals: false) }
            let taken = try #require(relay.address)
            try await self.withHome { other in
                let identity = try RelaySetup.create(other, listen: taken.description)
                _ = try self.writeRoster(try self.builder(identity), to: other)
                let failure = await #expect(throws: RelayFailure.self) { _ = try await self.relay(other) }
                #expect(failure == .transport(.portInUse(taken)))
                #expect(failure?.exit == .unavailable)
            }
            task.cancel()
            try? await task.value
        }
    }
}
