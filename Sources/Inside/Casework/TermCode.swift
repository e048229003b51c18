// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A code of a closed list: a vocabulary term, a country, a port, a region.
///
/// Codes carry no free text: they may be stored in the clear, compared, logged and counted. The reader at the edge has
/// checked that the code is in its list; this type only keeps it apart from ``FreeText`` and ``Identifier``.
package struct TermCode: RawRepresentable, Hashable, Sendable, Codable {
    /// The code as the vocabulary writes it, for example `rip-on-rip-off` or `AUFRE`.
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension TermCode: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

extension TermCode: Comparable, CustomStringConvertible {
    package static func < (left: TermCode, right: TermCode) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    package var description: String {
        self.rawValue
    }
}
