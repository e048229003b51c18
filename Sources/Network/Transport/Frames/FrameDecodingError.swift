// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Bytes from a peer that are not a frame of this protocol.
///
/// Offsets count the bytes of the link from its first one: enough to find the byte in a capture.
package enum FrameDecodingError: Error, Hashable, Sendable {
    /// The length field asks for more than a frame may hold. Nothing was allocated for it.
    case payloadTooLong(length: UInt32, limit: Int, offset: UInt64)
    /// Flag bits that no version defines.
    case unknownFlags(UInt8, type: UInt8, offset: UInt64)
    /// The link ended inside a frame.
    case truncated(have: Int, offset: UInt64)
}
