// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names that no list of keys can hold: initials, misspellings, cut-off words, abbreviations, translations.
struct NameDisguises {
    let tokens: TokenList
    let book: KeyBook
    private let parts: [FoldedText]

    init(tokens: TokenList, book: KeyBook) {
        self.tokens = tokens
        self.book = book
        var seen: Set<FoldedText> = []
        self.parts = book.persons.flatMap(\.parts).filter {
            $0.count >= 5 && $0.letterCount == $0.count && seen.insert($0).inserted
        }
    }

    var findings: [DraftFinding] {
        guard !self.book.persons.isEmpty || !self.book.titles.isEmpty else { return [] }
        return self.initials() + self.capitals() + self.misspellings() + self.translations()
    }

    /// Initials with points or hyphens, and after a form of address.
    private func initials() -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < self.tokens.count {
            if let finding = self.titled(index) { found.append(finding) }
            guard self.tokens[index].kind == .word, self.tokens[index].length == 1, self.tokens[index].isUpper else {
                index += 1
                continue
            }
            var letters = self.tokens.folded(index).bytes
            var last = index
            while true {
                var next = last + 1
                while self.tokens.isSign(next, ".-"), next - last <= 2, self.tokens.touches(next - 1, next) {
                    next += 1
                }
                guard next < self.tokens.count, next > last + 1 || !self.tokens[next].newlineBefore,
                    self.tokens[next].kind == .word,
                    self.tokens[next].length == 1, self.tokens[next].isUpper
                else { break }
                letters += self.tokens.folded(next).bytes
                last = next
            }
            if letters.count >= 2, self.book.persons.contains(where: { $0.initials.contains(letters) }) {
                var end = self.tokens[last].range.upperBound
                if self.tokens.isSign(last + 1, "."), self.tokens.touches(last, last + 1) { end += 1 }
                let isDotted = self.tokens.isSign(index + 1, ".-")
                let range = self.tokens[index].range.lowerBound..<end
                found.append(
                    DraftFinding(range, GuardKeyKind.personName.rule, isDotted || letters.count > 2 ? .remove : .flag)
                )
            }
            index = last + 1
        }
        return found
    }

    private func titled(_ index: Int) -> DraftFinding? {
        guard NameWords.addressOnly.contains(self.tokens[index].hash), self.tokens[index].isCapitalised else {
            return nil
        }
        let next = self.tokens.isSign(index + 1, ".") ? index + 2 : index + 1
        guard next < self.tokens.count, self.tokens[next].isUpper, self.tokens[next].length <= 4 else { return nil }
        let letters = self.tokens.folded(next).bytes
        let isKnown = self.book.persons.contains { person in
            letters.count == 1 ? person.firstLetters.contains(letters[0]) : person.initials.contains(letters)
        }
        guard isKnown else { return nil }
        var end = self.tokens[next].range.upperBound
        if self.tokens.isSign(next + 1, "."), self.tokens.touches(next, next + 1) { end += 1 }
        return DraftFinding(self.tokens[index].range.lowerBound..<end, GuardKeyKind.personName.rule, .remove)
    }

    /// "PRC", "WvdHP", "LSB", "TOLLEF".
    private func capitals() -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<self.tokens.count where self.tokens[index].kind == .word && self.tokens[index].length >= 3 {
            let token = self.tokens[index]
            let text = self.tokens.scalars[token.range]
            let upper = text.count { Signs.isUpper($0) }
            guard upper >= 2, !TradeWords.acronyms.contains(token.hash) else { continue }
            let letters = self.tokens.folded(index).bytes
            if letters.count <= 6, token.isUpper || upper < letters.count && Signs.isUpper(text.last ?? "a") {
                if self.book.persons.contains(where: { $0.initials.contains(letters) }) {
                    found.append(DraftFinding(token.range, GuardKeyKind.personName.rule, .remove))
                    continue
                }
            }
            if token.isUpper, let title = self.book.titles.first(where: { $0.isAbbreviated(by: letters) }) {
                let isExact = letters == title.words.compactMap(\.bytes.first)
                found.append(DraftFinding(token.range, GuardRule.abbreviation, isExact ? .remove : .flag))
            }
            if token.isUpper, letters.count >= 5, self.isCutOff(letters) {
                found.append(DraftFinding(token.range, GuardKeyKind.personName.rule, .remove))
            }
        }
        return found
    }

    /// Capitals that are the beginning of a word of a name, with or without an initial before it.
    private func isCutOff(_ letters: [UInt8]) -> Bool {
        guard !CommonWords.all.contains(WordHash.of(letters)) else { return false }
        return self.book.persons.contains { person in
            person.parts.contains { part in
                part.count >= 6
                    && (part.bytes.starts(with: letters)
                        || part.bytes.starts(with: letters.dropFirst()) && person.firstLetters.contains(letters[0]))
            }
        }
    }

    private func misspellings() -> [DraftFinding] {
        guard !self.parts.isEmpty else { return [] }
        var candidates: [(index: Int, isExact: Bool, isWeak: Bool)] = []
        for index in 0..<self.tokens.count {
            let token = self.tokens[index]
            guard token.kind == .word, token.isCapitalised, token.length >= 4, !CommonWords.all.contains(token.hash)
            else { continue }
            let word = self.tokens.folded(index)
            var isNear = false
            var isExact = false
            for part in self.parts {
                isExact = isExact || part == word
                let limit = part.count >= 8 ? 2 : 1
                isNear = isNear || word.count >= 4 && EditDistance.isWithin(limit, word.bytes, part.bytes)
            }
            if isNear || isExact { candidates.append((index, isExact, word.count < 5)) }
        }
        var found: [DraftFinding] = []
        var position = 0
        while position < candidates.count {
            var last = position
            while last + 1 < candidates.count, candidates[last + 1].index - candidates[last].index <= 2 { last += 1 }
            let isExact = candidates[position...last].allSatisfy(\.isExact)
            // Four letters alone are too few to be called a misspelling.
            let isWeak = candidates[position...last].allSatisfy(\.isWeak)
            if !isExact, !isWeak {
                var end = candidates[last].index
                // A short last word of the same name is not far enough from others to be looked up by itself.
                if end + 1 < self.tokens.count, self.isShortPart(end + 1) { end += 1 }
                let range = self.tokens[candidates[position].index].range.lowerBound..<self.tokens[end].range.upperBound
                found.append(DraftFinding(range, GuardRule.misspelling, last > position ? .remove : .flag))
            }
            position = last + 1
        }
        return found
    }

    private func isShortPart(_ index: Int) -> Bool {
        guard self.tokens[index].kind == .word, self.tokens[index].isCapitalised, self.tokens[index].length < 6 else {
            return false
        }
        let word = self.tokens.folded(index)
        return self.book.persons.contains { $0.parts.contains(word) }
    }

    /// Capitalised words that say the same as the name of a firm or ship in another language.
    private func translations() -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < self.tokens.count {
            var last = index
            while last < self.tokens.count, self.tokens[last].kind == .word,
                self.tokens[last].isCapitalised || last > index && NameWords.particles.contains(self.tokens[last].hash)
            {
                last += 1
            }
            while last > index, !self.tokens[last - 1].isCapitalised { last -= 1 }
            if last - index >= 2 {
                let meanings = (index..<last).compactMap { Concepts.index[self.tokens[$0].hash] }
                let isTranslation = self.book.titles.contains { title in
                    let shared = Set(meanings).intersection(title.concepts).count
                    return shared >= 2 && shared * 2 > last - index && shared * 3 >= title.words.count
                }
                if isTranslation {
                    found.append(
                        DraftFinding(
                            self.tokens[index].range.lowerBound..<self.tokens[last - 1].range.upperBound,
                            GuardRule.translation,
                            .flag
                        )
                    )
                }
            }
            index = max(index + 1, last)
        }
        return found
    }
}
