// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One number while it is dictated: "ochenta", "y cuatro"; "quatre", "vingt", "onze".
struct DictatedNumber {
    private(set) var span: Range<Int>?
    private var value = 0
    private var last = 0

    var digits: [Int] { String(self.value).unicodeScalars.map { Int($0.value) - 0x30 } }

    /// Adds a word to the number; false when the word begins a new one.
    mutating func take(_ word: Int, at range: Range<Int>) -> Bool {
        guard let span = self.span else {
            self.span = range
            self.value = word
            self.last = word
            return true
        }
        let joined: Int?
        switch (self.value, self.last, word) {
        case (4, 4, 20): joined = 80
        case (_, 20...90, 1...9) where self.last % 10 == 0: joined = self.value + word
        case (60, 60, 10...19), (80, 20, 10...19): joined = self.value + word
        case (_, _, 100) where (2...9).contains(self.value): joined = self.value * 100
        case (100...900, 100, 1...99): joined = self.value + word
        default: joined = nil
        }
        guard let joined else { return false }
        self.value = joined
        self.last = word
        self.span = span.lowerBound..<range.upperBound
        return true
    }
}
