// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One form of a known value, as a canonical view shows it.
struct CanonicalKey: Hashable, Sendable {
    /// Where a match may begin and end.
    enum Bounds: Hashable, Sendable {
        /// Only between separators.
        case word
        /// Also where letters meet digits or a capital follows a small letter.
        case soft
        /// In the middle of anything: long keys only.
        case anywhere
        /// Not beside another digit.
        case digits
    }

    /// Which letter case the original must show.
    enum LetterCase: Hashable, Sendable {
        case any
        /// The first letter is a capital: for names that are also common words.
        case capitalised
        /// All letters are capitals: for acronyms.
        case upper
    }

    /// How the key was turned, beyond the views.
    enum Disguise: Hashable, Sendable {
        case none, reversed, rot13
    }

    var bytes: [UInt8]
    /// Offsets at which the value itself has a separator.
    var breaks: [Int]
    var kind: GuardKeyKind
    var bounds: Bounds
    var letterCase: LetterCase
    var action: GuardAction
    var disguise: Disguise
    /// A word of a person's name: neighbouring ones are joined, titles and initials around them taken in.
    var isNamePart: Bool

    init(
        _ bytes: [UInt8],
        breaks: [Int] = [],
        kind: GuardKeyKind,
        bounds: Bounds,
        letterCase: LetterCase = .any,
        action: GuardAction = .remove,
        disguise: Disguise = .none,
        isNamePart: Bool = false
    ) {
        self.bytes = bytes
        self.breaks = breaks
        self.kind = kind
        self.bounds = bounds
        self.letterCase = letterCase
        self.action = action
        self.disguise = disguise
        self.isNamePart = isNamePart
    }
}
