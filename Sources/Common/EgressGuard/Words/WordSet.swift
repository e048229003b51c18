// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A list of words that is only asked for membership.
struct WordSet: Sendable {
    private let table: WordTable

    var hashes: [UInt64] { self.table.hashes }

    /// - Parameter words: separated by blanks or line breaks, in any letter case, marks and accents ignored.
    init(_ words: String) {
        self.init(hashes: WordHash.ofWords(in: words))
    }

    init(hashes: some Sequence<UInt64>) {
        self.table = WordTable(hashes.map { ($0, 0) })
    }

    func contains(_ hash: UInt64) -> Bool {
        self.table.contains(hash)
    }

    func contains(_ word: FoldedText) -> Bool {
        self.table.contains(word.hash)
    }

    func union(_ other: WordSet) -> WordSet {
        WordSet(hashes: self.hashes + other.hashes)
    }
}
