// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The display name of an officer: one line, short.
package struct OfficerName: Hashable, Sendable {
    /// Bytes of UTF-8.
    package static let byteLimit = 80

    package let text: String

    /// Takes a name; gives nothing for an empty or long one, or one with control characters or outer blanks.
    ///
    /// - Parameter text: as typed.
    package init?(_ text: String) {
        guard (1...Self.byteLimit).contains(text.utf8.count) else { return nil }
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
            return nil
        }
        guard text.first?.isWhitespace == false, text.last?.isWhitespace == false else { return nil }
        self.text = text
    }
}
