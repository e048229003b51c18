// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Small numbers as digits, words and ordinals in English, French and Spanish.
enum Ordinals {
    private static let cardinalWords: [[String]] = [
        ["one", "un", "une", "uno"], ["two", "deux", "dos"], ["three", "trois", "tres"], ["four", "quatre", "cuatro"],
        ["five", "cinq", "cinco"], ["six", "seis"], ["seven", "sept", "siete"], ["eight", "huit", "ocho"],
        ["nine", "neuf", "nueve"], ["ten", "dix", "diez"], ["eleven", "onze", "once"], ["twelve", "douze", "doce"],
    ]
    private static let ordinalWords: [[String]] = [
        ["1st", "first", "premier", "première", "1er", "primer", "primera"],
        ["2nd", "second", "deuxième", "2e", "segundo", "segunda"],
        ["3rd", "third", "troisième", "3e", "tercer", "tercera"],
        ["4th", "fourth", "quatrième", "4e", "cuarto", "cuarta"],
        ["5th", "fifth", "cinquième", "5e", "quinto", "quinta"],
        ["6th", "sixth", "sixième", "6e", "sexto", "sexta"],
        ["7th", "seventh", "septième", "7e", "séptimo", "séptima"],
        ["8th", "eighth", "huitième", "8e", "octavo", "octava"],
        ["9th", "ninth", "neuvième", "9e", "noveno", "novena"],
        ["10th", "tenth", "dixième", "10e", "décimo", "décima"],
    ]

    /// The number that a word of digits, with or without an ordinal ending, stands for.
    static func value(of word: [UInt8]) -> Int? {
        let digits = word.prefix { (0x30...0x39).contains($0) }
        if !digits.isEmpty, digits.count <= 4, word.count - digits.count <= 3 {
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        for (index, forms) in Self.ordinalWords.enumerated()
        where forms.contains(where: { FoldedText($0).bytes == word }) {
            return index + 1
        }
        return nil
    }

    static func cardinals(_ value: Int) -> [String] {
        let words = (1...Self.cardinalWords.count).contains(value) ? Self.cardinalWords[value - 1] : []
        return ["\(value)"] + words
    }

    static func ordinals(_ value: Int) -> [String] {
        (1...Self.ordinalWords.count).contains(value) ? Self.ordinalWords[value - 1] : ["\(value)th", "\(value)e"]
    }
}
