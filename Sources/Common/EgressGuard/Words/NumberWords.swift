// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words for numbers in the three languages, by folded hash.
enum NumberWords {
    private static let lists: [(Int, String)] = [
        (0, "zero oh nought nil cero"), (1, "one un une uno una"), (2, "two deux dos"), (3, "three trois tres"),
        (4, "four quatre cuatro"), (5, "five cinq cinco"), (6, "six seis"), (7, "seven sept siete"),
        (8, "eight huit ocho"), (9, "nine niner neuf nueve"), (10, "ten dix diez"), (11, "eleven onze once"),
        (12, "twelve douze doce"), (13, "thirteen treize trece"), (14, "fourteen quatorze catorce"),
        (15, "fifteen quinze quince"), (16, "sixteen seize dieciseis"), (17, "seventeen diecisiete"),
        (18, "eighteen dieciocho"), (19, "nineteen diecinueve"), (20, "twenty vingt vingts veinte"),
        (21, "veintiuno veintiun"), (22, "veintidos"), (23, "veintitres"), (24, "veinticuatro"), (25, "veinticinco"),
        (26, "veintiseis"), (27, "veintisiete"), (28, "veintiocho"), (29, "veintinueve"), (30, "thirty trente treinta"),
        (40, "forty quarante cuarenta"), (50, "fifty cinquante cincuenta"), (60, "sixty soixante sesenta"),
        (70, "seventy septante setenta"), (80, "eighty huitante octante ochenta"), (90, "ninety nonante noventa"),
        (100, "hundred cent cents cien ciento"), (200, "doscientos"), (300, "trescientos"), (400, "cuatrocientos"),
        (500, "quinientos"), (600, "seiscientos"), (700, "setecientos"), (800, "ochocientos"), (900, "novecientos"),
    ]

    static let values: WordTable = {
        var values: [UInt64: Int] = [:]
        for (value, words) in Self.lists {
            for word in FoldedText.words(of: words) { values[FoldedText(word).hash] = value }
        }
        return WordTable(values.map { ($0.key, Int32($0.value)) })
    }()

    static let times: WordTable = {
        var times: [UInt64: Int] = [:]
        for (count, words) in [(2, "double doble deux-fois"), (3, "triple treble"), (4, "quadruple cuadruple")] {
            for word in FoldedText.words(of: words) { times[FoldedText(word).hash] = count }
        }
        return WordTable(times.map { ($0.key, Int32($0.value)) })
    }()

    static let links = WordSet("and et y")
}
