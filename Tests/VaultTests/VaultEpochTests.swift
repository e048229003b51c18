// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography
import Foundation
import GRDB
import Testing
import Vault

@Suite("epochs of the vault") struct VaultEpochTests {
    private static func enrol(_ numbers: ClosedRange<UInt8>, in vault: Vault) throws {
        for number in numbers {
            try vault.enrol(
                ReferrerRecord(VaultFixture.values),
                for: VaultFixture.caseID(number),
                access: VaultFixture.desk
            )
        }
    }

    private static func name(_ number: UInt8, in vault: Vault) throws -> String? {
        let record = try vault.identity(of: VaultFixture.caseID(number), access: VaultFixture.officer)
        return record.withFirst(.name) { $0 }
    }

    private static func wrapped(_ path: String) throws -> [Data] {
        let queue = try DatabaseQueue(path: path)
        defer { do { try queue.close() } catch { Issue.record(error) } }
        return try queue.read { try Data.fetchAll($0, sql: "SELECT wrapped FROM case_keys ORDER BY case_id") }
    }

    @Test("all live cases open under the next epoch's key alone, and the former wrappings are in no byte of the files")
    func move() throws {
        let fixture = try VaultFixture()
        try Self.enrol(1...3, in: fixture.vault)
        let former = try Self.wrapped(fixture.path)
        let next = fixture.nextKeys()
        #expect(try fixture.vault.moveKeys(to: next) == 3)
        fixture.vault.use(EpochKeys(current: next.current))
        for number: UInt8 in 1...3 {
            #expect(try Self.name(number, in: fixture.vault) == "Priya Ramanathan-Cole")
        }
        let reopened = try fixture.reopened(keys: EpochKeys(current: next.current))
        #expect(try Self.name(2, in: reopened) == "Priya Ramanathan-Cole")
        #expect(throws: VaultError.wrongKey) { _ = try fixture.reopened() }
        let current = try Self.wrapped(fixture.path)
        for file in try fixture.files() {
            for wrapping in former {
                #expect(!contains([UInt8](wrapping.suffix(40)), in: file.bytes), "\(file.name)")
            }
        }
        let found = try fixture.files().contains { contains([UInt8](current[0].suffix(40)), in: $0.bytes) }
        #expect(found, "the search finds what is there")
    }

    @Test(
        "a cut before, between or after the steps leaves every case readable, and they can be done again",
        arguments: 0...2
    )
    func cuts(steps: Int) throws {
        let fixture = try VaultFixture()
        try Self.enrol(1...2, in: fixture.vault)
        let next = fixture.nextKeys()
        if steps > 0 { try fixture.vault.moveKeys(to: next) }
        if steps > 1 { try fixture.vault.moveKeys(to: next) }
        let reopened = try fixture.reopened(keys: next)
        #expect(try Self.name(1, in: reopened) == "Priya Ramanathan-Cole")
        #expect(try reopened.moveKeys(to: next) == (steps == 0 ? 2 : 0))
        let done = try fixture.reopened(keys: EpochKeys(current: next.current))
        #expect(try Self.name(2, in: done) == "Priya Ramanathan-Cole")
    }

    @Test("a transaction that fails on one case moves none")
    func allOrNothing() throws {
        let fixture = try VaultFixture()
        try Self.enrol(1...3, in: fixture.vault)
        let queue = try DatabaseQueue(path: fixture.path)
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER full BEFORE UPDATE ON case_keys WHEN old.case_id > (SELECT min(case_id) FROM case_keys)
                    BEGIN SELECT RAISE(ABORT, 'no room'); END
                    """
            )
        }
        let next = fixture.nextKeys()
        #expect(throws: (any Error).self) { try fixture.vault.moveKeys(to: next) }
        #expect(try Self.name(1, in: try fixture.reopened()) == "Priya Ramanathan-Cole", "all lie under the former key")
        for number: UInt8 in 1...3 {
            #expect(try Self.name(number, in: fixture.vault) == "Priya Ramanathan-Cole", "the desk goes on")
        }
        try queue.write { try $0.execute(sql: "DROP TRIGGER full") }
        #expect(try fixture.vault.moveKeys(to: next) == 3)
    }

    @Test("a record that comes while keys are moved survives the end of the epoch")
    func enrolMeanwhile() throws {
        let fixture = try VaultFixture()
        try Self.enrol(1...1, in: fixture.vault)
        let next = fixture.nextKeys()
        let group = DispatchGroup()
        let vault = fixture.vault
        DispatchQueue.global().async(group: group) {
            do {
                try Self.enrol(2...40, in: vault)
            } catch {
                Issue.record(error)
            }
        }
        try fixture.vault.moveKeys(to: next)
        fixture.vault.use(EpochKeys(current: next.current))
        group.wait()
        for number: UInt8 in 1...40 {
            #expect(try Self.name(number, in: fixture.vault) == "Priya Ramanathan-Cole")
        }
    }

    @Test("a shredded case opens from no earlier backup once the epoch is over, even with all of today's keys")
    func backupAfterShredding() throws {
        let fixture = try VaultFixture()
        try Self.enrol(1...2, in: fixture.vault)
        let backup = fixture.folder.appending(path: "backup.sqlite")
        _ = try fixture.vault.liveCases()
        let copy = try DatabaseQueue(path: backup.path)
        try DatabaseQueue(path: fixture.path).backup(to: copy)
        try copy.close()

        try fixture.vault.shred(VaultFixture.caseID(1), access: VaultFixture.desk)
        // Before the epoch is over the backup still opens with the epoch's key: what a shredding promises only then.
        let early = try Vault(path: backup.path, keys: fixture.keys, audit: fixture.audit)
        #expect(try Self.name(1, in: early) == "Priya Ramanathan-Cole")

        let next = fixture.nextKeys()
        try fixture.vault.moveKeys(to: next)
        let today = EpochKeys(current: next.current)
        #expect(throws: VaultError.wrongKey) { _ = try Vault(path: backup.path, keys: today, audit: fixture.audit) }
        // Not even around the vault's own check: each wrapped key of the backup, tried with every key there is.
        for wrapping in try Self.wrapped(backup.path) {
            #expect(throws: CryptographyError.authenticationFailed) {
                try SealedBox.openSecret(
                    [UInt8](wrapping),
                    key: today.current.secret,
                    authenticating: Array("fairlead-case-key-v1".utf8) + [0] + VaultFixture.caseID(1).bytes + [0]
                )
            }
        }
        let control = try Self.wrapped(backup.path).contains { wrapping in
            do {
                _ = try SealedBox.openSecret(
                    [UInt8](wrapping),
                    key: fixture.keys.current.secret,
                    authenticating: Array("fairlead-case-key-v1".utf8) + [0] + VaultFixture.caseID(1).bytes + [0]
                )
                return true
            } catch {
                return false
            }
        }
        #expect(control, "the same attempt succeeds with the key that was destroyed")
    }
}
