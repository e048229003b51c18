// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A code or an identifier that may stand in the audit trail: no blanks, no accents, short.
///
/// The characters leave no room for sentences, addresses or names in their usual form; the callers give codes of the
/// vocabularies, rule names, levels and random ids only.
package struct AuditCode: Hashable, Sendable {
    /// Bytes of ASCII; a hash in hexadecimal is the longest.
    package static let byteLimit = 80

    package let text: String

    /// Takes a code; gives nothing for other characters than `a-z A-Z 0-9 . _ / -` or another length than 1 to 80.
    ///
    /// - Parameter text: the code.
    package init?(_ text: String) {
        guard (1...Self.byteLimit).contains(text.utf8.count) else { return nil }
        let isCode = text.utf8.allSatisfy { character in
            switch character {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"),
                UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard isCode else { return nil }
        self.text = text
    }
}
