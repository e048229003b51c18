// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Numbers of the initial byte of a CBOR item.
///
/// Source: RFC 8949 section 3.
enum CBORHead {
    /// The upper three bits of the initial byte.
    enum Major: UInt8 {
        case unsigned = 0
        case negative = 1
        case bytes = 2
        case text = 3
        case array = 4
        case map = 5
        case tag = 6
        case simple = 7
    }

    static let falseByte: UInt8 = 0xF4
    static let trueByte: UInt8 = 0xF5
    static let nullByte: UInt8 = 0xF6
}
