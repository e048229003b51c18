// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import WireFormat

/// Why a core is not what its kind requires.
package enum CoreDecodingError: Error, Hashable, Sendable {
    /// Not one deterministic CBOR value; the payload carries the offset.
    case notCanonical(CBORDecodingError)
    /// Not a map with the kind's keys.
    case shape(CBORShapeError)
    /// A text that has to be a code: 1 to 64 ASCII letters, digits, `.`, `_`, `-`.
    case notACode(key: UInt64)
    /// A number above 2^53 - 1.
    case numberTooLarge(key: UInt64)
    /// The last day lies before the first.
    case daysReversed
    /// An element of the list is not what the kind requires, or the list is not in ascending order.
    case malformedElement(index: Int)
    /// The core names another entry than the header's subject.
    case subjectDiffers
}
