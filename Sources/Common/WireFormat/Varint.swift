// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Unsigned LEB128 in its shortest form, at most ten bytes.
///
/// Protocol 1.
package enum Varint {
    /// Longest encoding of a 64-bit number, in bytes.
    package static let byteLimit = 10

    /// Appends a number.
    ///
    /// - Parameters:
    ///   - number: any.
    ///   - output: grows by one to ten bytes.
    package static func encode(_ number: UInt64, into output: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            output.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        output.append(UInt8(rest))
    }

    /// Reads the number at the front.
    ///
    /// - Parameter bytes: as received; may be hostile.
    /// - Returns: the number and the bytes after it.
    /// - Throws: when the bytes end early, or the number has a shorter form or more than 64 bits.
    package static func decode(
        _ bytes: ArraySlice<UInt8>
    ) throws(VarintError) -> (number: UInt64, rest: ArraySlice<UInt8>) {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let octet = bytes[position]
            position += 1
            // The tenth byte holds only the topmost of 64 bits.
            guard shift < 63 || octet <= 1 else { throw .tooLarge }
            number |= UInt64(octet & 0x7F) << shift
            if octet < 0x80 {
                guard octet != 0 || shift == 0 else { throw .notShortest }
                return (number, bytes[position...])
            }
            shift += 7
        }
        throw .truncated
    }
}
