// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Bytes that are not one JSON text under the strict rules.
///
/// Offsets count bytes from the start. No case carries text of the input, which may be confidential.
package enum JSONParsingError: Error, Hashable, Sendable {
    case tooLong(byteCount: Int, limit: Int)
    case unexpectedEnd(offset: Int)
    case unexpectedByte(UInt8, offset: Int)
    case trailingBytes(offset: Int)
    case invalidUTF8(offset: Int)
    case invalidEscape(offset: Int)
    case loneSurrogate(offset: Int)
    case controlCharacter(offset: Int)
    case invalidNumber(offset: Int)
    case duplicateName(offset: Int)
    case tooDeep(limit: Int, offset: Int)
    case tooManyMembers(limit: Int, offset: Int)
}
