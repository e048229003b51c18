// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the names of all persons, ships and firms have in common, looked up by letters instead of person by person.
struct NameIndex: Sendable {
    let isEmpty: Bool
    /// Everything that initials of a person can spell, by hash.
    let initials: WordSet
    /// Words of names, by hash.
    let parts: WordSet
    /// Beginnings of words of names, alone and behind an initial of the same person, by hash.
    let cutOffs: WordSet
    let misspellings: MisspellingIndex
    private let firstLetters: UInt32
    private let titles: [TitleName]
    private let titlesByLetter: [[Int]]
    private let titlesByConcept: [Int: [Int]]

    init(persons: [PersonName], titles: [TitleName]) {
        self.isEmpty = persons.isEmpty && titles.isEmpty
        self.initials = WordSet(hashes: persons.flatMap { $0.initials.map { WordHash.of($0) } })
        self.parts = WordSet(hashes: persons.flatMap { $0.parts.map(\.hash) })
        self.cutOffs = WordSet(hashes: persons.flatMap(Self.cutOffs))
        self.misspellings = MisspellingIndex(
            persons.flatMap(\.parts).filter { $0.count >= 5 && $0.letterCount == $0.count }.map(\.bytes)
        )
        var firstLetters: UInt32 = 0
        for letter in persons.flatMap(\.firstLetters) where (0x61...0x7A).contains(letter) {
            firstLetters |= 1 << UInt32(letter - 0x61)
        }
        self.firstLetters = firstLetters
        self.titles = titles
        var byLetter = [[Int]](repeating: [], count: 256)
        var byConcept: [Int: [Int]] = [:]
        for (index, title) in titles.enumerated() {
            if let letter = title.words.first?.bytes.first { byLetter[Int(letter)].append(index) }
            for concept in title.concepts { byConcept[concept, default: []].append(index) }
        }
        self.titlesByLetter = byLetter
        self.titlesByConcept = byConcept
    }

    private static func cutOffs(of person: PersonName) -> [UInt64] {
        var found: [UInt64] = []
        for part in person.parts where part.count >= 6 {
            for length in 4...part.count {
                let beginning = part.bytes.prefix(length)
                if length >= 5 { found.append(WordHash.of(beginning)) }
                for letter in person.firstLetters { found.append(WordHash.of([letter] + beginning)) }
            }
        }
        return found
    }

    /// Whether a letter begins a word of some name.
    func isInitial(_ letter: UInt8) -> Bool {
        (0x61...0x7A).contains(letter) && self.firstLetters >> UInt32(letter - 0x61) & 1 == 1
    }

    func areInitials(_ letters: some Sequence<UInt8>) -> Bool {
        self.initials.contains(WordHash.of(letters))
    }

    /// The first ship or firm whose name the capitals abbreviate.
    func title(abbreviatedBy letters: [UInt8]) -> TitleName? {
        guard let first = letters.first else { return nil }
        return self.titlesByLetter[Int(first)].lazy.map { self.titles[$0] }.first { $0.isAbbreviated(by: letters) }
    }

    /// Whether so many words with these meanings say the name of a ship or firm in another language.
    func isTranslation(_ concepts: Set<Int>, words: Int) -> Bool {
        guard concepts.count >= 2 else { return false }
        return concepts.contains { concept in
            (self.titlesByConcept[concept] ?? []).contains { index in
                let shared = concepts.intersection(self.titles[index].concepts).count
                return shared >= 2 && shared * 2 > words && shared * 3 >= self.titles[index].words.count
            }
        }
    }
}
