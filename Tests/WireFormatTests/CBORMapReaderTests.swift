// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Testing
import WireFormat

@Suite("reading a CBOR map")
struct CBORMapReaderTests {
    @Test("members of the right shape are taken, and nothing is left")
    func wholeMap() throws {
        let value = CBORValue.integerMap([
            (1, .unsigned(7)), (2, .bytes([9, 9])), (3, .text("ap")), (4, .array([.null])), (5, .bool(true)), (6, nil),
        ])
        var reader = try CBORMapReader(value)
        let number = try reader.requiredUnsigned(1)
        let bytes = try reader.requiredBytes(2, count: 2)
        let text = try reader.requiredText(3, limit: 2)
        let array = try reader.requiredArray(4, limit: 1)
        let truth = try reader.requiredBool(5)
        let absent = try reader.optionalUnsigned(6)
        try reader.finish()
        #expect(number == 7 && bytes == [9, 9] && text == "ap" && array == [.null] && truth && absent == nil)
    }

    @Test("each wrong shape has its own error")
    func wrongShapes() throws {
        #expect(throws: CBORShapeError.notAMap) { try CBORMapReader(.null) }
        #expect(throws: CBORShapeError.keyNotUnsigned) {
            try CBORMapReader(.map([CBORPair(key: .text("a"), value: .null)]))
        }
        let value = CBORValue.integerMap([(1, .text("abc")), (2, .bytes([1, 2, 3])), (3, .array([.null, .null]))])
        let whole = try CBORMapReader(value)
        #expect(throws: CBORShapeError.missing(key: 9)) { try Self.read(whole) { try $0.requiredUnsigned(9) } }
        #expect(throws: CBORShapeError.wrongType(key: 1)) { try Self.read(whole) { try $0.requiredUnsigned(1) } }
        #expect(throws: CBORShapeError.wrongType(key: 2)) { try Self.read(whole) { try $0.requiredText(2, limit: 9) } }
        #expect(throws: CBORShapeError.wrongType(key: 1)) { try Self.read(whole) { try $0.requiredArray(1, limit: 9) } }
        #expect(throws: CBORShapeError.wrongType(key: 1)) { try Self.read(whole) { try $0.requiredBool(1) } }
        #expect(throws: CBORShapeError.wrongByteCount(key: 2, expected: 4, found: 3)) {
            try Self.read(whole) { try $0.requiredBytes(2, count: 4) }
        }
        #expect(throws: CBORShapeError.tooLong(key: 1, limit: 2, found: 3)) {
            try Self.read(whole) { try $0.requiredText(1, limit: 2) }
        }
        #expect(throws: CBORShapeError.tooLong(key: 2, limit: 2, found: 3)) {
            try Self.read(whole) { try $0.requiredBytes(2, limit: 2) }
        }
        #expect(throws: CBORShapeError.tooLong(key: 3, limit: 1, found: 2)) {
            try Self.read(whole) { try $0.requiredArray(3, limit: 1) }
        }
        #expect(throws: CBORShapeError.unknownKey(1)) { try whole.finish() }
    }

    private static func read<Value>(
        _ reader: CBORMapReader,
        _ body: (inout CBORMapReader) throws -> Value
    ) throws -> Value {
        var copy = reader
        return try body(&copy)
    }
}
