// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Cryptography
import Foundation
import TestSupport
import Testing

@Suite("an officer's key file") struct OfficerKeyFileTests {
    static let passphrase = SecretBytes(copying: [UInt8]("kept in mind".utf8))

    static func make() throws -> (file: OfficerKeyFile, key: SigningKey) {
        try OfficerKeyFile.create(
            name: try #require(OfficerName("Officer Keel")),
            passphrase: Self.passphrase,
            parameters: try PassphraseParameters(operations: 1, memoryBytes: 8_192)
        )
    }

    @Test("opens to the key that was made")
    func roundTrip() throws {
        let made = try Self.make()
        let read = try OfficerKeyFile.decode(try made.file.encoded())
        #expect(read == made.file)
        #expect(read.name.text == "Officer Keel")
        let key = try read.unlock(passphrase: Self.passphrase)
        #expect(key.publicKey == made.key.publicKey)
        #expect(key.seed == made.key.seed)
    }

    @Test("refuses a wrong passphrase as such")
    func wrongPassphrase() throws {
        let file = try Self.make().file
        #expect(throws: OfficerKeyFileError.wrongPassphrase) {
            try file.unlock(passphrase: SecretBytes(copying: [UInt8]("kept in mine".utf8)))
        }
    }

    @Test("shows the public part and hides the seed")
    func readable() throws {
        let made = try Self.make()
        let text = String(decoding: try made.file.encoded(), as: UTF8.self)
        #expect(text.contains("Officer Keel"))
        #expect(text.contains(Base64URL.encode(made.key.publicKey.bytes)))
        #expect(!text.contains(Base64URL.encode(made.key.seed.copiedBytes())))
        #expect(text.utf8.count < 1_024)
    }

    @Test(
        "with any field altered is damaged, malformed or unknown, never opened",
        arguments: [
            ("name", "\"Officer Reel\"", OfficerKeyFileError.damaged),
            ("name", "\"\"", .malformed(field: "name")),
            ("name", "\"two\\nlines\"", .malformed(field: "name")),
            ("name", "7", .malformed(field: "name")),
            ("publicKey", "\"AAAA\"", .malformed(field: "publicKey")),
            ("publicKey", "\"" + String(repeating: "A", count: 43) + "\"", .damaged),
            ("sealedSeed", "\"" + String(repeating: "A", count: 96) + "\"", .damaged),
            ("sealedSeed", "\"A+==\"", .malformed(field: "sealedSeed")),
            ("checksum", "\"" + String(repeating: "A", count: 43) + "\"", .damaged),
            ("format", "\"fairlead-officer-key/2\"", .unknownFormat),
            ("format", "1", .malformed(field: "format")),
            ("derivation", "{}", .malformed(field: "algorithm")),
            (
                "derivation",
                "{\"algorithm\":\"argon2i\",\"memoryBytes\":8192,\"operations\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
                .unknownParameters
            ),
            (
                "derivation",
                "{\"algorithm\":\"argon2id13\",\"memoryBytes\":99999999999,\"operations\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
                .unknownParameters
            ),
            (
                "derivation",
                "{\"algorithm\":\"argon2id13\",\"memoryBytes\":8192,\"operations\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA\"}",
                .damaged
            ),
            ("more", "1", .malformed(field: nil)),
        ] as [(String, String, OfficerKeyFileError)]
    )
    func altered(field: String, value: String, expected: OfficerKeyFileError) throws {
        let encoded = Data(try Self.make().file.encoded())
        var object = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
        object[field] = try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: object))
        #expect(throws: expected) { try OfficerKeyFile.decode(bytes) }
    }

    @Test(
        "that lacks a field says which",
        arguments: [
            "checksum", "derivation", "format", "name", "publicKey", "sealedSeed",
        ]
    )
    func missing(field: String) throws {
        let encoded = Data(try Self.make().file.encoded())
        var object = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
        object[field] = nil
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: object))
        #expect(throws: OfficerKeyFileError.malformed(field: field)) { try OfficerKeyFile.decode(bytes) }
    }

    @Test("cut, changed at any byte, or made of noise is refused or the same file")
    func hostileBytes() throws {
        let file = try Self.make().file
        let encoded = try file.encoded()
        for length in 0..<encoded.count - 2 {
            #expect(throws: OfficerKeyFileError.self) { try OfficerKeyFile.decode([UInt8](encoded.prefix(length))) }
        }
        for index in encoded.indices {
            for bit: UInt8 in [1, 4, 0x80] {
                var bytes = encoded
                bytes[index] ^= bit
                do {
                    #expect(try OfficerKeyFile.decode(bytes) == file, "byte \(index), bit \(bit)")
                } catch {
                    continue
                }
            }
        }
        #expect(throws: OfficerKeyFileError.tooLarge(limit: 8_192)) {
            try OfficerKeyFile.decode([UInt8](repeating: 0x20, count: 8_193))
        }
    }

    @Test("is written for its owner alone and never over another file")
    func onDisk() throws {
        let folder = try ScratchFolder()
        let path = folder.path("keel.json")
        let file = try Self.make().file
        try file.write(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(try OfficerKeyFile.read(from: path) == file)
        #expect(throws: OfficerKeyFileError.alreadyExists) { try Self.make().file.write(to: path) }
        #expect(try OfficerKeyFile.read(from: path) == file)
        #expect(throws: OfficerKeyFileError.notAccessible) { try file.write(to: folder.path("none/keel.json")) }
        #expect(throws: OfficerKeyFileError.notAccessible) { try OfficerKeyFile.read(from: folder.path("none.json")) }
    }

    @Test(
        "holds names of one short line only",
        arguments: ["", " a", "a ", "a\nb", "a\u{0}", "a\u{85}b", String(repeating: "x", count: 81)]
    )
    func names(text: String) {
        #expect(OfficerName(text) == nil)
        #expect(OfficerName("José Ñandú 李") != nil)
    }
}
