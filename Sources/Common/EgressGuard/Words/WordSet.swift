// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A list of words that is only asked for membership.
struct WordSet: Sendable {
    private(set) var hashes: Set<UInt64>

    /// - Parameter words: separated by blanks or line breaks, in any letter case, marks and accents ignored.
    init(_ words: String) {
        self.hashes = Set(FoldedText.words(of: words).map { FoldedText($0).hash })
    }

    func contains(_ hash: UInt64) -> Bool {
        self.hashes.contains(hash)
    }

    func contains(_ word: FoldedText) -> Bool {
        self.hashes.contains(word.hash)
    }

    func union(_ other: WordSet) -> WordSet {
        var joined = self
        joined.hashes.formUnion(other.hashes)
        return joined
    }
}
