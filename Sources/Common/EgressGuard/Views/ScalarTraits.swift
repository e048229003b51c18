// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a character beyond ASCII is, as far as the guard asks.
struct ScalarTraits: OptionSet, Sendable {
    let rawValue: UInt8

    static let letter = ScalarTraits(rawValue: 1)
    static let space = ScalarTraits(rawValue: 2)
    static let upper = ScalarTraits(rawValue: 4)
    /// A letter without an ASCII reading, or a digit of that kind.
    static let foreign = ScalarTraits(rawValue: 8)
    /// Not there at all in a canonical view.
    static let dropped = ScalarTraits(rawValue: 16)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Looked up in the Unicode data of the standard library: slow.
    init(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        var traits: ScalarTraits = []
        if properties.isAlphabetic { traits.insert(.letter) }
        if properties.isWhitespace { traits.insert(.space) }
        if properties.isUppercase { traits.insert(.upper) }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .spacingMark:
            traits.insert(.foreign)
        case .format, .nonspacingMark, .enclosingMark, .unassigned, .privateUse:
            traits.insert(.dropped)
        default:
            break
        }
        self = traits
    }
}
