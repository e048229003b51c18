// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import NIOCore
import WireFormat

/// Cuts a link's bytes into frames.
///
/// Protocol 3.
///
/// The length is judged as soon as the six bytes of the head are there: a hostile length is refused before anything is
/// allocated or waited for.
package struct FrameDecoder: NIOSingleStepByteToMessageDecoder {
    package typealias InboundOut = Frame

    private let payloadByteLimit: Int
    private var offset: UInt64 = 0

    /// Starts at the first byte of a link.
    ///
    /// - Parameter payloadByteLimit: the longest payload accepted, at most the protocol's own limit.
    package init(payloadByteLimit: Int = WireConstants.Limit.framePayloadBytes) {
        self.payloadByteLimit = min(payloadByteLimit, WireConstants.Limit.framePayloadBytes)
    }

    package mutating func decode(buffer: inout ByteBuffer) throws -> Frame? {
        try self.decodeFrame(from: &buffer)
    }

    package mutating func decodeLast(buffer: inout ByteBuffer, seenEOF: Bool) throws -> Frame? {
        if let frame = try self.decodeFrame(from: &buffer) {
            return frame
        }
        guard buffer.readableBytes == 0 else {
            let have = buffer.readableBytes
            // The rest is taken, or the same error would be thrown again when the handler is removed.
            buffer.moveReaderIndex(to: buffer.writerIndex)
            throw FrameDecodingError.truncated(have: have, offset: self.offset)
        }
        return nil
    }

    private mutating func decodeFrame(from buffer: inout ByteBuffer) throws(FrameDecodingError) -> Frame? {
        let start = buffer.readerIndex
        guard
            let length = buffer.getInteger(at: start, as: UInt32.self),
            let type = buffer.getInteger(at: start + 4, as: UInt8.self),
            let flags = buffer.getInteger(at: start + 5, as: UInt8.self)
        else { return nil }
        guard length <= UInt32(self.payloadByteLimit) else {
            throw .payloadTooLong(length: length, limit: self.payloadByteLimit, offset: self.offset)
        }
        guard flags & ~WireConstants.ignorableFlag == 0 else {
            throw .unknownFlags(flags, type: type, offset: self.offset + 5)
        }
        guard let payload = buffer.getBytes(at: start + Frame.headByteCount, length: Int(length)) else { return nil }
        let frame = Frame(type: type, flags: flags, payload: payload)
        buffer.moveReaderIndex(forwardBy: frame.byteCount)
        self.offset += UInt64(frame.byteCount)
        return frame
    }
}
