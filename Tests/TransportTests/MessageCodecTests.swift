// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import TestSupport
import Testing
import Transport
import WireFormat

@Suite("message codec")
struct MessageCodecTests {
    private static func decode(_ type: UInt8, _ value: CBORValue, flags: UInt8 = 0) throws -> GossipMessage? {
        try MessageCodec.decode(Frame(type: type, flags: flags, payload: CBOREncoder.encode(value)))
    }

    @Test("every message survives a round trip, and its bytes too", arguments: SampleMessages.all.indices)
    func roundTrip(index: Int) throws {
        let message = SampleMessages.all[index]
        let frame = try #require(MessageCodec.encode(message))
        #expect(frame.type == message.frameType)
        #expect(frame.flags == 0)
        let decoded = try #require(try MessageCodec.decode(frame))
        #expect(decoded == message)
        #expect(MessageCodec.encode(decoded) == frame)
    }

    @Test("the samples hold every frame type of the protocol")
    func samplesAreComplete() {
        let types = Set(SampleMessages.all.map(\.frameType))
        let expected = Set((1...26).map(UInt8.init)).subtracting([WireConstants.FrameType.cosign])
        #expect(types == expected)
        #expect(expected.allSatisfy { FrameName.isKnown($0) })
    }

    @Test("a payload cut at any byte is a typed error", arguments: SampleMessages.all.indices)
    func truncation(index: Int) throws {
        let frame = try #require(MessageCodec.encode(SampleMessages.all[index]))
        let all = frame.payload.indices
        let lengths = all.count > 600 ? Array(all.prefix(100)) + all.suffix(20) : Array(all)
        for length in lengths {
            let cut = Frame(type: frame.type, flags: 0, payload: Array(frame.payload.prefix(length)))
            #expect(throws: MessageDecodingError.self) { _ = try MessageCodec.decode(cut) }
        }
    }

    @Test("a payload with a byte after its value is refused", arguments: SampleMessages.all.indices)
    func trailingByte(index: Int) throws {
        let frame = try #require(MessageCodec.encode(SampleMessages.all[index]))
        let long = Frame(type: frame.type, flags: 0, payload: frame.payload + [0])
        #expect(throws: MessageDecodingError.self) { _ = try MessageCodec.decode(long) }
    }

    @Test("mutated payloads give the same bytes back or a typed error", arguments: SampleMessages.all.indices)
    func mutation(index: Int) throws {
        let frame = try #require(MessageCodec.encode(SampleMessages.all[index]))
        guard frame.payload.count < 5_000 else { return }
        var random = SeededRandom(seed: UInt64(index))
        for _ in 0..<200 {
            var payload = frame.payload
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                payload[Int.random(in: payload.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let mutated = Frame(type: frame.type, flags: 0, payload: payload)
            do {
                let message = try #require(try MessageCodec.decode(mutated))
                if case .hello = message { continue }
                #expect(MessageCodec.encode(message) == mutated)
            } catch is MessageDecodingError {
                // A typed refusal is the other right answer.
            }
        }
    }

    @Test("random payloads of every type give a message or a typed error", arguments: 0..<50)
    func randomBytes(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for type in UInt8(0)...30 {
            let payload = random.bytes(Int.random(in: 0...64, using: &random))
            do {
                _ = try MessageCodec.decode(Frame(type: type, flags: 0, payload: payload))
            } catch {
                #expect([.malformed, .overLimit, .unknownFrameType].contains(error.closeCode))
            }
        }
    }

    @Test("a frame of an unknown type is skipped when it says so, and closes the link otherwise")
    func unknownTypes() throws {
        for type in [UInt8(0), 25, 27, 255] {
            #expect(try MessageCodec.decode(Frame(type: type, flags: 1, payload: [0xFF])) == nil)
            let error = MessageDecodingError.unknownType(type)
            #expect(throws: error) { _ = try MessageCodec.decode(Frame(type: type, flags: 0, payload: [])) }
            #expect(error.closeCode == .unknownFrameType)
        }
    }

    @Test("HELLO ignores keys of later versions")
    func helloExtension() throws {
        let frame = try #require(MessageCodec.encode(.hello(SampleMessages.hello)))
        guard case .map(let pairs) = try CBORDecoder.decode(frame.payload) else {
            Issue.record("HELLO is not a map")
            return
        }
        let extended = pairs + [CBORPair(key: .unsigned(40), value: .text("later"))]
        #expect(try Self.decode(1, .map(extended)) == .hello(SampleMessages.hello))
    }

    @Test("errors name the item and its offset in the payload")
    func offsets() {
        // [7, "x"]: the second item starts at byte 2.
        #expect(throws: MessageDecodingError.wrongItemType(index: 1, type: 20, offset: 2)) {
            _ = try Self.decode(20, .array([.unsigned(7), .text("x")]))
        }
        #expect(throws: MessageDecodingError.missingItem(index: 1, type: 20, offset: 2)) {
            _ = try Self.decode(20, .array([.unsigned(7)]))
        }
        #expect(throws: MessageDecodingError.excessItems(count: 1, type: 19, offset: 2)) {
            _ = try Self.decode(19, .array([.unsigned(7), .unsigned(8)]))
        }
        #expect(throws: MessageDecodingError.notAnArray(type: 3)) {
            _ = try Self.decode(3, .unsigned(1))
        }
        #expect(throws: MessageDecodingError.wrongByteCount(index: 0, expected: 32, found: 3, type: 22, offset: 1)) {
            _ = try Self.decode(22, .array([.bytes([1, 2, 3]), .bytes([])]))
        }
        // [[300, 1, 1, h'00']]: the prefix stands at byte 1 + 1 + 3 + 1 + 1.
        let reference = CBORValue.array([.unsigned(300), .unsigned(1), .unsigned(1), .bytes([0])])
        #expect(throws: MessageDecodingError.wrongByteCount(index: 3, expected: 8, found: 1, type: 15, offset: 7)) {
            _ = try Self.decode(15, .array([reference]))
        }
    }

    @Test(
        "caps hold before anything is built",
        arguments: [
            (UInt8(12), CBORValue.array([.bytes(Array(repeating: 0, count: 513)), .bytes([]), .null])),
            (UInt8(2), .array([.unsigned(1), .text(String(repeating: "x", count: 129))])),
            (
                UInt8(12),
                .array([
                    .bytes([1]), .bytes(Array(repeating: 0, count: 64)),
                    .array([
                        .bytes(Array(repeating: 0, count: 1_000)), .array([.bytes(Array(repeating: 0, count: 25))]),
                    ]),
                ])
            ),
            (
                UInt8(21),
                .array([
                    .bytes(Array(repeating: 0, count: 32)), .bytes(Array(repeating: 0, count: 60_000)),
                    .array([.bytes(Array(repeating: 0, count: 5_537))]),
                ])
            ),
            (
                UInt8(21),
                .array([.bytes(Array(repeating: 0, count: 32)), .null, .array(Array(repeating: .null, count: 9))])
            ),
            (UInt8(15), .array(Array(repeating: .null, count: 65))),
        ]
    )
    func overLimit(type: UInt8, value: CBORValue) throws {
        do {
            _ = try Self.decode(type, value)
            Issue.record("accepted")
        } catch let error as MessageDecodingError {
            #expect(error.closeCode == .overLimit)
        }
    }

    @Test("numbers without a meaning are refused")
    func unknownValues() {
        let hash = CBORValue.bytes(Array(repeating: 0, count: 32))
        #expect(throws: MessageDecodingError.unknownValue(index: 0, value: 3, type: 9, offset: 1)) {
            _ = try Self.decode(9, .array([.unsigned(3), hash, .bytes([])]))
        }
        let range: [CBORValue] = [1, 0, 1, 1, 5, 4, 100].map { .unsigned($0) }
        #expect(throws: MessageDecodingError.unknownValue(index: 5, value: 4, type: 18, offset: 6)) {
            _ = try Self.decode(18, .array(range))
        }
    }

    @Test("a vector line that is not whole names the line and its offset")
    func vectorLines() {
        let hash = CBORValue.bytes(Array(repeating: 0, count: 32))
        let line: [UInt8] = [1, 1, 5, 0, 0, 0, 0, 0, 0, 0, 9]
        for cut in 1..<line.count {
            #expect(throws: MessageDecodingError.vectorLine(line: 1, offset: 11)) {
                _ = try Self.decode(9, .array([.unsigned(0), hash, .bytes(line + line.prefix(cut))]))
            }
        }
        #expect(throws: MessageDecodingError.vectorLine(line: 0, offset: 0)) {
            _ = try Self.decode(9, .array([.unsigned(0), hash, .bytes([0x80, 0x00] + line)]))
        }
    }

    @Test("an entry without a core has no parts in a range")
    func coreless() {
        let value = CBORValue.array([
            .unsigned(1), .bytes([1]), .bytes(Array(repeating: 0, count: 64)), .null, .array([.bytes([1])]),
        ])
        #expect(throws: MessageDecodingError.self) { _ = try Self.decode(26, value) }
    }
}
