// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How a word, number or sign is written, and the lists of words that it stands in: found out once, for all detectors.
struct TokenTraits: OptionSet, Sendable {
    let rawValue: UInt32

    static let capitalised = TokenTraits(rawValue: 1)
    static let upper = TokenTraits(rawValue: 1 << 1)
    static let digit = TokenTraits(rawValue: 1 << 2)
    static let spaceBefore = TokenTraits(rawValue: 1 << 3)
    static let newlineBefore = TokenTraits(rawValue: 1 << 4)
    static let startsSentence = TokenTraits(rawValue: 1 << 5)
    /// A capital that is not the first letter.
    static let innerCapital = TokenTraits(rawValue: 1 << 6)
    /// A character beyond ASCII.
    static let wide = TokenTraits(rawValue: 1 << 7)

    /// One of ``CommonWords``.
    static let common = TokenTraits(rawValue: 1 << 8)
    /// "at" and the like in a dictated mail address.
    static let atWord = TokenTraits(rawValue: 1 << 9)
    /// "badge", "seal" and the like before a code.
    static let codeLabel = TokenTraits(rawValue: 1 << 10)
    /// The ending of a file's name.
    static let fileEnding = TokenTraits(rawValue: 1 << 11)
    /// The name of a document property or log field, or a verb of one.
    static let property = TokenTraits(rawValue: 1 << 12)
    static let street = TokenTraits(rawValue: 1 << 13)
    /// The name of a month, or the ordinal of a day.
    static let calendar = TokenTraits(rawValue: 1 << 14)
    /// A number, a repetition or a link in dictated numbers.
    static let number = TokenTraits(rawValue: 1 << 15)
    /// A part of an hour.
    static let timePart = TokenTraits(rawValue: 1 << 16)
    /// A word of a spelling alphabet.
    static let spelling = TokenTraits(rawValue: 1 << 17)
    /// "Mr" and the like.
    static let address = TokenTraits(rawValue: 1 << 18)
    /// A word that a contextual phrase is looked up by.
    static let phrase = TokenTraits(rawValue: 1 << 19)
    /// A word of the trade that says nothing by itself.
    static let trade = TokenTraits(rawValue: 1 << 21)
    /// A word that ``Concepts`` knows.
    static let concept = TokenTraits(rawValue: 1 << 20)

    /// The lists that each known word stands in.
    static let ofWords: WordTable = {
        var traits: [UInt64: UInt32] = [:]
        func add(_ trait: TokenTraits, _ hashes: [UInt64]) {
            for hash in hashes { traits[hash, default: 0] |= trait.rawValue }
        }
        add(.common, CommonWords.all.hashes)
        add(.atWord, MailDetector.atWords.hashes)
        add(.codeLabel, LabelledCodeDetector.labels.hashes)
        add(.fileEnding, FileNameDetector.endings.hashes)
        add(.property, MetadataDetector.keys.hashes + MetadataDetector.verbs.hashes)
        add(.street, StreetDetector.after.hashes + StreetDetector.before.hashes)
        add(.calendar, Months.numbers.hashes + Months.days.hashes)
        add(.number, NumberWords.values.hashes + NumberWords.times.hashes + NumberWords.links.hashes)
        add(.timePart, TimeDetector.parts.hashes)
        add(.spelling, SpellingDecoder.letters.hashes)
        add(.address, NameWords.addressOnly.hashes)
        add(.phrase, ContextRules.standard.anchors.hashes)
        add(.trade, TradeWords.generic.hashes + TradeWords.acronyms.hashes)
        add(.concept, Concepts.index.hashes)
        return WordTable(traits.map { ($0.key, Int32(truncatingIfNeeded: $0.value)) })
    }()
}
