// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A person's name taken apart: words, halves of double names, particles, and what its initials can spell.
struct PersonName: Sendable {
    /// Words and halves of double names, without particles, titles and articles; at least two letters each.
    let parts: [FoldedText]
    /// Words as written, particles left out, halves joined.
    let words: [FoldedText]
    /// Everything that the initials can spell: all words or some, surname first or last, with and without particles.
    let initials: Set<[UInt8]>
    /// First letters of all parts, for a single initial beside a name.
    let firstLetters: Set<UInt8>

    init(_ value: String) {
        var parts: [FoldedText] = []
        var words: [FoldedText] = []
        var sequence: [(letter: UInt8, isParticle: Bool)] = []
        for word in FoldedText.words(of: value, also: ",()\"") {
            let folded = FoldedText(word)
            guard let first = folded.bytes.first, folded.letterCount > 0, folded.digits.isEmpty else { continue }
            guard !NameWords.titles.contains(folded) else { continue }
            guard !NameWords.particles.contains(folded) else {
                sequence.append((first, true))
                continue
            }
            words.append(folded)
            for half in FoldedText.words(of: word, also: "-'’.").map({ FoldedText($0) }) where half.count > 0 {
                if half.count >= 2 { parts.append(half) }
                sequence.append((half.bytes[0], false))
            }
            let halves = FoldedText.words(of: word, also: "-").map { FoldedText($0) }
            if halves.count > 1 { parts += halves.filter { $0.count >= 2 && !parts.contains($0) } }
            if folded.count >= 2, !parts.contains(folded) { parts.append(folded) }
        }
        self.parts = parts
        self.words = words
        self.firstLetters = Set(sequence.filter { !$0.isParticle }.map(\.letter))
        self.initials = Self.spellings(sequence)
    }

    /// Subsequences of two letters or more of the initials, in the given order and with the surname first.
    private static func spellings(_ sequence: [(letter: UInt8, isParticle: Bool)]) -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        let letters = Array(sequence.map(\.letter).prefix(7))
        guard letters.count >= 2 else { return found }
        for turn in 0..<letters.count {
            let turned = Array(letters[turn...] + letters[..<turn])
            for mask in 1..<(1 << turned.count) {
                let chosen = turned.indices.filter { mask & (1 << $0) != 0 }.map { turned[$0] }
                if chosen.count >= 2 { found.insert(chosen) }
            }
        }
        return found
    }
}
