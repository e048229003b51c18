// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Bytes from inside a seal that do not have the form of tagged fields.
///
/// The seal was intact, so this is another version's record or a fault of this program; offsets count from the first byte
/// inside the seal.
package enum SealedFieldsError: Error, Hashable, Sendable {
    case truncated(offset: Int)
    case unknownTag(UInt8, offset: Int)
    case notText(offset: Int)
    case notADay(offset: Int)
    case missing(tag: UInt8)
}
