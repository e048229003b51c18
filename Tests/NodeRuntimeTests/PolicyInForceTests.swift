// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Cryptography
import Foundation
import Ledger
import Policy
import PolicyFiles
import Roster
import StrictJSON
import Testing

@testable import NodeRuntime

@Suite("the policy in force at a desk")
struct PolicyInForceTests {
    /// 2026-11-20, the day of the shipped policy.
    private static let day = 20_777

    private static func keys(_ count: Int) -> [SigningKey] { (0..<count).map { _ in SigningKey() } }

    private static func roster(_ keys: [SigningKey], threshold: Int) throws -> (roster: Roster, signed: SignedRoster) {
        let network = try #require(NetworkID(bytes: [UInt8](repeating: 7, count: 16)))
        var builder = RosterBuilder(
            network: network,
            threshold: threshold,
            roots: keys.map(\.publicKey),
            issuedDay: 20_777
        )
        builder.put(
            RosterMember(
                key: SigningKey().publicKey,
                name: "customs-xx",
                organisation: "Example",
                country: "NL",
                region: "eur",
                memberClass: .customs,
                roles: [.origin],
                endpoints: [RosterEndpoint(role: .desk, spkiHash: [UInt8](repeating: 9, count: 32))],
                audiences: [.customs]
            )
        )
        let signed = try builder.sign(with: keys)
        let hash = Hashing.sha256(signed.rosterBytes)
        return (try RosterVerifier.verify(signed.encoded(), previous: nil, pinnedHash: hash), signed)
    }

    private static func load(_ home: DeskHome, _ roster: Roster, today: Int = day) throws -> PolicyInForce {
        let found = try PolicyInForce(
            home,
            vocabularies: try VocabularyFiles.load(),
            roster: roster,
            today: today
        )
        try found.keep(in: home)
        return found
    }

    private static func write(_ text: String, _ home: DeskHome, _ name: String = "default.yaml") throws {
        try FileManager.default.createDirectory(at: home.policyOverrides, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: home.policyOverrides.appending(path: name))
    }

    private static func shipped() throws -> String {
        String(decoding: try PolicyFixture.bytes("policy/default.yaml"), as: UTF8.self)
    }

    @Test("a policy that lets more out is applied from its day on, and the one before until then")
    func notice() throws {
        let (roster, _) = try Self.roster(Self.keys(1), threshold: 1)
        try PolicyFixture.withFolder { folder in
            let home = DeskHome(path: folder.path)
            #expect(try Self.load(home, roster).policies.effective.crowd[.partners]?.referrers == 5)
            let wider = try Self.shipped().replacing("partners: {referrers: 5", with: "partners: {referrers: 4")
                .replacing("effective: 2026-11-20", with: "effective: 2026-12-20")
            try Self.write(wider, home)
            let early = try Self.load(home, roster, today: Self.day + 29)
            #expect(early.policies.effective.crowd[.partners]?.referrers == 5)
            #expect(early.refusal?.contains("crowd partners") == true && early.refusal?.contains("2026-12-20") == true)
            // A restart does not make it older.
            #expect(try Self.load(home, roster, today: Self.day + 29).refusal == early.refusal)
            let due = try Self.load(home, roster, today: Self.day + 30)
            #expect(due.policies.effective.crowd[.partners]?.referrers == 4 && due.refusal == nil)
            let hasty = wider.replacing("partners: {referrers: 4", with: "partners: {referrers: 3")
                .replacing("announced: 2026-11-20", with: "announced: 2026-12-19")
            try Self.write(hasty, home)
            let refused = try Self.load(home, roster, today: Self.day + 400)
            #expect(refused.policies.effective.crowd[.partners]?.referrers == 4)
            #expect(refused.refusal?.contains("1 days of notice; 30 are needed") == true)
            // Less may leave at once, without any notice.
            try Self.write(hasty.replacing("partners: {referrers: 3", with: "partners: {referrers: 9"), home)
            #expect(
                try Self.load(home, roster, today: Self.day + 30).policies.effective.crowd[.partners]?.referrers == 9
            )
        }
    }

    @Test("where the federation has several roots its policy needs enough of their signatures")
    func signatures() throws {
        let keys = Self.keys(3)
        let (roster, signed) = try Self.roster(keys, threshold: 2)
        try PolicyFixture.withFolder { folder in
            let home = DeskHome(path: folder.path)
            // The program's own policy came with the program.
            _ = try Self.load(home, roster)
            try Self.write(try Self.shipped(), home)
            #expect(throws: Problem.self) { try Self.load(home, roster) }
            let file = home.policyOverrides.appending(path: "default.yaml").path
            let roots = try PolicyRoots(
                signedRoster: signed.encoded(),
                hash: Hex.encode(Hashing.sha256(signed.rosterBytes))
            )
            #expect(try roots.sign(file, with: keys[2]) == 1)
            #expect(throws: Problem.self) { try Self.load(home, roster) }
            #expect(throws: Problem.self) { try roots.verify(file) }
            #expect(try roots.sign(file, with: keys[0]) == 2)
            #expect(try roots.verify(file).objectValue?["signatures"] == .integer(2))
            #expect(try Self.load(home, roster).refusal == nil)
            #expect(throws: Problem.self) { try roots.sign(file, with: SigningKey()) }
            // One byte more, or another federation: the signatures are over neither.
            try Self.write(try Self.shipped() + "\n", home)
            #expect(throws: Problem.self) { try Self.load(home, roster) }
            try Self.write(try Self.shipped(), home)
            let other = try Self.roster(Self.keys(3), threshold: 2).roster
            #expect(throws: Problem.self) { try Self.load(home, other) }
        }
    }

    @Test("a signature file that is changed anywhere does not verify")
    func damagedSignatures() throws {
        let keys = Self.keys(2)
        let (roster, _) = try Self.roster(keys, threshold: 2)
        var signatures = PolicySignatureFile()
        for key in keys { try signatures.sign([1, 2, 3], with: key, roster: roster) }
        let bytes = signatures.encoded()
        #expect(try PolicySignatureFile(bytes).verify([1, 2, 3], roster: roster) == 2)
        var refusedCount = 0
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0x04
            do {
                #expect(try PolicySignatureFile(changed).verify([1, 2, 3], roster: roster) == 2)
                // Only blanks may differ without meaning anything.
                #expect([0x20, 0x0A, 0x24, 0x0E].contains(changed[position]) || bytes[position] == 0x20)
            } catch {
                refusedCount += 1
            }
        }
        #expect(refusedCount > bytes.count / 2)
        for length in bytes.indices {
            #expect(throws: Problem.self) { try PolicySignatureFile(Array(bytes[..<length])) }
        }
    }

    @Test("what a desk narrows narrows the policy that is in force, not the one that waits")
    func localWhileWaiting() throws {
        let (roster, _) = try Self.roster(Self.keys(1), threshold: 1)
        try PolicyFixture.withFolder { folder in
            let home = DeskHome(path: folder.path)
            _ = try Self.load(home, roster)
            let local = "local: x\nversion: '1'\nnarrows: fairlead-default\ncrowd: {partners: {referrers: 8}}\n"
            try Self.write(local, home, "local.yaml")
            let wider = try Self.shipped().replacing("customs: {referrers: 3", with: "customs: {referrers: 2")
            try Self.write(wider, home)
            let found = try Self.load(home, roster)
            #expect(found.refusal != nil)
            #expect(found.policies.effective.crowd[.partners]?.referrers == 8)
            #expect(found.policies.effective.crowd[.customs]?.referrers == 3)
        }
    }
}
