// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Stretches without blanks in which signs of punctuation may stand for letters: "|-|", "@nn@".
///
/// Digits that stand for letters need no view of their own: the automaton reads them as one class.
enum LeetRuns {
    /// Ranges of code points, with the neighbouring words.
    static func ranges(in tokens: TokenList) -> [Range<Int>] {
        guard tokens.signs.containsAny("@$!|+") || tokens.signs.widest >= 0x20AC else { return [] }
        var found: [Range<Int>] = []
        for index in 0..<tokens.count where tokens.isSign(index, "@$!|+\u{20AC}") {
            let touches =
                tokens.touches(index - 1, index) && tokens[index - 1].kind == .word
                || tokens.touches(index, index + 1) && tokens[index + 1].kind == .word
            guard touches else { continue }
            let place = Int(tokens[index].start)
            if let last = found.last, place < last.upperBound { continue }
            var range = tokens.run(around: place)
            // One more word on each side: the rest of the name.
            if range.lowerBound > 1 { range = tokens.run(around: range.lowerBound - 2).lowerBound..<range.upperBound }
            if range.upperBound + 1 < tokens.scalars.count {
                range = range.lowerBound..<tokens.run(around: range.upperBound + 1).upperBound
            }
            if let last = found.last, range.lowerBound <= last.upperBound + 1 {
                found[found.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                found.append(range)
            }
        }
        return found
    }
}
