// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import TestSupport
import Testing
import WireFormat

/// An example of RFC 8949 appendix A.
struct CBORExample: Sendable, CustomTestStringConvertible {
    let bytes: String
    let value: CBORValue
    var testDescription: String { bytes }

    init(_ bytes: String, _ value: CBORValue) {
        self.bytes = bytes
        self.value = value
    }
}

@Suite("deterministic CBOR")
struct CBORTests {
    static let examples: [CBORExample] = [
        CBORExample("00", .unsigned(0)), CBORExample("01", .unsigned(1)), CBORExample("0a", .unsigned(10)),
        CBORExample("17", .unsigned(23)), CBORExample("1818", .unsigned(24)), CBORExample("1819", .unsigned(25)),
        CBORExample("1864", .unsigned(100)), CBORExample("1903e8", .unsigned(1000)),
        CBORExample("1a000f4240", .unsigned(1_000_000)),
        CBORExample("1b000000e8d4a51000", .unsigned(1_000_000_000_000)),
        CBORExample("1bffffffffffffffff", .unsigned(18_446_744_073_709_551_615)),
        CBORExample("3bffffffffffffffff", .negative(18_446_744_073_709_551_615)),
        CBORExample("20", .negative(0)), CBORExample("29", .negative(9)), CBORExample("3863", .negative(99)),
        CBORExample("3903e7", .negative(999)), CBORExample("f4", .bool(false)), CBORExample("f5", .bool(true)),
        CBORExample("f6", .null), CBORExample("40", .bytes([])), CBORExample("4401020304", .bytes([1, 2, 3, 4])),
        CBORExample("60", .text("")), CBORExample("6161", .text("a")), CBORExample("6449455446", .text("IETF")),
        CBORExample("62225c", .text("\"\\")), CBORExample("62c3bc", .text("\u{FC}")),
        CBORExample("63e6b0b4", .text("\u{6C34}")), CBORExample("64f0908591", .text("\u{10151}")),
        CBORExample("80", .array([])), CBORExample("83010203", .array([.unsigned(1), .unsigned(2), .unsigned(3)])),
        CBORExample(
            "8301820203820405",
            .array([
                .unsigned(1), .array([.unsigned(2), .unsigned(3)]), .array([.unsigned(4), .unsigned(5)]),
            ])
        ),
        CBORExample(
            "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
            .array((1...25).map { .unsigned($0) })
        ),
        CBORExample("a0", .map([])), CBORExample("a201020304", .integerMap([(1, .unsigned(2)), (3, .unsigned(4))])),
        CBORExample(
            "a26161016162820203",
            .map([
                CBORPair(key: .text("a"), value: .unsigned(1)),
                CBORPair(key: .text("b"), value: .array([.unsigned(2), .unsigned(3)])),
            ])
        ),
        CBORExample(
            "826161a161626163",
            .array([.text("a"), .map([CBORPair(key: .text("b"), value: .text("c"))])])
        ),
    ]

    @Test("the examples of RFC 8949 appendix A decode and encode", arguments: examples)
    func appendixA(example: CBORExample) throws {
        let bytes = hex(example.bytes)
        #expect(try CBORDecoder.decode(bytes) == example.value)
        #expect(CBOREncoder.encode(example.value) == bytes)
    }

    @Test(
        "other encodings of a value are refused",
        arguments: [
            ("1817", CBORDecodingError.notShortest(offset: 0)),
            ("190018", .notShortest(offset: 0)),
            ("1a0000ffff", .notShortest(offset: 0)),
            ("1b00000000ffffffff", .notShortest(offset: 0)),
            ("3817", .notShortest(offset: 0)),
            ("5801ff", .notShortest(offset: 0)),
            ("820a1801", .notShortest(offset: 2)),
            ("5f42010243030405ff", .indefiniteLength(offset: 0)),
            ("9fff", .indefiniteLength(offset: 0)),
            ("bf6161019fff", .indefiniteLength(offset: 0)),
            ("7f657374726561646d696e67ff", .indefiniteLength(offset: 0)),
            ("f90000", .unsupportedItem(initialByte: 0xF9, offset: 0)),
            ("fb3ff199999999999a", .unsupportedItem(initialByte: 0xFB, offset: 0)),
            ("f7", .unsupportedItem(initialByte: 0xF7, offset: 0)),
            ("f0", .unsupportedItem(initialByte: 0xF0, offset: 0)),
            ("c074323031332d30332d32315432303a30343a30305a", .unsupportedItem(initialByte: 0xC0, offset: 0)),
            ("1c", .unsupportedItem(initialByte: 0x1C, offset: 0)),
            ("ff", .unsupportedItem(initialByte: 0xFF, offset: 0)),
            ("a203040102", .keysOutOfOrder(offset: 3)),
            ("a201020103", .duplicateKey(offset: 3)),
            ("a2616101200a", .keysOutOfOrder(offset: 4)),
            ("61ff", .invalidText(offset: 0)),
            ("62c328", .invalidText(offset: 0)),
            ("0000", .trailingBytes(count: 1, offset: 1)),
            ("", .truncated(offset: 0, need: 1, have: 0)),
            ("4401", .truncated(offset: 1, need: 4, have: 1)),
            ("9bffffffffffffffff", .truncated(offset: 9, need: .max, have: 0)),
            ("5bffffffffffffffff", .truncated(offset: 9, need: .max, have: 0)),
            ("bb7fffffffffffffff", .truncated(offset: 9, need: .max, have: 0)),
        ]
    )
    func refusals(text: String, expected: CBORDecodingError) {
        #expect(throws: expected) { try CBORDecoder.decode(hex(text)) }
    }

    @Test("limits hold before memory is taken")
    func limits() {
        let small = CBORLimits(byteLimit: 8, depthLimit: 2, itemLimit: 4)
        #expect(throws: CBORDecodingError.tooLong(byteCount: 9, limit: 8)) {
            try CBORDecoder.decode([UInt8](repeating: 0, count: 9), limits: small)
        }
        #expect(throws: CBORDecodingError.tooDeep(limit: 2, offset: 2)) {
            try CBORDecoder.decode(hex("818180"), limits: small)
        }
        #expect(throws: CBORDecodingError.tooManyItems(limit: 4, offset: 0)) {
            try CBORDecoder.decode(hex("850102030405"), limits: small)
        }
        #expect(throws: CBORDecodingError.tooManyItems(limit: 4, offset: 4)) {
            try CBORDecoder.decode(hex("8382010203"), limits: small)
        }
    }

    @Test("a value that is cut anywhere is refused")
    func truncation() {
        let value = CBORValue.integerMap([
            (1, .unsigned(70_000)), (2, .text("seal")), (3, .bytes([1, 2, 3])), (4, .array([.null, .bool(true)])),
            (1000, .negative(4_000_000_000)),
        ])
        let bytes = CBOREncoder.encode(value)
        for length in bytes.indices {
            #expect(throws: CBORDecodingError.self) { try CBORDecoder.decode(Array(bytes[..<length])) }
        }
    }

    @Test("whatever is accepted is written again byte for byte", arguments: [1, 2, 3, 4] as [UInt64])
    func acceptedIsCanonical(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let start = CBOREncoder.encode(Self.value(depth: 4, using: &random))
        var acceptedCount = 0
        for round in 0..<4_000 {
            var bytes = round % 2 == 0 ? random.bytes(Int.random(in: 0...24, using: &random)) : start
            if round % 2 == 1 {
                for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
                    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
            }
            guard let value = try? CBORDecoder.decode(bytes) else { continue }
            acceptedCount += 1
            #expect(CBOREncoder.encode(value) == bytes)
        }
        #expect(acceptedCount > 10)
    }

    @Test("any value survives the way there and back", arguments: [11, 12, 13] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let value = Self.value(depth: 4, using: &random)
            let bytes = CBOREncoder.encode(value)
            #expect(CBOREncoder.encode(try CBORDecoder.decode(bytes)) == bytes)
        }
    }

    static func value(depth: Int, using random: inout SeededRandom) -> CBORValue {
        let number = UInt64.random(in: 0...(.max), using: &random) >> UInt64.random(in: 0...63, using: &random)
        switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .unsigned(number)
        case 1: return .negative(number)
        case 2: return .bytes(random.bytes(Int.random(in: 0...40, using: &random)))
        case 3:
            return .text(
                String(
                    (0..<Int.random(in: 0...9, using: &random)).map { _ in
                        "a\u{E9}\u{1F6A2}".randomElement(using: &random) ?? "a"
                    }
                )
            )
        case 4: return .bool(number % 2 == 0)
        case 5: return .null
        case 6:
            return .array(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in value(depth: depth - 1, using: &random) }
            )
        default:
            let keys = Set(
                (0..<Int.random(in: 0...5, using: &random)).map { _ in UInt64.random(in: 0...300, using: &random) }
            )
            return .integerMap(keys.sorted().map { ($0, value(depth: depth - 1, using: &random)) })
        }
    }
}
