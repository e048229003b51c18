// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore
package import WireFormat

/// A frame whose payload is not a message of this protocol.
///
/// Offsets count the bytes of the payload. The faulty frame itself is found by the link's byte count in the log.
package enum MessageDecodingError: Error, Hashable, Sendable {
    /// A type that this program does not know, without the flag that lets it be skipped.
    case unknownType(UInt8)
    /// The payload is not one deterministic CBOR value within the limits.
    case notCBOR(CBORDecodingError, type: UInt8)
    /// The payload is not an array (a map for HELLO).
    case notAnArray(type: UInt8)
    /// An item that should be there is not.
    case missingItem(index: Int, type: UInt8, offset: Int)
    /// Items that should not be there.
    case excessItems(count: Int, type: UInt8, offset: Int)
    /// An item of another CBOR type.
    case wrongItemType(index: Int, type: UInt8, offset: Int)
    /// A byte string that must have one length and has another.
    case wrongByteCount(index: Int, expected: Int, found: Int, type: UInt8, offset: Int)
    /// An item that is longer, or a list that has more members, than the protocol allows.
    case overLimit(index: Int, limit: Int, found: Int, type: UInt8, offset: Int)
    /// A number outside the values that the protocol gives a meaning.
    case unknownValue(index: Int, value: UInt64, type: UInt8, offset: Int)
    /// A member of HELLO.
    case helloMember(CBORShapeError)
    /// The packed lines of VECTOR.
    case vectorLine(line: Int, offset: Int)

    /// With which code the link is closed.
    ///
    /// Protocol 4.2.
    package var closeCode: CloseCode {
        switch self {
        case .unknownType: .unknownFrameType
        case .overLimit, .notCBOR(.tooLong, _), .notCBOR(.tooDeep, _), .notCBOR(.tooManyItems, _): .overLimit
        default: .malformed
        }
    }
}

extension FrameDecodingError {
    /// With which code the link is closed.
    ///
    /// Protocol 4.2.
    package var closeCode: CloseCode {
        switch self {
        case .payloadTooLong: .overLimit
        case .unknownFlags, .truncated: .malformed
        }
    }
}
