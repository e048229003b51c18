// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A well-formed CBOR value that is not the map that its reader expects.
package enum CBORShapeError: Error, Hashable, Sendable {
    case notAMap
    case keyNotUnsigned
    case missing(key: UInt64)
    case wrongType(key: UInt64)
    case wrongByteCount(key: UInt64, expected: Int, found: Int)
    case tooLong(key: UInt64, limit: Int, found: Int)
    case unknownKey(UInt64)
}
