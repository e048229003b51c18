// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Testing

@Suite("XChaCha20-Poly1305") struct SealedBoxTests {
    struct Group: Decodable {
        struct Test: Decodable {
            let tcId: Int
            let key: String
            let iv: String
            let aad: String
            let msg: String
            let ct: String
            let tag: String
            let result: WycheproofResult
        }

        let tests: [Test]
    }

    @Test("agrees with all 315 Wycheproof cases")
    func wycheproof() throws {
        let file = try VectorFile.decode("wycheproof/xchacha20_poly1305_test.json", as: WycheproofFile<Group>.self)
        var count = 0
        for test in file.testGroups.flatMap(\.tests) {
            count += 1
            let key = SecretBytes(copying: try Hex.decode(test.key))
            let nonce = try Hex.decode(test.iv)
            let context = try Hex.decode(test.aad)
            let sealed = try Hex.decode(test.iv + test.ct + test.tag)
            switch test.result {
            case .valid:
                #expect(try SealedBox.open(sealed, key: key, authenticating: context) == Hex.decode(test.msg))
                let again = try SealedBox.seal(
                    try Hex.decode(test.msg),
                    key: key,
                    nonce: nonce,
                    authenticating: context
                )
                #expect(again == sealed, "case \(test.tcId)")
            case .invalid where nonce.count == SealedBox.nonceByteCount:
                #expect(throws: CryptographyError.authenticationFailed, "case \(test.tcId)") {
                    try SealedBox.open(sealed, key: key, authenticating: context)
                }
            case .invalid:
                #expect(
                    throws: CryptographyError.wrongLength(.aeadNonce, expected: 24, actual: nonce.count),
                    "case \(test.tcId)"
                ) {
                    try SealedBox.seal(try Hex.decode(test.msg), key: key, nonce: nonce, authenticating: context)
                }
            case .acceptable:
                Issue.record("no such case is published")
            }
        }
        #expect(count == 315)
    }

    @Test("opens what it sealed, and nothing with any byte changed or cut off")
    func alterations() throws {
        let key = SecretBytes(random: SealedBox.keyByteCount)
        let sealed = try SealedBox.seal([1, 2, 3], key: key, authenticating: [4])
        #expect(sealed.count == 3 + SealedBox.overhead)
        #expect(try SealedBox.open(sealed, key: key, authenticating: [4]) == [1, 2, 3])
        #expect(try SealedBox.openSecret(sealed, key: key, authenticating: [4]) == SecretBytes(copying: [1, 2, 3]))
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 0x80
            #expect(throws: CryptographyError.authenticationFailed) {
                try SealedBox.open(altered, key: key, authenticating: [4])
            }
            #expect(throws: CryptographyError.authenticationFailed) {
                try SealedBox.openSecret(altered, key: key, authenticating: [4])
            }
        }
        for length in 0..<sealed.count {
            #expect(throws: CryptographyError.self) {
                try SealedBox.open([UInt8](sealed.prefix(length)), key: key, authenticating: [4])
            }
        }
        #expect(throws: CryptographyError.wrongLength(.sealedBytes, expected: 40, actual: 39)) {
            try SealedBox.open([UInt8](repeating: 0, count: 39), key: key, authenticating: [])
        }
        #expect(throws: CryptographyError.wrongLength(.aeadKey, expected: 32, actual: 16)) {
            try SealedBox.seal([1], key: SecretBytes(random: 16), authenticating: [])
        }
    }

    @Test("seals nothing and secrets too, each time under another nonce")
    func emptyAndSecret() throws {
        let key = SecretBytes(random: SealedBox.keyByteCount)
        let first = try SealedBox.seal([], key: key, authenticating: [])
        #expect(try SealedBox.open(first, key: key, authenticating: []) == [])
        #expect(try SealedBox.seal([], key: key, authenticating: []) != first)
        let secret = SecretBytes(random: 100)
        let sealed = try SealedBox.seal(secret, key: key, authenticating: [1])
        #expect(try SealedBox.openSecret(sealed, key: key, authenticating: [1]) == secret)
    }
}
