// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The shape of a UN/LOCODE: two letters for the country, three letters or digits 2 to 9 for the place.
package enum Locode {
    /// Whether a text has the shape; says nothing about whether the place exists.
    package static func isValid(_ text: String) -> Bool {
        let octets = Array(text.utf8)
        guard octets.count == 5 else { return false }
        return octets.enumerated().allSatisfy { position, octet in
            switch octet {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "2")...UInt8(ascii: "9"): position >= 2
            default: false
            }
        }
    }

    /// The country of a code of good shape; `nil` for others.
    package static func country(of text: String) -> String? { isValid(text) ? String(text.prefix(2)) : nil }
}
