// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What stood between two characters that are neighbours in a canonical view.
struct ViewGap: OptionSet, Sendable {
    let rawValue: UInt8

    static let separator = ViewGap(rawValue: 1)
    static let space = ViewGap(rawValue: 2)
    static let newline = ViewGap(rawValue: 4)
    static let hyphen = ViewGap(rawValue: 8)
    /// More than a few separators: a match does not reach across unless all of it is blank.
    static let wide = ViewGap(rawValue: 16)
    /// End of a sentence or of a list item: a full stop, semicolon or colon and a space.
    static let stop = ViewGap(rawValue: 32)
    /// A character that a view invented (look-alike, full width, marks) rather than ASCII as it stands.
    static let altered = ViewGap(rawValue: 64)
}
