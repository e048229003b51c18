// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One unit on a link: a type, flags and one encoded CBOR value.
///
/// Protocol 3.
package struct Frame: Hashable, Sendable {
    /// Bytes before the payload: length u32, type u8, flags u8.
    package static let headByteCount = 6

    /// One of `WireConstants.FrameType`, or a type of a later minor version.
    package let type: UInt8

    /// Zero, or `WireConstants.ignorableFlag`.
    package let flags: UInt8

    /// One CBOR value, still encoded.
    package let payload: [UInt8]

    package init(type: UInt8, flags: UInt8, payload: [UInt8]) {
        self.type = type
        self.flags = flags
        self.payload = payload
    }

    /// Bytes that the frame takes on the link, before TLS.
    package var byteCount: Int { Self.headByteCount + self.payload.count }
}
