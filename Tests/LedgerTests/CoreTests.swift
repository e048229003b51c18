// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import TestSupport
import Testing
import WireFormat

@Suite("Cores of kinds 3 to 9")
struct CoreTests {
    static func samples() throws -> [(name: String, bytes: [UInt8], again: @Sendable ([UInt8]) throws -> [UInt8])] {
        let head = LogHead(
            origin: try Fixture.key(1).publicKey,
            logEpoch: 1,
            sequence: 9,
            id: try Fixture.identifier(5)
        )
        let other = LogHead(
            origin: try Fixture.key(2).publicKey,
            logEpoch: 2,
            sequence: 1,
            id: try Fixture.identifier(6)
        )
        let key = [UInt8](repeating: 8, count: 32)
        let epoch = AudienceEpochCore(
            audience: "partners",
            epoch: 4,
            publicKey: key,
            days: 20_000...20_030,
            slots: [[UInt8](repeating: 1, count: 80), [UInt8](repeating: 2, count: 80)]
        )
        return [
            ("withdraw", WithdrawalCore(reason: "wrong-fact").encoded(), { try WithdrawalCore.decode($0).encoded() }),
            ("erase", EraseOrderCore(reason: "court").encoded(), { try EraseOrderCore.decode($0).encoded() }),
            (
                "ack", WithdrawalAcknowledgementCore(withdrawal: try Fixture.identifier(7)).encoded(),
                { try WithdrawalAcknowledgementCore.decode($0).encoded() }
            ),
            ("receipt", ReceiptCore(heads: [head, other]).encoded(), { try ReceiptCore.decode($0).encoded() }),
            ("reply", ReplyCore(region: "ap").encoded(), { try ReplyCore.decode($0).encoded() }),
            (
                "key-rotate", KeyRotationCore(publicKey: key, days: 1...90).encoded(),
                { try KeyRotationCore.decode($0).encoded() }
            ),
            ("audience-epoch", epoch.encoded(), { try AudienceEpochCore.decode($0).encoded() }),
        ]
    }

    @Test("a core comes back as it was encoded, and no other bytes mean the same")
    func roundTripAndMutations() throws {
        for sample in try Self.samples() {
            #expect(try sample.again(sample.bytes) == sample.bytes, "\(sample.name)")
            for offset in sample.bytes.indices {
                for bit in 0..<8 {
                    var mutated = sample.bytes
                    mutated[offset] ^= 1 << UInt8(bit)
                    guard let again = Self.result({ try sample.again(mutated) }) else { continue }
                    #expect(again == mutated, "\(sample.name) offset \(offset) bit \(bit)")
                }
            }
            for count in 0..<sample.bytes.count {
                let truncated = Array(sample.bytes.prefix(count))
                #expect(Self.result({ try sample.again(truncated) }) == nil, "\(sample.name) \(count) bytes")
            }
        }
    }

    @Test("random bytes are no core, and never a crash", arguments: 0..<10)
    func randomBytes(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for sample in try Self.samples() {
            for _ in 0..<100 {
                let bytes = random.bytes(Int.random(in: 0...200, using: &random))
                guard let again = Self.result({ try sample.again(bytes) }) else { continue }
                #expect(again == bytes)
            }
        }
    }

    @Test("a reason is a code and never a sentence")
    func codes() throws {
        let sentence = CBOREncoder.encode(.integerMap([(1, .text("he told us"))]))
        #expect(throws: CoreDecodingError.notACode(key: 1)) { try WithdrawalCore.decode(sentence) }
        let empty = CBOREncoder.encode(.integerMap([(1, .text(""))]))
        #expect(throws: CoreDecodingError.notACode(key: 1)) { try WithdrawalCore.decode(empty) }
        let long = CBOREncoder.encode(.integerMap([(1, .text(String(repeating: "a", count: 65)))]))
        #expect(throws: CoreDecodingError.shape(.tooLong(key: 1, limit: 64, found: 65))) {
            try WithdrawalCore.decode(long)
        }
        let hidden = CBOREncoder.encode(.integerMap([(1, .text("a")), (2, .text("b"))]))
        #expect(throws: CoreDecodingError.shape(.unknownKey(2))) { try WithdrawalCore.decode(hidden) }
    }

    @Test("a receipt has each origin once, in order; the head that is further is kept")
    func receiptOrder() throws {
        let origin = try Fixture.key(1).publicKey
        let near = LogHead(origin: origin, logEpoch: 1, sequence: 2, id: try Fixture.identifier(1))
        let far = LogHead(origin: origin, logEpoch: 1, sequence: 3, id: try Fixture.identifier(2))
        #expect(ReceiptCore(heads: [far, near]).heads == [far])
        let row = CBORValue.array([.bytes(origin.bytes), .unsigned(1), .unsigned(2), .bytes(near.id.bytes)])
        let twice = CBOREncoder.encode(.integerMap([(1, .array([row, row]))]))
        #expect(throws: CoreDecodingError.malformedElement(index: 1)) { try ReceiptCore.decode(twice) }
    }

    @Test("days do not run backwards")
    func days() throws {
        let core = CBOREncoder.encode(
            .integerMap([(1, .bytes([UInt8](repeating: 0, count: 32))), (2, .unsigned(9)), (3, .unsigned(8))])
        )
        #expect(throws: CoreDecodingError.daysReversed) { try KeyRotationCore.decode(core) }
    }

    private static func result(_ body: () throws -> [UInt8]) -> [UInt8]? {
        do {
            return try body()
        } catch {
            return nil
        }
    }
}
