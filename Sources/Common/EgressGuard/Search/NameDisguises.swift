// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names that no list of keys can hold: initials, misspellings, cut-off words, abbreviations, translations.
struct NameDisguises {
    let tokens: TokenList
    let index: NameIndex

    var findings: [DraftFinding] {
        guard !self.index.isEmpty else { return [] }
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
            var letters = Array(self.tokens.letters(index))
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
                letters += self.tokens.letters(next)
                last = next
            }
            if letters.count >= 2, self.index.areInitials(letters) {
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
        guard self.tokens[index].traits.contains(.address), self.tokens[index].isCapitalised else {
            return nil
        }
        let next = self.tokens.isSign(index + 1, ".") ? index + 2 : index + 1
        guard next < self.tokens.count, self.tokens[next].isUpper, self.tokens[next].length <= 4 else { return nil }
        let letters = self.tokens.letters(next)
        guard let first = letters.first,
            letters.count == 1 ? self.index.isInitial(first) : self.index.areInitials(letters)
        else { return nil }
        var end = self.tokens[next].range.upperBound
        if self.tokens.isSign(next + 1, "."), self.tokens.touches(next, next + 1) { end += 1 }
        return DraftFinding(self.tokens[index].range.lowerBound..<end, GuardKeyKind.personName.rule, .remove)
    }

    /// "PRC", "WvdHP", "LSB", "TOLLEF".
    private func capitals() -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<self.tokens.count {
            let token = self.tokens[index]
            guard token.kind == .word, token.length >= 3, token.isUpper || token.traits.contains(.innerCapital) else {
                continue
            }
            let text = self.tokens.scalars[token.range]
            let upper = text.count { Signs.isUpper($0) }
            guard upper >= 2, !TradeWords.acronyms.contains(token.hash) else { continue }
            let letters = Array(self.tokens.letters(index))
            if letters.count <= 6, token.isUpper || upper < letters.count && Signs.isUpper(text.last ?? "a"),
                self.index.areInitials(letters)
            {
                found.append(DraftFinding(token.range, GuardKeyKind.personName.rule, .remove))
                continue
            }
            if token.isUpper, let title = self.index.title(abbreviatedBy: letters) {
                let isExact = letters == title.words.compactMap(\.bytes.first)
                found.append(DraftFinding(token.range, GuardRule.abbreviation, isExact ? .remove : .flag))
            }
            if token.isUpper, letters.count >= 5, !token.isCommon, self.index.cutOffs.contains(token.hash) {
                found.append(DraftFinding(token.range, GuardKeyKind.personName.rule, .remove))
            }
        }
        return found
    }

    private func misspellings() -> [DraftFinding] {
        guard !self.index.misspellings.isEmpty else { return [] }
        var candidates: [(index: Int, isExact: Bool, isWeak: Bool)] = []
        for index in 0..<self.tokens.count {
            let token = self.tokens[index]
            guard token.kind == .word, token.isCapitalised, token.length >= 4, !token.isCommon else { continue }
            let word = Array(self.tokens.letters(index))
            let isExact = self.index.parts.contains(token.hash)
            if isExact || self.index.misspellings.isNear(word) { candidates.append((index, isExact, word.count < 5)) }
        }
        var found: [DraftFinding] = []
        var position = 0
        while position < candidates.count {
            var last = position
            while last + 1 < candidates.count, self.areNeighbours(candidates[last].index, candidates[last + 1].index) {
                last += 1
            }
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

    /// At most one sign or word between, or particles only: "Walpurga von der Möhlen".
    private func areNeighbours(_ left: Int, _ right: Int) -> Bool {
        guard right - left > 2 else { return true }
        guard right - left <= 5 else { return false }
        return ((left + 1)..<right).allSatisfy {
            self.tokens.isSign($0, "'\u{2019}-") || NameWords.particles.contains(self.tokens[$0].hash)
        }
    }

    private func isShortPart(_ index: Int) -> Bool {
        guard self.tokens[index].kind == .word, self.tokens[index].isCapitalised, self.tokens[index].length < 6 else {
            return false
        }
        return self.index.parts.contains(self.tokens[index].hash)
    }

    /// Capitalised words that say the same as the name of a firm or ship in another language.
    private func translations() -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < self.tokens.count {
            guard self.tokens[index].kind == .word, self.tokens[index].isCapitalised else {
                index += 1
                continue
            }
            var last = index
            while last < self.tokens.count, self.tokens[last].kind == .word,
                self.tokens[last].isCapitalised || last > index && NameWords.particles.contains(self.tokens[last].hash)
            {
                last += 1
            }
            while last > index, !self.tokens[last - 1].isCapitalised { last -= 1 }
            if last - index >= 2 {
                let meanings = Set((index..<last).compactMap { Concepts.index[self.tokens[$0].hash] })
                if self.index.isTranslation(meanings, words: last - index) {
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
