// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Finds words at a small distance from known ones by what both become when letters are left out (Garbe, 2012).
struct MisspellingIndex: Sendable {
    private static let shortestForTwo = 8
    private static let longest = 40

    private let words: [[UInt8]]
    /// Hash of a shortened word to its place in ``starts``.
    private let table: WordTable
    private let starts: [Int32]
    private let members: [Int32]
    let isEmpty: Bool

    init(_ words: [[UInt8]]) {
        let words = Array(Set(words)).filter { $0.count <= Self.longest }
        var byHash: [UInt64: [Int32]] = [:]
        for (index, word) in words.enumerated() {
            let number = Int32(truncatingIfNeeded: index)
            _ = Self.shortened(word, by: Self.limit(of: word)) { hash in
                if byHash[hash]?.last != number { byHash[hash, default: []].append(number) }
                return false
            }
        }
        var starts: [Int32] = [0]
        var members: [Int32] = []
        var entries: [(hash: UInt64, number: Int32)] = []
        for (hash, indexes) in byHash {
            entries.append((hash, Int32(truncatingIfNeeded: starts.count - 1)))
            members += indexes
            starts.append(Int32(truncatingIfNeeded: members.count))
        }
        self.words = words
        self.table = WordTable(entries)
        self.starts = starts
        self.members = members
        self.isEmpty = words.isEmpty
    }

    /// Distance that a known word allows: 1, from eight letters on 2.
    private static func limit(of word: [UInt8]) -> Int { word.count >= Self.shortestForTwo ? 2 : 1 }

    /// Whether a word is not known but close to a known one.
    func isNear(_ word: [UInt8]) -> Bool {
        guard word.count >= 4, word.count <= Self.longest + 2 else { return false }
        // A word of fewer letters cannot be at distance 2 of one of eight.
        return Self.shortened(word, by: word.count >= Self.shortestForTwo - 2 ? 2 : 1) { hash in
            guard let place = self.table[hash] else { return false }
            return self.members[Int(self.starts[place])..<Int(self.starts[place + 1])].contains { index in
                let known = self.words[Int(index)]
                return EditDistance.isWithin(Self.limit(of: known), word, known)
            }
        }
    }

    /// Asks about the hashes of a word, of all that is left when one letter is left out, and when two are.
    ///
    /// - Returns: whether the answer to one of them was yes; the rest is not asked.
    private static func shortened(_ word: [UInt8], by limit: Int, _ ask: (UInt64) -> Bool) -> Bool {
        if ask(WordHash.of(word)) { return true }
        var before = WordHash.start
        for first in word.indices {
            if ask(Self.hash(word[(first + 1)...], after: before)) { return true }
            var between = before
            if limit > 1 {
                for second in word.indices.dropFirst(first + 1) {
                    if ask(Self.hash(word[(second + 1)...], after: between)) { return true }
                    between = WordHash.add(word[second], to: between)
                }
            }
            before = WordHash.add(word[first], to: before)
        }
        return false
    }

    private static func hash(_ rest: ArraySlice<UInt8>, after hash: UInt64) -> UInt64 {
        rest.reduce(hash) { WordHash.add($1, to: $0) }
    }
}
