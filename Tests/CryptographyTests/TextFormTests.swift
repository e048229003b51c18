// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Foundation
import TestSupport
import Testing

@Suite("base64url and hexadecimal") struct TextFormTests {
    @Test(
        "encodes the examples of RFC 4648, without padding",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ]
    )
    func examples(plain: String, encoded: String) throws {
        #expect(Base64URL.encode([UInt8](plain.utf8)) == encoded)
        #expect(try Base64URL.decode(encoded) == [UInt8](plain.utf8))
    }

    @Test("gives back all lengths, and what Foundation encodes")
    func roundTrip() throws {
        var generator = SeededRandom(seed: 1)
        for length in 0..<200 {
            let bytes = generator.bytes(length)
            let encoded = Base64URL.encode(bytes)
            let expected = Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
            #expect(encoded == expected)
            #expect(try Base64URL.decode(encoded) == bytes)
            #expect(try Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }

    @Test(
        "refuses padding, other alphabets, blanks, lone characters and leftover bits",
        arguments: [
            ("Zg==", 2), ("Zm9v+", 4), ("Zm/v", 2), (" Zm9v", 0), ("Zm9v\n", 4), ("Z", 0), ("Zm9vZ", 4), ("Zh", 1),
            ("Zm9", 2), ("Zmé", 2), ("Zm\u{0}v", 2),
        ]
    )
    func strictness(text: String, offset: Int) {
        #expect(throws: CryptographyError.invalidBase64URL(offset: offset)) { try Base64URL.decode(text) }
    }

    @Test("whatever decodes encodes to the same text again")
    func oneTextPerValue() {
        var generator = SeededRandom(seed: 2)
        let alphabet = [UInt8]("ABCDwxyz0189-_".utf8)
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            do {
                let bytes = try Base64URL.decode(utf8: text)
                #expect(Base64URL.encodeUTF8(bytes) == text)
            } catch {
                #expect(text.count % 4 != 0)
            }
        }
    }

    @Test(
        "hexadecimal is lower-case and even",
        arguments: [
            ("0", 1), ("AB", 0), ("0g", 1), ("00 ", 2), ("0x", 1), ("é0", 0),
        ]
    )
    func hexStrictness(text: String, offset: Int) {
        #expect(throws: CryptographyError.invalidHex(offset: offset)) { try Hex.decode(text) }
    }

    @Test("random bytes and numbers differ and stay in range")
    func random() {
        #expect(SecureRandom.bytes(32) != SecureRandom.bytes(32))
        #expect(SecureRandom.bytes(0) == [])
        #expect((0..<200).allSatisfy { _ in SecureRandom.number(below: 3) < 3 })
    }
}
