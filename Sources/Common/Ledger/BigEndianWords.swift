// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Fixed-size identifiers as machine words, so that they compare and hash without touching the heap.
enum BigEndianWords {
    /// The number whose big-endian bytes are `bytes`; the caller passes at most eight.
    static func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(into: UInt64(0)) { number, byte in number = number << 8 | UInt64(byte) }
    }

    /// The eight big-endian bytes of a word.
    static func bytes(_ word: UInt64) -> [UInt8] {
        (0..<8).map { index in UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * index)) }
    }
}
