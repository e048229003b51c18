// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Database
import Foundation
import GRDB
import Keyring
import TestSupport
import Testing

@Suite("keyring") struct KeyringTests {
    static let passphrase = SecretBytes(copying: [UInt8]("three words here".utf8))
    static let wrong = SecretBytes(copying: [UInt8]("three words hear".utf8))

    /// As cheap as allowed: these tests are not about the cost.
    static func cheap() throws -> PassphraseParameters {
        try PassphraseParameters(operations: 1, memoryBytes: 8_192)
    }

    static func make(_ folder: ScratchFolder) throws -> Keyring {
        try Keyring.create(
            at: folder.path("keyring.sqlite"),
            passphrase: Self.passphrase,
            parameters: try Self.cheap(),
            agreementDays: 100...129
        )
    }

    static let hub = SigningKey().publicKey

    static func audienceKey(
        _ audience: String,
        _ epoch: UInt64,
        by issuer: SigningPublicKey = KeyringTests.hub,
        days: ClosedRange<Int> = 100...129
    ) -> AudienceKey {
        AudienceKey(audience: audience, epoch: epoch, issuer: issuer, days: days, key: AgreementKey())
    }

    static func alter(_ folder: ScratchFolder, _ sql: String, _ arguments: StatementArguments = []) throws {
        let queue = try DatabaseQueue(path: folder.path("keyring.sqlite"))
        try queue.write { try $0.execute(sql: sql, arguments: arguments) }
        try queue.close()
    }

    @Test("gives the same keys when it is opened again")
    func reopen() throws {
        let folder = try ScratchFolder()
        let made = try Self.make(folder)
        let opened = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
        #expect(opened.signingKey.publicKey == made.signingKey.publicKey)
        #expect(opened.tlsIdentity.subjectPublicKeyInfoHash == made.tlsIdentity.subjectPublicKeyInfoHash)
        #expect(opened.epochKeys == made.epochKeys)
        #expect(opened.epochKeys.current.secret.count == 32)
        let keys = try opened.agreementKeys()
        #expect(keys.map(\.days) == [100...129])
        #expect(try keys.map(\.key.publicKey) == made.agreementKeys().map(\.key.publicKey))
    }

    @Test("refuses a wrong passphrase as such")
    func wrongPassphrase() throws {
        let folder = try ScratchFolder()
        _ = try Self.make(folder)
        #expect(throws: KeyringError.wrongPassphrase) {
            try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.wrong)
        }
        #expect(throws: KeyringError.wrongPassphrase) {
            try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: SecretBytes(copying: []))
        }
    }

    @Test("is never overwritten")
    func neverOverwritten() throws {
        let folder = try ScratchFolder()
        let made = try Self.make(folder)
        #expect(throws: KeyringError.alreadyExists(file: "keyring.sqlite")) { try Self.make(folder) }
        let opened = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
        #expect(opened.signingKey.publicKey == made.signingKey.publicKey)
    }

    @Test("that is missing, or was cut short while it was made, is not found and can be made")
    func notFound() throws {
        let folder = try ScratchFolder()
        let path = folder.path("keyring.sqlite")
        #expect(throws: KeyringError.notFound(file: "keyring.sqlite")) {
            try Keyring.open(at: path, passphrase: Self.passphrase)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        _ = try Self.make(folder)
        try Self.alter(folder, "DELETE FROM passphrase_record; DELETE FROM private_key")
        #expect(throws: KeyringError.notFound(file: "keyring.sqlite")) {
            try Keyring.open(at: path, passphrase: Self.passphrase)
        }
        _ = try Self.make(folder)
    }

    @Test(
        "calls an altered passphrase record damaged, whatever the passphrase",
        arguments: [
            "salt = zeroblob(16)", "sealed_key = zeroblob(72)", "checksum = zeroblob(32)", "operations = 2",
            "memory_bytes = 16384", "algorithm = 'scrypt'", "operations = -1", "salt = zeroblob(0)",
        ]
    )
    func damagedRecord(change: String) throws {
        let folder = try ScratchFolder()
        _ = try Self.make(folder)
        try Self.alter(folder, "UPDATE passphrase_record SET \(change)")
        for passphrase in [Self.passphrase, Self.wrong] {
            #expect(throws: KeyringError.damaged(nil)) {
                try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: passphrase)
            }
        }
    }

    @Test("calls an altered, missing or exchanged key damaged", arguments: KeyKind.allCases)
    func damagedKeys(kind: KeyKind) throws {
        let folder = try ScratchFolder()
        try Self.make(folder).addAudienceKey(Self.audienceKey("customs", 1))
        try Self.alter(
            folder,
            """
            UPDATE private_key SET sealed = (
                SELECT sealed FROM private_key AS other WHERE other.kind <> private_key.kind AND other.kind <> 'tls' LIMIT 1
            ) WHERE kind = ?
            """,
            [kind.rawValue]
        )
        #expect(throws: KeyringError.damaged(kind)) {
            let keyring = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
            _ = try keyring.openingKeys()
        }
    }

    @Test(
        "notices days, names and numbers that were changed",
        arguments: [
            "UPDATE private_key SET last_day = 400 WHERE kind = 'agreement'",
            "UPDATE private_key SET first_day = 400 WHERE kind = 'agreement'",
            "UPDATE private_key SET number = 2 WHERE kind = 'audience'",
            "UPDATE private_key SET name = 'partners' WHERE kind = 'audience'",
        ]
    )
    func boundNames(sql: String) throws {
        let folder = try ScratchFolder()
        try Self.make(folder).addAudienceKey(Self.audienceKey("customs", 1))
        try Self.alter(folder, sql)
        let keyring = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
        #expect(throws: KeyringError.self) { try keyring.openingKeys() }
    }

    @Test("of a newer version is refused")
    func newerVersion() throws {
        let folder = try ScratchFolder()
        _ = try Self.make(folder)
        try Self.alter(folder, "PRAGMA user_version = 9")
        #expect(throws: DatabaseFailure.newerVersion(file: "keyring.sqlite", found: 9, known: 2)) {
            try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
        }
    }

    @Test("keeps agreement keys by days and destroys those that ended")
    func agreementKeys() throws {
        let folder = try ScratchFolder()
        let keyring = try Self.make(folder)
        let second = try keyring.addAgreementKey(days: 125...154)
        #expect(second.number == 2)
        #expect(try keyring.agreementKeys().map(\.number) == [2, 1])
        #expect(try keyring.agreementKey(on: 110)?.number == 1)
        #expect(try keyring.agreementKey(on: 127)?.number == 2, "the newest that fits")
        #expect(try keyring.agreementKey(on: 155) == nil)
        #expect(try keyring.removeAgreementKeys(endedBefore: 129) == 0)
        #expect(try keyring.removeAgreementKeys(endedBefore: 130) == 1)
        #expect(try keyring.agreementKeys().map(\.key.publicKey) == [second.key.publicKey])
        #expect(try keyring.addAgreementKey(days: 150...180).number == 3, "numbers are not used twice")
    }

    @Test("keeps keys of audiences by epoch")
    func audienceKeys() throws {
        let folder = try ScratchFolder()
        let keyring = try Self.make(folder)
        let keys = [
            Self.audienceKey("customs", 1), Self.audienceKey("customs", 2, days: 130...159),
            Self.audienceKey("partners", 1),
        ]
        for key in keys { try keyring.addAudienceKey(key) }
        #expect(throws: KeyringError.alreadyStored(.audience)) {
            try keyring.addAudienceKey(Self.audienceKey("customs", 2))
        }
        for name in ["", String(repeating: "x", count: 65), "customs@hub"] {
            #expect(throws: KeyringError.unusableName) { try keyring.addAudienceKey(Self.audienceKey(name, 2)) }
        }
        let opened = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
        #expect(
            try opened.audienceKeys().map { "\($0.audience) \($0.epoch)" } == ["customs 1", "customs 2", "partners 1"]
        )
        let found = try opened.audienceKey(audience: "customs", epoch: 2, issuer: Self.hub)
        #expect(found?.key.publicKey == keys[1].key.publicKey)
        #expect(found?.days == 130...159)
        #expect(try opened.audienceKey(audience: "customs", epoch: 3, issuer: Self.hub) == nil)
        let own = try opened.agreementKeys()[0].key.publicKey
        let expected = [keys[2].key.publicKey, keys[1].key.publicKey, keys[0].key.publicKey, own]
        #expect(try opened.openingKeys().map(\.publicKey) == expected)
        #expect(try opened.removeAudienceKeys(endedBefore: 129) == 0)
        #expect(try opened.removeAudienceKeys(endedBefore: 130) == 2)
        #expect(try opened.audienceKeys().map(\.epoch) == [2])
    }

    @Test("keeps two hubs' epochs of one number apart")
    func twoHubs() throws {
        let folder = try ScratchFolder()
        let keyring = try Self.make(folder)
        let other = SigningKey().publicKey
        let keys = [Self.audienceKey("customs", 1), Self.audienceKey("customs", 1, by: other)]
        for key in keys { try keyring.addAudienceKey(key) }
        for key in keys {
            let found = try keyring.audienceKey(audience: "customs", epoch: 1, issuer: key.issuer)
            #expect(found?.key.publicKey == key.key.publicKey)
        }
    }

    @Test("opens with the new passphrase alone after a change")
    func changePassphrase() throws {
        let folder = try ScratchFolder()
        let keyring = try Self.make(folder)
        #expect(throws: KeyringError.wrongPassphrase) {
            try keyring.changePassphrase(from: Self.wrong, to: Self.wrong, parameters: try Self.cheap())
        }
        let dearer = try PassphraseParameters(operations: 2, memoryBytes: 16_384)
        try keyring.changePassphrase(from: Self.passphrase, to: Self.wrong, parameters: dearer)
        #expect(throws: KeyringError.wrongPassphrase) {
            try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.passphrase)
        }
        let opened = try Keyring.open(at: folder.path("keyring.sqlite"), passphrase: Self.wrong)
        #expect(opened.signingKey.publicKey == keyring.signingKey.publicKey)
        #expect(opened.epochKeys == keyring.epochKeys)
    }

    @Test("holds no private key in clear in any of its files")
    func nothingInClear() throws {
        let folder = try ScratchFolder()
        let keyring = try Self.make(folder)
        let audience = Self.audienceKey("customs", 1)
        try keyring.addAudienceKey(audience)
        let secrets = [
            keyring.signingKey.seed, keyring.epochKeys.current.secret, audience.key.privateKeyBytes,
            try keyring.agreementKeys()[0].key.privateKeyBytes, keyring.tlsIdentity.privateKeyDER.slice(40..<60),
            Self.passphrase,
        ]
        var bytes = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
            bytes.append(try Data(contentsOf: URL(filePath: folder.path(name))))
        }
        #expect(bytes.range(of: Data("agreement".utf8)) != nil, "the search finds what is there")
        for secret in secrets {
            #expect(bytes.range(of: Data(secret.copiedBytes())) == nil)
            #expect(bytes.range(of: Data(Hex.encode(secret.copiedBytes()).utf8)) == nil)
            #expect(bytes.range(of: Data(Base64URL.encode(secret.copiedBytes()).utf8)) == nil)
        }
    }

    @Test("shows no secret in a dump")
    func neverPrints() throws {
        let folder = try ScratchFolder()
        let keyring = try Self.make(folder)
        var text = "\(keyring)"
        dump(keyring, to: &text)
        dump(try keyring.agreementKeys(), to: &text)
        let epochKey = keyring.epochKeys.current.secret
        #expect(!text.contains(Hex.encode(epochKey.copiedBytes())))
        #expect(!text.contains(epochKey.copiedBytes().map(String.init).joined(separator: ", ")))
    }

    @Test("every error says what to do")
    func advice() {
        let errors: [KeyringError] = [
            .alreadyExists(file: "k"), .notFound(file: "k"), .wrongPassphrase, .damaged(nil), .damaged(.audience),
            .unknownParameters, .alreadyStored(.audience), .unusableName,
            .epochKeyMissing, .epochKeyDamaged, .epochKeyNotWritten, .epochNotMoved,
        ]
        for error in errors { #expect(error.advice.count > 20) }
    }
}
