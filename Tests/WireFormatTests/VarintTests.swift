// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import TestSupport
import Testing
import WireFormat

@Suite("variable-length integers")
struct VarintTests {
    @Test(
        "numbers take their shortest form",
        arguments: [
            (0, [0x00]), (1, [0x01]), (127, [0x7F]), (128, [0x80, 0x01]), (300, [0xAC, 0x02]),
            (16_384, [0x80, 0x80, 0x01]),
            (UInt64.max, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
        ] as [(UInt64, [UInt8])]
    )
    func shortestForm(number: UInt64, bytes: [UInt8]) throws {
        var output: [UInt8] = []
        Varint.encode(number, into: &output)
        #expect(output == bytes)
        let decoded = try Varint.decode((bytes + [0xAA])[...])
        #expect(decoded.number == number)
        #expect(Array(decoded.rest) == [0xAA])
    }

    @Test("longer forms, larger numbers and cut ones are refused")
    func refusals() {
        #expect(throws: VarintError.notShortest) { try Varint.decode([0x80, 0x00]) }
        #expect(throws: VarintError.notShortest) { try Varint.decode([0xFF, 0x80, 0x00]) }
        #expect(throws: VarintError.truncated) { try Varint.decode([]) }
        #expect(throws: VarintError.truncated) { try Varint.decode([0x80, 0xFF]) }
        #expect(throws: VarintError.tooLarge) {
            try Varint.decode([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02])
        }
        #expect(throws: VarintError.tooLarge) { try Varint.decode(ArraySlice([UInt8](repeating: 0x80, count: 11))) }
    }

    @Test("random bytes give a number that is written the same way, or an error")
    func randomBytes() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<5_000 {
            let bytes = random.bytes(Int.random(in: 0...12, using: &random))
            guard let decoded = try? Varint.decode(bytes[...]) else { continue }
            var output: [UInt8] = []
            Varint.encode(decoded.number, into: &output)
            #expect(output + decoded.rest == bytes)
        }
    }
}
