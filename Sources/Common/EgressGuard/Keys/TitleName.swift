// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The name of a ship or a firm, for abbreviations and translations that no list can hold.
struct TitleName: Sendable {
    let kind: GuardKeyKind
    /// Words that carry the name, without articles and particles.
    let words: [FoldedText]
    /// What the words mean, where the list of place and trade words knows it.
    let concepts: Set<Int>

    init(words: [String], kind: GuardKeyKind) {
        self.kind = kind
        self.words = words.map { FoldedText($0) }.filter { $0.count > 0 && !NameWords.particles.contains($0) }
        self.concepts = Set(self.words.compactMap { Concepts.index[$0.hash] })
    }

    /// Whether capitals abbreviate the name: the first letter of every word, others of the word after it.
    func isAbbreviated(by capitals: [UInt8]) -> Bool {
        guard (3...5).contains(capitals.count), self.words.count >= 2, capitals.count >= self.words.count else {
            return false
        }
        return self.abbreviates(capitals[...], from: 0)
    }

    private func abbreviates(_ capitals: ArraySlice<UInt8>, from index: Int) -> Bool {
        guard index < self.words.count else { return capitals.isEmpty }
        guard let first = capitals.first, self.words[index].bytes.first == first else { return false }
        var rest = capitals.dropFirst()
        if self.abbreviates(rest, from: index + 1) { return true }
        for letter in self.words[index].bytes.dropFirst() where letter == rest.first {
            rest = rest.dropFirst()
            if self.abbreviates(rest, from: index + 1) { return true }
        }
        return false
    }
}
