// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names of months in the three languages, by folded hash, and ordinal words of days.
enum Months {
    static let numbers: WordTable = {
        let lists = [
            "january jan janvier janv enero ene", "february feb fevrier fev febrero", "march mar mars marzo",
            "april apr avril avr abril abr", "may mai mayo", "june jun juin junio", "july jul juillet juil julio",
            "august aug aout agosto ago", "september sept sep septembre septiembre setiembre",
            "october oct octobre octubre",
            "november nov novembre noviembre", "december dec decembre diciembre dic",
        ]
        var numbers: [UInt64: Int] = [:]
        for (index, list) in lists.enumerated() {
            for word in FoldedText.words(of: list) { numbers[FoldedText(word).hash] = index + 1 }
        }
        return WordTable(numbers.map { ($0.key, Int32($0.value)) })
    }()

    static let days: WordTable = {
        let words = """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
            fifteenth
            sixteenth seventeenth eighteenth nineteenth twentieth
            """
        var days: [UInt64: Int] = [:]
        for (index, word) in FoldedText.words(of: words).enumerated() { days[FoldedText(word).hash] = index + 1 }
        for (word, day) in [("premier", 1), ("primero", 1), ("thirtieth", 30)] { days[FoldedText(word).hash] = day }
        return WordTable(days.map { ($0.key, Int32($0.value)) })
    }()
}
