// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Testing

@Suite("X25519") struct AgreementTests {
    struct Group: Decodable {
        struct Test: Decodable {
            let tcId: Int
            let flags: [String]
            let `public`: String
            let `private`: String
            let shared: String
            let result: WycheproofResult
        }

        let tests: [Test]
    }

    @Test("agrees with all 518 Wycheproof cases; of the acceptable ones only those with a zero secret are refused")
    func wycheproof() throws {
        let file = try VectorFile.decode("wycheproof/x25519_test.json", as: WycheproofFile<Group>.self)
        var count = 0
        var refused = 0
        for test in file.testGroups.flatMap(\.tests) {
            count += 1
            let key = try AgreementKey(privateKey: SecretBytes(copying: try Hex.decode(test.private)))
            let peer = try AgreementPublicKey(bytes: try Hex.decode(test.public))
            if Set(test.shared) == ["0"] {
                refused += 1
                #expect(throws: CryptographyError.lowOrderPublicKey) { try key.sharedSecret(with: peer) }
                #expect(test.flags.contains("ZeroSharedSecret") && test.result == .acceptable, "case \(test.tcId)")
            } else {
                let shared = try key.sharedSecret(with: peer)
                #expect(Hex.encode(shared.copiedBytes()) == test.shared, "case \(test.tcId)")
            }
        }
        #expect(count == 518)
        #expect(refused == 31)
    }

    @Test("both sides get the same secret")
    func agreement() throws {
        let one = AgreementKey()
        let other = AgreementKey()
        let shared = try one.sharedSecret(with: other.publicKey)
        let again = try AgreementKey(privateKey: other.privateKeyBytes).sharedSecret(with: one.publicKey)
        #expect(shared == again)
    }

    @Test("refuses keys of another length")
    func lengths() {
        #expect(throws: CryptographyError.wrongLength(.agreementKey, expected: 32, actual: 33)) {
            try AgreementPublicKey(bytes: [UInt8](repeating: 1, count: 33))
        }
        #expect(throws: CryptographyError.wrongLength(.agreementKey, expected: 32, actual: 0)) {
            try AgreementKey(privateKey: SecretBytes(copying: []))
        }
    }
}
