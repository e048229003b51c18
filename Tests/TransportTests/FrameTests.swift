// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import NIOCore
import TestSupport
import Testing
import Transport
import WireFormat

@Suite("frames")
struct FrameTests {
    private static func encoded(_ frames: [Frame]) throws -> [UInt8] {
        var buffer = ByteBuffer()
        let encoder = FrameEncoder()
        for frame in frames {
            try encoder.encode(data: frame, out: &buffer)
        }
        return Array(buffer.readableBytesView)
    }

    /// Feeds pieces one after the other, as a socket would.
    private static func decoded(_ pieces: [ArraySlice<UInt8>], limit: Int = 131_072) throws -> [Frame] {
        var decoder = FrameDecoder(payloadByteLimit: limit)
        var buffer = ByteBuffer()
        var frames: [Frame] = []
        for piece in pieces {
            buffer.writeBytes(piece)
            while let frame = try decoder.decode(buffer: &buffer) {
                frames.append(frame)
            }
        }
        while let frame = try decoder.decodeLast(buffer: &buffer, seenEOF: true) {
            frames.append(frame)
        }
        return frames
    }

    private static let samples = [
        Frame(type: 3, flags: 0, payload: [0x81, 0x01]),
        Frame(type: 200, flags: 1, payload: []),
        Frame(type: 12, flags: 0, payload: Array(repeating: 7, count: 40)),
    ]

    @Test("a frame is length, type, flags and payload, big-endian")
    func layout() throws {
        let bytes = try Self.encoded([Frame(type: 3, flags: 1, payload: [0x81, 0x01])])
        #expect(bytes == [0, 0, 0, 2, 3, 1, 0x81, 0x01])
    }

    @Test("frames survive every split of their bytes into two pieces")
    func everySplit() throws {
        let bytes = try Self.encoded(Self.samples)
        for split in 0...bytes.count {
            #expect(try Self.decoded([bytes[..<split], bytes[split...]]) == Self.samples)
        }
    }

    @Test("frames survive byte by byte")
    func byteByByte() throws {
        let bytes = try Self.encoded(Self.samples)
        #expect(try Self.decoded(bytes.indices.map { bytes[$0...$0] }) == Self.samples)
    }

    @Test("a link that ends inside a frame is truncated, at every byte")
    func truncation() throws {
        let bytes = try Self.encoded(Self.samples)
        var boundaries: Set<Int> = [0]
        var end = 0
        for frame in Self.samples {
            end += frame.byteCount
            boundaries.insert(end)
        }
        for length in bytes.indices where !boundaries.contains(length) {
            let start = boundaries.filter { $0 <= length }.max() ?? 0
            #expect(throws: FrameDecodingError.truncated(have: length - start, offset: UInt64(start))) {
                _ = try Self.decoded([bytes[..<length]])
            }
        }
    }

    @Test("a length over the limit is refused when the head alone is there")
    func hostileLength() throws {
        #expect(throws: FrameDecodingError.payloadTooLong(length: 131_073, limit: 131_072, offset: 0)) {
            _ = try Self.decoded([[0, 2, 0, 1, 12, 0]])
        }
        #expect(throws: FrameDecodingError.payloadTooLong(length: .max, limit: 131_072, offset: 8)) {
            _ = try Self.decoded([[0, 0, 0, 2, 3, 0, 0x81, 1, 255, 255, 255, 255, 12, 0]])
        }
    }

    @Test("the longest payload passes")
    func longestPayload() throws {
        let frame = Frame(type: 21, flags: 0, payload: Array(repeating: 1, count: 131_072))
        let bytes = try Self.encoded([frame])
        #expect(try Self.decoded([bytes[...]]) == [frame])
    }

    @Test("flag bits without a meaning are refused", arguments: [UInt8(2), 3, 4, 128, 255])
    func unknownFlags(flags: UInt8) throws {
        #expect(throws: FrameDecodingError.unknownFlags(flags, type: 3, offset: 5)) {
            _ = try Self.decoded([[0, 0, 0, 0, 3, flags]])
        }
    }

    @Test("random bytes are frames or a typed error, and never more than the limit", arguments: 0..<200)
    func randomBytes(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        // Small lengths make some of the bytes well-formed.
        var bytes: [UInt8] = []
        for _ in 0..<20 {
            bytes += [0, 0, 0, UInt8.random(in: 0...20, using: &random)] + random.bytes(8)
        }
        do {
            let frames = try Self.decoded([bytes[...]], limit: 4_096)
            #expect(frames.reduce(0) { $0 + $1.byteCount } == bytes.count)
        } catch is FrameDecodingError {
            // A typed refusal is the other right answer.
        }
    }
}
