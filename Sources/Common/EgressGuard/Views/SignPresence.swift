// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Which signs occur in a text, so that decoders that need one of them are not even asked.
struct SignPresence: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Greatest code point beyond ASCII.
    private(set) var widest: UInt32 = 0
    /// Greatest code point of a letter or mark in a word.
    private(set) var widestLetter: UInt32 = 0

    mutating func insert(letter value: UInt32) {
        self.widest = max(self.widest, value)
        self.widestLetter = max(self.widestLetter, value)
    }

    mutating func insert(_ value: UInt32) {
        switch value {
        case 0..<64: self.low |= 1 << UInt64(value)
        case 64..<128: self.high |= 1 << UInt64(value - 64)
        default: self.widest = max(self.widest, value)
        }
    }

    /// Whether one of some ASCII signs occurs; letters, digits and blanks are not kept.
    func containsAny(_ signs: StaticString) -> Bool {
        signs.withUTF8Buffer { bytes in
            bytes.contains { byte in
                byte < 64 ? self.low >> UInt64(byte) & 1 == 1 : self.high >> UInt64(byte & 63) & 1 == 1
            }
        }
    }
}
