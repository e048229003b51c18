// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing

@testable import Cryptography

@Suite("HPKE") struct HPKEBoxTests {
    struct Vector: Decodable {
        struct Encryption: Decodable {
            let aad: String
            let ct: String
            let pt: String
        }

        let info: String
        let skRm: String
        let pkRm: String
        let enc: String
        let encryptions: [Encryption]
    }

    @Test("opens all 257 encryptions of RFC 9180's vector")
    func vectors() throws {
        let vectors: [Vector] = try VectorFile.decode("hpke/x25519-hkdfsha256-chacha20poly1305-base.json")
        let vector = try #require(vectors.first)
        let key = try AgreementKey(privateKey: SecretBytes(copying: try Hex.decode(vector.skRm)))
        #expect(Hex.encode(key.publicKey.bytes) == vector.pkRm)
        let messages = try vector.encryptions.map { encryption in
            (ciphertext: try Hex.decode(encryption.ct), authenticating: try Hex.decode(encryption.aad))
        }
        let encapsulated = try Hex.decode(vector.enc)
        let info = try Hex.decode(vector.info)
        let opened = try HPKEBox.openAll(messages, encapsulated: encapsulated, with: key, info: info)
        #expect(opened.count == 257)
        #expect(opened.map { Hex.encode($0) } == vector.encryptions.map(\.pt))
        let first = try HPKEBox.open(
            messages[0].ciphertext,
            encapsulated: encapsulated,
            with: key,
            info: info,
            authenticating: messages[0].authenticating
        )
        #expect(Hex.encode(first) == vector.encryptions[0].pt)
    }

    @Test("opens what it sealed, 48 bytes longer, and differently each time")
    func roundTrip() throws {
        let key = AgreementKey()
        for length in [0, 1, 32, 5_000] {
            let plaintext = [UInt8](repeating: 7, count: length)
            let sealed = try HPKEBox.seal(plaintext, to: key.publicKey, info: [1], authenticating: [2])
            let again = try HPKEBox.seal(plaintext, to: key.publicKey, info: [1], authenticating: [2])
            #expect(sealed.encapsulated.count + sealed.ciphertext.count == length + HPKEBox.overhead)
            #expect(sealed.encapsulated != again.encapsulated)
            let opened = try HPKEBox.open(
                sealed.ciphertext,
                encapsulated: sealed.encapsulated,
                with: key,
                info: [1],
                authenticating: [2]
            )
            #expect(opened == plaintext)
        }
    }

    @Test("does not open with another key, purpose or context, nor with any byte changed")
    func alterations() throws {
        let key = AgreementKey()
        let sealed = try HPKEBox.seal([1, 2, 3], to: key.publicKey, info: [1], authenticating: [2])
        func opens(_ ciphertext: [UInt8], _ encapsulated: [UInt8], _ key: AgreementKey, _ info: [UInt8], _ aad: [UInt8])
            -> Bool
        {
            do {
                _ = try HPKEBox.open(ciphertext, encapsulated: encapsulated, with: key, info: info, authenticating: aad)
                return true
            } catch {
                return false
            }
        }
        #expect(opens(sealed.ciphertext, sealed.encapsulated, key, [1], [2]))
        #expect(!opens(sealed.ciphertext, sealed.encapsulated, AgreementKey(), [1], [2]))
        #expect(!opens(sealed.ciphertext, sealed.encapsulated, key, [9], [2]))
        #expect(!opens(sealed.ciphertext, sealed.encapsulated, key, [1], [9]))
        for index in sealed.ciphertext.indices {
            var altered = sealed.ciphertext
            altered[index] ^= 1
            #expect(!opens(altered, sealed.encapsulated, key, [1], [2]))
        }
        for index in sealed.encapsulated.indices {
            var altered = sealed.encapsulated
            altered[index] ^= 1
            #expect(!opens(sealed.ciphertext, altered, key, [1], [2]))
        }
        #expect(throws: CryptographyError.authenticationFailed) {
            try HPKEBox.open([], encapsulated: sealed.encapsulated, with: key, info: [1], authenticating: [2])
        }
        #expect(throws: CryptographyError.wrongLength(.encapsulatedKey, expected: 32, actual: 31)) {
            try HPKEBox.open(
                sealed.ciphertext,
                encapsulated: [UInt8](sealed.encapsulated.dropLast()),
                with: key,
                info: [1],
                authenticating: [2]
            )
        }
    }

    /// The seven points of order 1, 2, 4 and 8 in the forms that X25519 reads (https://cr.yp.to/ecdh.html).
    @Test(
        "seals to no key of low order and opens nothing sealed by one",
        arguments: [
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        ]
    )
    func lowOrder(point: String) throws {
        let bytes = try Hex.decode(point)
        let key = try AgreementPublicKey(bytes: bytes)
        #expect(throws: CryptographyError.lowOrderPublicKey) {
            try HPKEBox.seal([1], to: key, info: [], authenticating: [])
        }
        #expect(throws: CryptographyError.lowOrderPublicKey) {
            let ciphertext = [UInt8](repeating: 0, count: 17)
            _ = try HPKEBox.open(ciphertext, encapsulated: bytes, with: AgreementKey(), info: [], authenticating: [])
        }
        #expect(!AgreementKey().publicKey.isLowOrder)
    }
}
