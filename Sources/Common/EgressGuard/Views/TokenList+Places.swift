// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension TokenList {
    /// A longer run without blanks is looked at in part only, so that the work stays linear.
    private static let longestRun = 200

    /// The letters and digits of a token, folded.
    func folded(_ index: Int) -> FoldedText {
        FoldedText(bytes: Array(self.letters(index)))
    }

    /// The same without a copy.
    func letters(_ index: Int) -> ArraySlice<UInt8> {
        self.view.bytes[Int(self.tokens[index].viewStart)..<Int(self.tokens[index].viewEnd)]
    }

    func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(self.scalars[range]))
    }

    /// The number that a token of digits writes; nil beyond nine digits.
    func number(_ index: Int) -> Int? {
        guard index >= 0, index < self.count, self[index].kind == .number, self[index].length <= 9 else { return nil }
        var value = 0
        for byte in self.letters(index) {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The run of characters without blanks around a place, at most 200 to each side.
    func run(around place: Int) -> Range<Int> {
        var start = place
        var end = place
        while start > 0, place - start < Self.longestRun, !Signs.isSpace(self.scalars[start - 1]) { start -= 1 }
        while end < self.scalars.count, end - place < Self.longestRun, !Signs.isSpace(self.scalars[end]) { end += 1 }
        return start..<end
    }

    /// Whether tokens touch, without a blank between them.
    func touches(_ left: Int, _ right: Int) -> Bool {
        right < self.count && left >= 0 && self[left].end == self[right].start
    }
}
