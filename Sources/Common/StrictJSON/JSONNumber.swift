// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A JSON number as it stood in the text.
///
/// Equality compares the text: `1`, `1.0` and `1e0` differ, because a signature over one is not one over the other.
package struct JSONNumber: Hashable, Sendable {
    /// The number in the grammar of RFC 8259 section 6.
    package let text: String

    /// A number whose text was checked by the parser.
    init(checkedText: String) { text = checkedText }

    package init(_ value: Int) { text = String(value) }

    /// A finite number; the shortest text that reads back as the same value.
    package init(_ value: Double) {
        precondition(value.isFinite, "JSON has no text for \(value)")
        text = value.description
    }

    /// The value, if the text has neither fraction nor exponent and the value fits.
    package var integer: Int? { Int(text) }

    /// The nearest binary floating-point value, if it is finite.
    package var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
