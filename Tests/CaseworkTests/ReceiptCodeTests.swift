// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Testing

@Suite("receipt code")
struct ReceiptCodeTests {
    private static let sample = ReceiptCode(randomBytes: [0x3A, 0x07, 0x4C, 0xBA, 0xFA, 0xDC, 0x51, 0x71, 0x7E, 0x38])

    @Test("writes sixteen letters and a check symbol in groups of four")
    func writes() {
        let groups: [Substring] = Self.sample.text.split(separator: "-" as Character)
        let lengths: [Int] = groups.map { $0.count }
        #expect(lengths == [4, 4, 4, 4, 1])
    }

    @Test("reads back what it wrote, in any case, spacing and with look-alike letters")
    func readsTolerantly() throws {
        let zeros = ReceiptCode(randomBytes: [UInt8](repeating: 0, count: 10))
        #expect(try ReceiptCode(parsing: "oooo oooo OOOO OOOO o") == zeros)
        var bytes = [UInt8](repeating: 0, count: 10)
        bytes[4] = 1
        let one = ReceiptCode(randomBytes: bytes)
        let typed = String(one.text.map { $0 == "1" ? "l" : $0 }).lowercased()
        #expect(try ReceiptCode(parsing: typed) == one)
        #expect(try ReceiptCode(parsing: Self.sample.text.lowercased()) == Self.sample)
        #expect(try ReceiptCode(parsing: " " + Self.sample.text.filter { $0 != "-" }) == Self.sample)
    }

    @Test("refuses every single wrong symbol and every exchange of two")
    func refusesMistakes() {
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let symbols = Array(Self.sample.text.filter { $0 != "-" })
        for place in symbols.indices {
            for letter in alphabet where letter != symbols[place] {
                var wrong = symbols
                wrong[place] = letter
                #expect(throws: ReceiptCodeError.wrongCheckSymbol) { try ReceiptCode(parsing: String(wrong)) }
            }
            for other in symbols.indices where symbols[other] != symbols[place] {
                var wrong = symbols
                wrong.swapAt(place, other)
                #expect(throws: ReceiptCodeError.wrongCheckSymbol) { try ReceiptCode(parsing: String(wrong)) }
            }
        }
    }

    @Test("refuses other lengths and other letters without repeating them")
    func refusesOtherForms() {
        #expect(throws: ReceiptCodeError.wrongLength) { try ReceiptCode(parsing: "") }
        #expect(throws: ReceiptCodeError.wrongLength) { try ReceiptCode(parsing: "0000-0000-0000-0000") }
        #expect(throws: ReceiptCodeError.wrongLength) {
            try ReceiptCode(parsing: String(repeating: "0", count: 10_000))
        }
        #expect(throws: ReceiptCodeError.unknownSymbol) { try ReceiptCode(parsing: "U000-0000-0000-0000-0") }
        #expect(throws: ReceiptCodeError.unknownSymbol) { try ReceiptCode(parsing: "é") }
    }

    @Test("does not show itself in descriptions, interpolation or dumps")
    func hidesItself() {
        var dumped = ""
        dump(Self.sample, to: &dumped)
        for shown in ["\(Self.sample)", String(reflecting: Self.sample), dumped] {
            #expect(!shown.contains(Self.sample.text.prefix(4)))
            #expect(shown.contains("<receipt code>"))
        }
    }
}
