// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names a folded word by 64 bits (FNV-1a), so that lists of words need no strings at run time.
enum WordHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(Self.start) { Self.add($1, to: $0) }
    }

    /// The hashes of the words of a text, separated by blanks or line breaks, each word folded.
    static func ofWords(in text: String) -> [UInt64] {
        var hashes: [UInt64] = []
        var hash = Self.start
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" {
                if hash != Self.start { hashes.append(hash) }
                hash = Self.start
                continue
            }
            guard case .letters(var packed) = ScalarFolding.lookAlike.reading(of: scalar) else { continue }
            repeat {
                hash = Self.add(UInt8(truncatingIfNeeded: packed), to: hash)
                packed >>= 8
            } while packed != 0
        }
        if hash != Self.start { hashes.append(hash) }
        return hashes
    }
}
