// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import TestSupport
import Testing
import WireFormat

@Suite("Header codec")
struct HeaderCodecTests {
    @Test("a header comes back as it was encoded")
    func roundTrip() throws {
        for header in [try Fixture.fullHeader(), try Fixture.smallHeader()] {
            let bytes = header.encoded()
            #expect(try EntryHeader.decode(bytes) == header)
            #expect(bytes.count <= WireConstants.Limit.headerBytes)
        }
    }

    @Test("a usual header keeps to the aim of 300 bytes")
    func usualSize() throws {
        var header = try Fixture.fullHeader()
        header.kind = .publish
        header.subject = nil
        header.references = []
        #expect(header.encoded().count <= 300)
    }

    @Test("every byte of a header, changed in every bit, is refused or means something else")
    func mutatedBytes() throws {
        for header in [try Fixture.fullHeader(), try Fixture.smallHeader()] {
            let bytes = header.encoded()
            for offset in bytes.indices {
                for bit in 0..<8 {
                    var mutated = bytes
                    mutated[offset] ^= 1 << UInt8(bit)
                    guard let decoded = Self.decoded(mutated) else { continue }
                    #expect(decoded != header, "offset \(offset) bit \(bit)")
                    #expect(decoded.encoded() == mutated, "offset \(offset) bit \(bit)")
                }
            }
        }
    }

    @Test("a header cut short at any byte, or with a byte after it, is refused")
    func truncated() throws {
        let bytes = try Fixture.fullHeader().encoded()
        for count in 0..<bytes.count {
            #expect(Self.decoded(Array(bytes.prefix(count))) == nil, "\(count) bytes")
        }
        #expect(throws: HeaderDecodingError.notCanonical(.trailingBytes(count: 1, offset: bytes.count))) {
            try EntryHeader.decode(bytes + [0])
        }
    }

    @Test("random bytes never decode to a header that encodes to others", arguments: 0..<20)
    func randomBytes(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<200 {
            let bytes = random.bytes(Int.random(in: 0...512, using: &random))
            guard let header = Self.decoded(bytes) else { continue }
            #expect(header.encoded() == bytes)
        }
    }

    @Test("several bytes changed at once never decode to a header that encodes to others", arguments: 0..<20)
    func scrambledBytes(seed: Int) throws {
        var random = SeededRandom(seed: 1_000 + UInt64(seed))
        let bytes = try Fixture.fullHeader().encoded()
        for _ in 0..<200 {
            var mutated = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                mutated[Int.random(in: mutated.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let header = Self.decoded(mutated) else { continue }
            #expect(header.encoded() == mutated)
        }
    }

    @Test("a header over the limit is refused before it is decoded")
    func overLimit() {
        let bytes = [UInt8](repeating: 0xFF, count: 513)
        #expect(throws: HeaderDecodingError.overLimit(byteCount: 513, limit: 512)) { try EntryHeader.decode(bytes) }
    }

    @Test("another encoding of the same header is refused")
    func nonCanonical() throws {
        let bytes = try Fixture.smallHeader().encoded()
        // A map of 9 members; the key 1 and the version 1 follow.
        #expect(Array(bytes.prefix(3)) == [0xAA, 0x01, 0x01])
        let longKey = [bytes[0], 0x18, 0x01] + bytes.dropFirst(2)
        #expect(throws: HeaderDecodingError.notCanonical(.notShortest(offset: 1))) {
            try EntryHeader.decode(Array(longKey))
        }
        let indefinite = [0xBF] + bytes.dropFirst() + [0xFF]
        #expect(throws: HeaderDecodingError.notCanonical(.indefiniteLength(offset: 0))) {
            try EntryHeader.decode(indefinite)
        }
        let twice = [0xAB] + bytes.dropFirst().prefix(2) + bytes.dropFirst()
        #expect(throws: HeaderDecodingError.notCanonical(.duplicateKey(offset: 3))) {
            try EntryHeader.decode(twice)
        }
    }

    @Test("each rule of the header is enforced", arguments: Self.brokenHeaders)
    func rules(broken: BrokenHeader) throws {
        var members = try Self.members()
        broken.change(&members)
        let value = CBORValue.map(members.map { CBORPair(key: .unsigned($0.key), value: $0.value) })
        #expect(throws: broken.expected) { try EntryHeader.decode(CBOREncoder.encode(value)) }
    }

    struct BrokenHeader: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: HeaderDecodingError
        let change: @Sendable (inout [UInt64: CBORValue]) -> Void

        init(
            _ description: String,
            _ expected: HeaderDecodingError,
            _ change: @escaping @Sendable (inout [UInt64: CBORValue]) -> Void
        ) {
            self.testDescription = description
            self.expected = expected
            self.change = change
        }
    }

    static let brokenHeaders: [BrokenHeader] = [
        BrokenHeader("unknown key", .shape(.unknownKey(15))) { $0[15] = .unsigned(1) },
        BrokenHeader("missing origin", .shape(.missing(key: 3))) { $0[3] = nil },
        BrokenHeader("text for a number", .shape(.wrongType(key: 5))) { $0[5] = .text("1") },
        BrokenHeader("short network", .shape(.wrongByteCount(key: 2, expected: 16, found: 15))) {
            $0[2] = .bytes([UInt8](repeating: 1, count: 15))
        },
        BrokenHeader("other version", .unsupportedVersion(2)) { $0[1] = .unsigned(2) },
        BrokenHeader("sequence 0", .sequenceIsZero) { $0[5] = .unsigned(0) },
        BrokenHeader("sequence 1 with an entry before", .previousMismatch(sequence: 1)) { $0[5] = .unsigned(1) },
        BrokenHeader("later sequence without", .previousMismatch(sequence: 70_000)) { $0[6] = nil },
        BrokenHeader("log epoch too large", .numberTooLarge(key: 4)) { $0[4] = .unsigned(1 << 53) },
        BrokenHeader("sequence too large", .numberTooLarge(key: 5)) { $0[5] = .unsigned(.max) },
        BrokenHeader("kind too large", .numberTooLarge(key: 7)) { $0[7] = .unsigned(.max) },
        BrokenHeader("day too large", .numberTooLarge(key: 11)) { $0[11] = .unsigned(1 << 53) },
        BrokenHeader("unknown priority", .unknownPriority(2)) { $0[10] = .unsigned(2) },
        BrokenHeader("empty references", .malformedReferences) { $0[9] = .array([]) },
        BrokenHeader("same reference twice", .malformedReferences) {
            let id = CBORValue.bytes([UInt8](repeating: 1, count: 32))
            $0[9] = .array([id, id])
        },
        BrokenHeader("five references", .shape(.tooLong(key: 9, limit: 4, found: 5))) {
            $0[9] = .array((0..<5).map { .bytes([UInt8](repeating: $0, count: 32)) })
        },
        BrokenHeader("empty parts", .malformedParts) { $0[14] = .array([]) },
        BrokenHeader("part of two fields", .malformedParts) {
            $0[14] = .array([.array([.unsigned(0), .unsigned(0)])])
        },
        BrokenHeader("ordinal 256", .malformedParts) { $0[14] = .array([Self.part(256)]) },
        BrokenHeader("same ordinal twice", .partsNotAscending(ordinal: 1)) {
            $0[14] = .array([Self.part(1), Self.part(1)])
        },
        BrokenHeader("ordinals descending", .partsNotAscending(ordinal: 0)) {
            $0[14] = .array([Self.part(1), Self.part(0)])
        },
        BrokenHeader("core over the limit", .bodyOverLimit(limit: 65_536)) { $0[13] = .unsigned(65_537) },
        BrokenHeader("core and parts over the limit", .bodyOverLimit(limit: 65_536)) {
            $0[13] = .unsigned(65_535)
        },
    ]

    private static func part(_ ordinal: UInt64) -> CBORValue {
        .array([.unsigned(ordinal), .bytes([UInt8](repeating: 9, count: 32)), .unsigned(1)])
    }

    private static func members() throws -> [UInt64: CBORValue] {
        let value = try CBORDecoder.decode(try Fixture.fullHeader().encoded())
        var members: [UInt64: CBORValue] = [:]
        for pair in value.mapValue ?? [] {
            if let key = pair.key.unsignedValue { members[key] = pair.value }
        }
        return members
    }

    private static func decoded(_ bytes: [UInt8]) -> EntryHeader? {
        do {
            return try EntryHeader.decode(bytes)
        } catch {
            return nil
        }
    }
}
