// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Bytes that are not one deterministic CBOR value of the types that the protocol uses.
///
/// Every case but the first carries the offset of the byte at which decoding stopped.
package enum CBORDecodingError: Error, Hashable, Sendable {
    case tooLong(byteCount: Int, limit: Int)
    case truncated(offset: Int, need: Int, have: Int)
    case trailingBytes(count: Int, offset: Int)
    /// A length or integer that would fit a shorter head.
    case notShortest(offset: Int)
    case indefiniteLength(offset: Int)
    /// Floats, tags, undefined and other simple values, and reserved initial bytes.
    case unsupportedItem(initialByte: UInt8, offset: Int)
    case invalidText(offset: Int)
    case keysOutOfOrder(offset: Int)
    case duplicateKey(offset: Int)
    case tooDeep(limit: Int, offset: Int)
    case tooManyItems(limit: Int, offset: Int)
}
