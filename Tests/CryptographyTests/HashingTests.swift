// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing

@testable import Cryptography

@Suite("hashing") struct HashingTests {
    @Test("SHA-256 of FIPS 180-4's examples")
    func sha256() {
        #expect(
            Hex.encode(Hashing.sha256([UInt8]("abc".utf8)))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
        #expect(
            Hex.encode(Hashing.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
    }

    @Test("BLAKE2b of RFC 7693, appendix A")
    func blake2b() {
        #expect(
            Hex.encode(Hashing.blake2b([UInt8]("abc".utf8), length: 64))
                == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
        )
        #expect(Hashing.blake2b([1]).count == 32)
    }

    @Test(
        "HMAC-SHA-256 of RFC 4231, cases 1, 2 and 6",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                [UInt8]("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ]
    )
    func hmac(key: [UInt8], message: String, expected: String) {
        #expect(Hex.encode(Hashing.hmacSHA256(key: key, [UInt8](message.utf8))) == expected)
        #expect(Hex.encode(Hashing.hmacSHA256(key: SecretBytes(copying: key), [UInt8](message.utf8))) == expected)
    }

    @Test("compares without telling where two values differ")
    func comparison() {
        #expect(Hashing.isEqual([1, 2], [1, 2]))
        #expect(!Hashing.isEqual([1, 2], [1, 3]))
        #expect(!Hashing.isEqual([1, 2], [1]))
        #expect(Hashing.isEqual([], []))
    }
}

@Suite("Argon2id") struct PassphraseKeyTests {
    static let salt = [UInt8](0..<16)

    /// Made with the reference implementation of the Password Hashing Competition (argon2-cffi 25.1, one lane).
    ///
    /// libsodium fixes one lane and no secret, so that the vector of RFC 9106 (four lanes) cannot be given to it.
    @Test(
        "gives what the reference implementation gives",
        arguments: [
            (
                "correct horse battery staple", 3, 4_096,
                "553b121e233192ae3ccc4a3c2d44b29a3afb2636914a0b31197d99f07404f42c"
            ),
            ("пароль — señal", 1, 8, "5b60fe116dc4dc5c8d6497e40bfa1b60b5d61b41625cf2fcaa11551437956573"),
            ("", 2, 64, "27d635f833c91976f01cce988b3019e3b9889f66fe6b9efc7a0ec663c6059d07"),
        ]
    )
    func reference(passphrase: String, operations: UInt64, kibibytes: UInt64, expected: String) throws {
        let parameters = try PassphraseParameters(operations: operations, memoryBytes: kibibytes << 10)
        let key = try PassphraseKey.derive(
            passphrase: SecretBytes(copying: [UInt8](passphrase.utf8)),
            salt: Self.salt,
            parameters: parameters
        )
        #expect(Hex.encode(key.copiedBytes()) == expected)
    }

    /// Published with libsodium: `test/default/pwhash_argon2id`, seventh case.
    @Test("gives libsodium's published 231 bytes")
    func published() throws {
        let passphrase = try Hex.decode("b540beb016a5366524d4605156493f9874514a5aa58818cd0c6dfffaa9e90205f17b")
        let key = try PassphraseKey.derive(
            231,
            passphrase: SecretBytes(copying: passphrase),
            salt: [UInt8](try Hex.decode("44071f6d181561670bda728d43fb79b4")),
            parameters: PassphraseParameters(operations: 1, memoryBytes: 1_631_659)
        )
        #expect(
            Hex.encode(key.copiedBytes()).hasPrefix("7fb72409b0987f8190c3729710e98c3f80c5a8727d425fdcde7f3644d467fe97")
        )
        #expect(Hex.encode(key.copiedBytes()).hasSuffix("fd667b85f5b2d98c13303b3fe76285531a826b6fc0fe8e3dddecf"))
    }

    @Test(
        "refuses parameters out of range before any memory is taken",
        arguments: [
            (0, 1 << 20), (17, 1 << 20), (1, 8_191), (1, (1 << 30) + 1), (.max, .max),
        ] as [(UInt64, UInt64)]
    )
    func ranges(operations: UInt64, memoryBytes: UInt64) {
        #expect(
            throws: CryptographyError.passphraseParametersOutOfRange(operations: operations, memoryBytes: memoryBytes)
        ) {
            try PassphraseParameters(operations: operations, memoryBytes: memoryBytes)
        }
    }

    @Test("refuses a salt of another length")
    func saltLength() throws {
        let parameters = try PassphraseParameters(operations: 1, memoryBytes: 8_192)
        #expect(throws: CryptographyError.wrongLength(.passphraseSalt, expected: 16, actual: 8)) {
            try PassphraseKey.derive(
                passphrase: SecretBytes(copying: [1]),
                salt: [UInt8](repeating: 0, count: 8),
                parameters: parameters
            )
        }
    }
}
