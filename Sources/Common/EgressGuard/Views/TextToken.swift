// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A word, a number or a sign of a text.
struct TextToken: Sendable {
    enum Kind: Sendable {
        /// Letters, or letters and digits.
        case word
        /// Digits only.
        case number
        /// One sign of punctuation.
        case sign
    }

    let kind: Kind
    let range: Range<Int>
    /// Of the folded word; of the sign itself for signs.
    let hash: UInt64
    let isCapitalised: Bool
    let isUpper: Bool
    let hasDigit: Bool
    let spaceBefore: Bool
    let newlineBefore: Bool
    /// First word of the text, of a sentence, of a line or of a quotation.
    var startsSentence: Bool

    var length: Int { self.range.count }
}
