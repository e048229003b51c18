// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The 97 chapters of the Harmonized System with short labels.
package struct HSChapters: Hashable, Sendable {
    /// Two-digit chapters with labels.
    package let labels: [String: [Language: String]]

    package init(labels: [String: [Language: String]]) { self.labels = labels }

    /// Whether a text is a chapter, a heading or a subheading (2, 4 or 6 digits) of a known chapter.
    package func contains(_ code: String) -> Bool {
        let octets = Array(code.utf8)
        guard [2, 4, 6].contains(octets.count) else { return false }
        guard octets.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        return labels[String(code.prefix(2))] != nil
    }

    /// The chapter of a heading or subheading; `nil` when it is not one.
    package func chapter(of code: String) -> String? { contains(code) ? String(code.prefix(2)) : nil }

    /// The name of a chapter for people; English where the language is missing.
    package func label(_ chapter: String, _ language: Language) -> String? {
        labels[chapter]?[language] ?? labels[chapter]?[.en]
    }
}
