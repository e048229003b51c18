// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A word, a number or a sign of a text.
struct TextToken: Sendable {
    enum Kind: UInt8, Sendable {
        /// Letters, or letters and digits.
        case word
        /// Digits only.
        case number
        /// One sign of punctuation.
        case sign
    }

    let kind: Kind
    var traits: TokenTraits
    let start: Int32
    let end: Int32
    /// Where its letters and digits stand in the canonical view.
    let viewStart: Int32
    let viewEnd: Int32
    /// Of the folded word; of the sign itself for signs.
    let hash: UInt64

    var range: Range<Int> { Int(self.start)..<Int(self.end) }
    var length: Int { Int(self.end - self.start) }
    var isCapitalised: Bool { self.traits.contains(.capitalised) }
    var isUpper: Bool { self.traits.contains(.upper) }
    var hasDigit: Bool { self.traits.contains(.digit) }
    var spaceBefore: Bool { self.traits.contains(.spaceBefore) }
    var newlineBefore: Bool { self.traits.contains(.newlineBefore) }
    /// First word of the text, of a sentence, of a line or of a quotation.
    var startsSentence: Bool { self.traits.contains(.startsSentence) }
    var isCommon: Bool { self.traits.contains(.common) }
}
