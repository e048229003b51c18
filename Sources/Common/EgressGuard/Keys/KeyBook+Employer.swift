// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension KeyBook {
    /// Firm: whole, without its legal form, its first words, its own words, its acronyms.
    mutating func addEmployer(_ value: String, kind: GuardKeyKind) {
        let words = FoldedText.words(of: value, also: ",()")
        let own = words.filter { !TradeWords.legalForms.contains(FoldedText($0)) }
        self.addTitle(words, kind: kind)
        if own.count != words.count { self.addTitle(own, kind: kind) }
        for length in stride(from: own.count - 1, through: 2, by: -1) {
            let start = own.prefix(length)
            let distinctive = start.contains { !TradeWords.isGeneric(FoldedText($0)) }
            if distinctive, FoldedText(start.joined(separator: " ")).count >= 6 {
                self.addTitle(Array(start), kind: kind)
            }
        }
        for word in own {
            let folded = FoldedText(word)
            let isAcronym = Self.isUpper(word) && folded.count >= 2 && folded.count <= 6
            if isAcronym, word.unicodeScalars.contains("&") {
                self.insert(
                    CanonicalKey(folded.bytes, breaks: folded.breaks, kind: kind, bounds: .word, letterCase: .upper)
                )
            } else if isAcronym, folded.count >= 3 {
                self.addAcronym(folded.bytes, kind: kind)
            } else if folded.count >= 3, folded.count < 5, folded.letterCount >= 3, !TradeWords.isGeneric(folded) {
                self.insert(CanonicalKey(folded.bytes, kind: kind, bounds: .word, letterCase: .capitalised))
            } else if folded.count >= 5, !TradeWords.isGeneric(folded) {
                self.insert(
                    CanonicalKey(
                        folded.bytes,
                        breaks: folded.breaks,
                        kind: kind,
                        bounds: folded.count >= 10 ? .anywhere : .soft,
                        letterCase: CommonWords.all.contains(folded) ? .capitalised : .any
                    )
                )
            }
        }
        self.addAcronyms(of: words, kind: kind)
        self.titles.append(TitleName(words: own, kind: kind))
    }

    private mutating func addTitle(_ words: [String], kind: GuardKeyKind) {
        let folded = FoldedText(words.joined(separator: " "))
        guard folded.count >= 3 else { return }
        let isCommon = words.count <= 2 && words.allSatisfy { CommonWords.all.contains(FoldedText($0)) || $0.count < 4 }
        if words.count == 1, Self.isUpper(words[0]), folded.count <= 6 {
            self.addAcronym(folded.bytes, kind: kind)
            return
        }
        self.insert(
            CanonicalKey(
                folded.bytes,
                breaks: folded.breaks,
                kind: kind,
                bounds: folded.count >= 12 ? .anywhere : folded.count >= 8 ? .soft : .word,
                letterCase: isCommon || folded.count < 5 ? .capitalised : .any
            )
        )
    }

    private mutating func addAcronyms(of words: [String], kind: GuardKeyKind) {
        func initials(_ words: [String]) -> [UInt8] {
            words.compactMap { FoldedText($0).bytes.first }
        }
        let withoutForms = words.filter { !TradeWords.legalForms.contains(FoldedText($0)) }
        let withoutParticles = withoutForms.filter { !NameWords.particles.contains(FoldedText($0)) && $0 != "&" }
        for acronym in [initials(words), initials(withoutForms), initials(withoutParticles)]
        where acronym.count >= 3 && !TradeWords.acronyms.contains(WordHash.of(acronym)) {
            self.addAcronym(acronym, kind: kind)
        }
    }

    mutating func addAcronym(_ bytes: [UInt8], kind: GuardKeyKind) {
        guard bytes.count >= 2 else { return }
        let isAmbiguous = bytes.count == 2
        self.insert(
            CanonicalKey(
                bytes,
                kind: kind,
                bounds: bytes.count >= 4 ? .soft : .word,
                letterCase: .upper,
                action: isAmbiguous ? .flag : .remove
            )
        )
        // Long acronyms are written as words too, in user names and mail.
        if bytes.count >= 5 { self.insert(CanonicalKey(bytes, kind: kind, bounds: .soft)) }
    }

    static func isUpper(_ word: String) -> Bool {
        word.unicodeScalars.contains { $0.properties.isUppercase }
            && !word.unicodeScalars.contains { $0.properties.isLowercase }
    }

    /// Ship: whole with and without its prefix, its distinctive words.
    mutating func addVessel(_ value: String) {
        var words = FoldedText.words(of: value)
        while let first = words.first, words.count > 1, TradeWords.shipPrefixes.contains(FoldedText(first)) {
            self.addTitle(words, kind: .vessel)
            words.removeFirst()
        }
        self.addTitle(words, kind: .vessel)
        for word in words.map({ FoldedText($0) }) where word.count >= 5 && !TradeWords.isGeneric(word) {
            self.insert(
                CanonicalKey(
                    word.bytes,
                    kind: .vessel,
                    bounds: .word,
                    letterCase: .capitalised,
                    action: CommonWords.all.contains(word) ? .flag : .remove
                )
            )
        }
        self.titles.append(TitleName(words: words, kind: .vessel))
    }
}
