// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension TokenList {
    /// The text of a token, folded.
    func folded(_ index: Int) -> FoldedText {
        FoldedText(self.text(self.tokens[index].range))
    }

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(self.scalars[range]))
    }

    /// The number that a token of digits writes; nil beyond nine digits.
    func number(_ index: Int) -> Int? {
        guard index >= 0, index < self.count, self[index].kind == .number, self[index].length <= 9 else { return nil }
        var value = 0
        for scalar in self.scalars[self[index].range] {
            guard let digit = scalar.properties.numericValue, digit >= 0, digit <= 9 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// The run of characters without blanks around a place.
    func run(around place: Int) -> Range<Int> {
        var start = place
        var end = place
        while start > 0, !Signs.isSpace(self.scalars[start - 1]) { start -= 1 }
        while end < self.scalars.count, !Signs.isSpace(self.scalars[end]) { end += 1 }
        return start..<end
    }

    /// Whether tokens touch, without a blank between them.
    func touches(_ left: Int, _ right: Int) -> Bool {
        right < self.count && left >= 0 && self[left].range.upperBound == self[right].range.lowerBound
    }
}
