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

    /// The section of a chapter, heading or subheading in Roman numerals; `nil` when it is none.
    ///
    /// The 21 sections are runs of chapters. Source: Harmonized System Convention, nomenclature.
    package func section(of code: String) -> String? {
        guard contains(code), let chapter = Int(code.prefix(2)) else { return nil }
        return Self.sections.first { chapter <= $0.last }?.name
    }

    private static let sections: [(name: String, last: Int)] = [
        ("I", 5), ("II", 14), ("III", 15), ("IV", 24), ("V", 27), ("VI", 38), ("VII", 40), ("VIII", 43), ("IX", 46),
        ("X", 49), ("XI", 63), ("XII", 67), ("XIII", 70), ("XIV", 71), ("XV", 83), ("XVI", 85), ("XVII", 89),
        ("XVIII", 92), ("XIX", 93), ("XX", 96), ("XXI", 97),
    ]

    /// The chapters of a section; empty for another name.
    package func chapters(ofSection name: String) -> [String] {
        labels.keys.filter { section(of: $0) == name }.sorted()
    }

    /// The name of a chapter for people; English where the language is missing.
    package func label(_ chapter: String, _ language: Language) -> String? {
        labels[chapter]?[language] ?? labels[chapter]?[.en]
    }
}
