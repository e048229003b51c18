// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import WireFormat

/// Why bytes are not a header.
package enum HeaderDecodingError: Error, Hashable, Sendable {
    /// Longer than any header; nothing was decoded.
    case overLimit(byteCount: Int, limit: Int)
    /// Not one deterministic CBOR value; the payload carries the offset.
    case notCanonical(CBORDecodingError)
    /// Not a map with the header's keys.
    case shape(CBORShapeError)
    /// A version that this program does not read.
    case unsupportedVersion(UInt64)
    /// The origin is not an Ed25519 public key.
    case malformedOrigin
    /// A number above 2^53 - 1.
    case numberTooLarge(key: UInt64)
    /// Sequences start at 1.
    case sequenceIsZero
    /// The entry before must be named exactly when the sequence is not 1.
    case previousMismatch(sequence: UInt64)
    /// References are absent, or one to four different ids.
    case malformedReferences
    /// Neither routine nor urgent.
    case unknownPriority(UInt64)
    /// Parts are absent, or one to eight triples of ordinal, hash and size.
    case malformedParts
    /// Ordinals must grow.
    case partsNotAscending(ordinal: UInt8)
    /// Core and parts together are longer than any body.
    case bodyOverLimit(limit: Int)
}
