// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Testing

@Suite("Ed25519") struct SigningTests {
    struct Group: Decodable {
        struct Key: Decodable { let pk: String }
        struct Test: Decodable {
            let tcId: Int
            let msg: String
            let sig: String
            let result: WycheproofResult
        }

        let publicKey: Key
        let tests: [Test]
    }

    @Test("agrees with all 151 Wycheproof cases")
    func wycheproof() throws {
        let file = try VectorFile.decode("wycheproof/ed25519_test.json", as: WycheproofFile<Group>.self)
        var count = 0
        for group in file.testGroups {
            let key = try SigningPublicKey(bytes: Hex.decode(group.publicKey.pk))
            for test in group.tests {
                let isValid = key.isValid(signature: try Hex.decode(test.sig), for: try Hex.decode(test.msg))
                #expect(isValid == (test.result == .valid), "case \(test.tcId)")
                count += 1
            }
        }
        #expect(count == 151)
    }

    @Test("gives the key and the signature of RFC 8032, section 7.1, test 2")
    func rfc8032() throws {
        let seed = try Hex.decode("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
        let key = try SigningKey(seed: SecretBytes(copying: seed))
        #expect(
            Hex.encode(key.publicKey.bytes) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
        )
        #expect(
            Hex.encode(key.sign([0x72]))
                == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00"
        )
        #expect(key.seed == SecretBytes(copying: seed))
    }

    @Test("signs the same bytes the same way, and nothing verifies under another key or with a bit changed")
    func roundTrip() throws {
        let key = SigningKey()
        let message = [UInt8]("a header".utf8)
        let signature = key.sign(message)
        #expect(signature == key.sign(message))
        #expect(key.publicKey.isValid(signature: signature, for: message))
        #expect(!SigningKey().publicKey.isValid(signature: signature, for: message))
        for index in signature.indices {
            var altered = signature
            altered[index] ^= 1
            #expect(!key.publicKey.isValid(signature: altered, for: message), "byte \(index)")
        }
        #expect(!key.publicKey.isValid(signature: [UInt8](signature.dropLast()), for: message))
        #expect(!key.publicKey.isValid(signature: [], for: message))
        #expect(key.publicKey.isValid(signature: key.sign([]), for: []))
    }

    @Test("refuses keys and seeds of another length")
    func lengths() {
        #expect(throws: CryptographyError.wrongLength(.signingKey, expected: 32, actual: 31)) {
            try SigningPublicKey(bytes: [UInt8](repeating: 1, count: 31))
        }
        #expect(throws: CryptographyError.wrongLength(.signingSeed, expected: 32, actual: 64)) {
            try SigningKey(seed: SecretBytes(random: 64))
        }
    }

    @Test("a key of small order verifies nothing")
    func smallOrder() throws {
        let key = try SigningPublicKey(bytes: [1] + [UInt8](repeating: 0, count: 31))
        let forged = [1] + [UInt8](repeating: 0, count: 63)
        #expect(!key.isValid(signature: forged, for: [1, 2, 3]))
    }

    @Test("names a key by eleven characters, and orders keys by their bytes")
    func names() throws {
        let low = try SigningPublicKey(bytes: [UInt8](repeating: 0, count: 32))
        let high = try SigningPublicKey(bytes: [1] + [UInt8](repeating: 0, count: 31))
        #expect(low < high)
        #expect(low.keyID == "Zmh6rfhivXc")
        #expect(low.keyID != high.keyID)
    }
}
