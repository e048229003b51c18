// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Testing

@Suite("secret bytes") struct SecretBytesTests {
    private struct Failure: Error, Equatable {}

    @Test("show nothing in any description, dump or mirror")
    func neverPrints() {
        let secret = SecretBytes(copying: [UInt8]("correct horse".utf8))
        var dumped = ""
        dump(secret, to: &dumped)
        var dumpedInside = ""
        dump([("key", secret)], to: &dumpedInside)
        let texts = [
            "\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])",
            "\(Optional(secret) as Any)",
            dumped, dumpedInside,
        ]
        for text in texts {
            #expect(!text.contains("correct"))
            #expect(!text.contains("99"), "the first byte in decimal: \(text)")
            #expect(!text.contains("13"), "the count: \(text)")
            #expect(text.contains("secret"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test("a key that holds them shows nothing either")
    func keysNeverPrint() {
        let seed = [UInt8](repeating: 0xAB, count: 32)
        for text in Self.texts(of: seed) {
            #expect(!text.lowercased().contains("abab"))
            #expect(!text.contains("171, 171"))
        }
    }

    private static func texts(of seed: [UInt8]) -> [String] {
        do {
            var dumped = ""
            dump(try SigningKey(seed: SecretBytes(copying: seed)), to: &dumped)
            dump(try AgreementKey(privateKey: SecretBytes(copying: seed)), to: &dumped)
            return [dumped, "\(try SigningKey(seed: SecretBytes(copying: seed)))"]
        } catch {
            Issue.record(error)
            return []
        }
    }

    @Test("are equal by their bytes")
    func equality() {
        #expect(SecretBytes(copying: [1, 2]) == SecretBytes(copying: [1, 2]))
        #expect(SecretBytes(copying: [1, 2]) != SecretBytes(copying: [1, 3]))
        #expect(SecretBytes(copying: [1, 2]) != SecretBytes(copying: [1, 2, 0]))
        #expect(SecretBytes(copying: []) == SecretBytes(copying: []))
        #expect(SecretBytes(random: 32) != SecretBytes(random: 32))
    }

    @Test("take over an array and leave it empty")
    func moving() {
        var bytes: [UInt8] = [1, 2, 3]
        let secret = SecretBytes(moving: &bytes)
        #expect(bytes.isEmpty)
        #expect(secret.copiedBytes() == [1, 2, 3])
        #expect(secret.slice(1..<3) == SecretBytes(copying: [2, 3]))
    }

    @Test("pass on the error of whoever fills them")
    func failing() {
        #expect(throws: Failure()) {
            try SecretBytes(count: 4) { (_) throws(Failure) in throw Failure() }
        }
    }

    @Test("end the process that writes to them or past them")
    func guarded() async {
        await #expect(processExitsWith: .failure) {
            let secret = SecretBytes(copying: [1, 2, 3, 4])
            secret.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(mutating: bytes).storeBytes(of: 9, as: UInt8.self)
            }
        }
    }
}
