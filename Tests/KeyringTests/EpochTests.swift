// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Database
import Foundation
import GRDB
import Keyring
import TestSupport
import Testing

@Suite("epochs of the keyring") struct EpochTests {
    static let passphrase = KeyringTests.passphrase

    static func open(_ folder: ScratchFolder) throws -> Keyring {
        try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
    }

    static func files(_ folder: ScratchFolder) throws -> Data {
        var bytes = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() {
            bytes.append(try Data(contentsOf: URL(filePath: folder.path(name))))
        }
        return bytes
    }

    /// A copy of the folder as a backup makes it: without `epoch.key`, unless the backup was made carelessly.
    static func backup(_ folder: ScratchFolder, isCareless: Bool = false) throws -> ScratchFolder {
        let copy = try ScratchFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        where isCareless || name != "epoch.key" {
            try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
        }
        return copy
    }

    @Test("moves every key that is destroyed in time, and gives the same keys afterwards")
    func change() throws {
        let folder = try ScratchFolder()
        let keyring = try KeyringTests.make(folder)
        try keyring.addAudienceKey(KeyringTests.audienceKey("customs", 1))
        let before = try keyring.openingKeys().map(\.publicKey)
        let first = keyring.epochKeys.current
        #expect(first.number == 1)
        #expect(first.firstDay == 100)
        try keyring.startEpoch(on: 130)
        #expect(throws: KeyringError.epochNotMoved) { try keyring.endEpoch() }
        #expect(try keyring.moveKeys() == 2)
        try keyring.endEpoch()
        #expect(keyring.epochKeys.former == nil)
        #expect(keyring.epochKeys.current.number == 2)
        #expect(keyring.epochKeys.current.firstDay == 130)
        #expect(keyring.epochKeys.current.secret != first.secret)
        #expect(try Self.open(folder).openingKeys().map(\.publicKey) == before)
        #expect(try Self.open(folder).epochKeys == keyring.epochKeys)
    }

    @Test("a cut after each step leaves everything readable, and the steps can be done again", arguments: 0...3)
    func cuts(steps: Int) throws {
        let folder = try ScratchFolder()
        var keyring: Keyring? = try KeyringTests.make(folder)
        try keyring?.addAudienceKey(KeyringTests.audienceKey("customs", 1))
        let before = try keyring?.openingKeys().map(\.publicKey)
        if steps > 0 { try keyring?.startEpoch(on: 130) }
        if steps > 1 { try keyring?.moveKeys() }
        if steps > 2 { try keyring?.endEpoch() }
        keyring = nil
        // A half-written successor of the file is what a cut while it was written leaves.
        try Data([1, 2, 3]).write(to: URL(filePath: folder.path("epoch.key.new")))
        let opened = try Self.open(folder)
        #expect(try opened.openingKeys().map(\.publicKey) == before)
        #expect((opened.epochKeys.former != nil) == (1...2).contains(steps))
        try opened.startEpoch(on: 131)
        try opened.moveKeys()
        try opened.endEpoch()
        #expect(opened.epochKeys.current.number == (steps == 3 ? 3 : 2))
        #expect(try opened.openingKeys().map(\.publicKey) == before)
        #expect(try Self.open(folder).openingKeys().map(\.publicKey) == before)
    }

    @Test("a transaction that fails on the last key moves none")
    func allOrNothing() throws {
        let folder = try ScratchFolder()
        let keyring = try KeyringTests.make(folder)
        try keyring.addAudienceKey(KeyringTests.audienceKey("customs", 1))
        let before = try keyring.openingKeys().map(\.publicKey)
        try KeyringTests.alter(
            folder,
            """
            CREATE TRIGGER full BEFORE UPDATE ON private_key WHEN old.kind = 'audience'
            BEGIN SELECT RAISE(ABORT, 'no room'); END
            """
        )
        try keyring.startEpoch(on: 130)
        #expect(throws: (any Error).self) { try keyring.moveKeys() }
        #expect(throws: KeyringError.epochNotMoved) { try keyring.endEpoch() }
        #expect(try Self.open(folder).openingKeys().map(\.publicKey) == before)
        try KeyringTests.alter(folder, "DROP TRIGGER full")
        #expect(try keyring.moveKeys() == 2)
        try keyring.endEpoch()
        #expect(try keyring.openingKeys().map(\.publicKey) == before)
    }

    @Test("a missing, cut, altered or foreign epoch.key is told, never replaced")
    func damagedFile() throws {
        let folder = try ScratchFolder()
        _ = try KeyringTests.make(folder)
        let url = URL(filePath: folder.path("epoch.key"))
        let good = try Data(contentsOf: url)
        for index in good.indices {
            var bad = good
            bad[index] ^= 1
            try bad.write(to: url)
            #expect(throws: KeyringError.epochKeyDamaged, "byte \(index)") { try Self.open(folder) }
            try Data(good.prefix(index)).write(to: url)
            #expect(throws: KeyringError.epochKeyDamaged, "\(index) bytes") { try Self.open(folder) }
        }
        let other = try ScratchFolder()
        _ = try KeyringTests.make(other)
        try Data(contentsOf: URL(filePath: other.path("epoch.key"))).write(to: url)
        #expect(throws: KeyringError.epochKeyDamaged) { try Self.open(folder) }
        try FileManager.default.removeItem(at: url)
        #expect(throws: KeyringError.epochKeyMissing) { try Self.open(folder) }
        try good.write(to: url)
        _ = try Self.open(folder)
    }

    @Test("a destroyed sub-key is in no byte of database, log and later backup, and opens from no earlier backup")
    func destroyedSubKey() throws {
        let folder = try ScratchFolder()
        let keyring = try KeyringTests.make(folder)
        let destroyed = try keyring.agreementKeys()[0].key
        _ = try keyring.addAgreementKey(days: 125...154)
        let sealed = try DatabaseQueue(path: folder.path("keyring.sqlite")).read { database in
            try #require(
                try Data.fetchOne(
                    database,
                    sql: "SELECT sealed FROM private_key WHERE kind = 'agreement' AND number = 1"
                )
            )
        }
        let needles = [sealed.suffix(40), Data(destroyed.privateKeyBytes.copiedBytes())]
        let earlier = try Self.backup(folder)
        let careless = try Self.backup(folder, isCareless: true)
        #expect(try Self.files(folder).range(of: needles[0]) != nil, "the search finds what is there")
        #expect(try Self.files(earlier).range(of: needles[0]) != nil)

        #expect(try keyring.removeAgreementKeys(endedBefore: 160) == 2)
        _ = try keyring.addAgreementKey(days: 160...189)
        try keyring.startEpoch(on: 160)
        try keyring.moveKeys()
        try keyring.endEpoch()

        for image in [folder, try Self.backup(folder, isCareless: true)] {
            let bytes = try Self.files(image)
            for needle in needles { #expect(bytes.range(of: needle) == nil) }
        }
        // The earlier backup, with the passphrase and today's epoch.key: the key of its epoch is gone.
        try FileManager.default.copyItem(atPath: folder.path("epoch.key"), toPath: earlier.path("epoch.key"))
        #expect(throws: KeyringError.damaged(.agreement)) { try Self.open(earlier).agreementKeys() }
        // Control: a backup that took epoch.key along gives the key back; that is why none does.
        #expect(try Self.open(careless).agreementKeys().contains { $0.key.publicKey == destroyed.publicKey })
    }
}
