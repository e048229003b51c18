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
        /// The first letters of a word that ``FondForms`` makes of a given name.
        case fond
    }

    /// Which letter case the original must show.
    enum LetterCase: Hashable, Sendable {
        case any
        /// The first letter is a capital: for names that are also common words.
        case capitalised
        /// All letters are capitals: for acronyms.
        case upper
    }

    /// How a text may turn the key, beyond the views.
    enum Turn: Sendable {
        case reversed, rot13
    }

    var bytes: [UInt8]
    /// Offsets at which the value itself has a separator.
    var breaks: [Int]
    var kind: GuardKeyKind
    var bounds: Bounds
    var letterCase: LetterCase
    var action: GuardAction
    /// A word of a person's name: neighbouring ones are joined, titles and initials around them taken in.
    var isNamePart: Bool

    init(
        _ bytes: [UInt8],
        breaks: [Int] = [],
        kind: GuardKeyKind,
        bounds: Bounds,
        letterCase: LetterCase = .any,
        action: GuardAction = .remove,
        isNamePart: Bool = false
    ) {
        self.bytes = bytes
        self.breaks = breaks
        self.kind = kind
        self.bounds = bounds
        self.letterCase = letterCase
        self.action = action
        self.isNamePart = isNamePart
    }

    /// The key as it has to stand in a view that was turned back; nil when it is not looked for that way.
    func turned(_ turn: Turn) -> CanonicalKey? {
        guard self.bytes.count >= 5, self.bounds != .fond, self.kind != .place || self.bytes.count >= 8 else {
            return nil
        }
        let letters = self.bytes.count { (0x61...0x7A).contains($0) }
        var turned = self
        let written: [UInt8]
        switch turn {
        case .reversed:
            guard letters == 0 || letters >= 4 || self.bytes.count - letters >= 4 else { return nil }
            written = self.bytes.reversed()
            turned.breaks = self.breaks.reversed().map { self.bytes.count - $0 }
        case .rot13:
            guard letters >= 5 else { return nil }
            written = self.bytes.map { (0x61...0x7A).contains($0) ? ($0 - 0x61 + 13) % 26 + 0x61 : $0 }
        }
        guard written != self.bytes, !CommonWords.all.contains(WordHash.of(written)) else { return nil }
        turned.letterCase = .any
        turned.isNamePart = false
        turned.bounds = self.bounds == .anywhere ? .anywhere : .word
        return turned
    }
}
