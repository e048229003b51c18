// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import NIOCore
import WireFormat

/// Writes frames to a link.
///
/// Protocol 3.
package struct FrameEncoder: MessageToByteEncoder {
    package typealias OutboundIn = Frame

    package init() {}

    package func encode(data: Frame, out: inout ByteBuffer) throws {
        precondition(
            data.payload.count <= WireConstants.Limit.framePayloadBytes,
            "a frame of type \(data.type) has \(data.payload.count) bytes of payload"
        )
        out.reserveCapacity(minimumWritableBytes: data.byteCount)
        out.writeInteger(UInt32(data.payload.count))
        out.writeInteger(data.type)
        out.writeInteger(data.flags)
        out.writeBytes(data.payload)
    }
}
