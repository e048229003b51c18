// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Joins the words of a name that stand side by side, and takes in titles, initials and what is said of the person.
struct NameChains {
    let tokens: TokenList
    let index: NameIndex

    private static let connectors = WordSet("from at of de du des d del")
    private static let articles = WordSet("the our le la l les notre el los las nuestro nuestra mi mon ma my")
    private static let afterConnector = WordSet("the la le l les el los las a una un une our notre")

    /// Joined and widened places; the order of the input is not kept.
    func joined(_ found: [VaultHit]) -> [VaultHit] {
        let hits = found.compactMap(self.weighed)
        var chains: [VaultHit] = []
        for hit in hits.filter(\.isNamePart).sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }) {
            if let last = chains.last, self.mayJoin(last.range, hit.range) {
                chains[chains.count - 1].range =
                    last.range.lowerBound..<max(last.range.upperBound, hit.range.upperBound)
                chains[chains.count - 1].action = max(last.action, hit.action)
            } else {
                chains.append(hit)
            }
        }
        let widened = chains.map { chain in
            var chain = chain
            chain.range = self.widened(chain.range)
            return chain
        }
        return hits.filter { !$0.isNamePart }.map(self.withTurnedNeighbours) + widened
    }

    /// Takes in words beside a turned one that are short parts of names or particles: "nelhüM red nov".
    private func withTurnedNeighbours(_ hit: VaultHit) -> VaultHit {
        guard let turn = hit.turn else { return hit }
        var first = self.tokens.firstIndex(atOrAfter: hit.range.lowerBound)
        var last = self.tokens.firstIndex(atOrAfter: hit.range.upperBound) - 1
        guard first <= last else { return hit }
        while last + 1 < self.tokens.count, self.isPart(last + 1, turn) { last += 1 }
        while first > 0, self.isPart(first - 1, turn) { first -= 1 }
        var hit = hit
        let start = min(hit.range.lowerBound, self.tokens[first].range.lowerBound)
        hit.range = start..<max(hit.range.upperBound, self.tokens[last].range.upperBound)
        return hit
    }

    private func isPart(_ index: Int, _ turn: CanonicalKey.Turn) -> Bool {
        guard self.tokens[index].kind == .word, self.tokens[index].length <= 5, !self.tokens[index].newlineBefore else {
            return false
        }
        let letters = self.tokens.letters(index)
        let hash =
            turn == .reversed ? WordHash.of(letters.reversed()) : WordHash.of(letters.lazy.map(CandidateRuns.rotated))
        return NameWords.particles.contains(hash) || self.index.parts.contains(hash)
    }

    /// A name that is also a common word is only flagged at the start of a sentence, and no name beside a day.
    private func weighed(_ hit: VaultHit) -> VaultHit? {
        guard hit.isNamePart else { return hit }
        let index = self.tokens.firstIndex(atOrAfter: hit.range.lowerBound)
        guard index < self.tokens.count, self.tokens[index].range == hit.range,
            self.tokens[index].isCommon
        else { return hit }
        let isBesideNumber = [index - 1, index + 1].contains {
            $0 >= 0 && $0 < self.tokens.count && self.tokens[$0].kind == .number
        }
        if isBesideNumber, Months.numbers[self.tokens[index].hash] != nil { return nil }
        var hit = hit
        if self.tokens[index].startsSentence { hit.action = .flag }
        return hit
    }

    /// Only separators, particles and initials of the name stand between.
    func mayJoin(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard right.lowerBound > left.upperBound else { return true }
        let first = self.tokens.firstIndex(atOrAfter: left.upperBound)
        let last = self.tokens.firstIndex(atOrAfter: right.lowerBound)
        guard last - first <= 4 else { return false }
        for index in first..<last {
            let token = self.tokens[index]
            if token.kind == .sign {
                guard self.tokens.isSign(index, "-.,_'\u{2019}/&") else { return false }
            } else {
                guard NameWords.particles.contains(token.hash) || self.isInitial(index) else { return false }
            }
        }
        return true
    }

    private func isInitial(_ index: Int) -> Bool {
        guard index >= 0, index < self.tokens.count, self.tokens[index].kind == .word, self.tokens[index].length == 1,
            self.tokens[index].isUpper, let letter = self.tokens.letters(index).first
        else { return false }
        return self.index.isInitial(letter)
    }

    /// Several initials in capitals, a nought standing for an O.
    private func areInitials(_ index: Int) -> Bool {
        guard index >= 0, index < self.tokens.count, self.tokens[index].kind == .word,
            (2...5).contains(self.tokens[index].length)
        else {
            return false
        }
        let text = self.tokens.scalars[self.tokens[index].range]
        guard text.allSatisfy({ Signs.isUpper($0) || Signs.isDigit($0) }) else { return false }
        return self.index.areInitials(
            self.tokens.letters(index).lazy.map { $0 == 0x30 ? 0x6F : $0 == 0x31 ? 0x69 : $0 }
        )
    }

    private func widened(_ range: Range<Int>) -> Range<Int> {
        let first = self.tokens.firstIndex(atOrAfter: range.lowerBound)
        let last = self.tokens.firstIndex(atOrAfter: range.upperBound) - 1
        guard first < self.tokens.count, last >= first else { return range }
        let start = self.start(from: first)
        let end = self.end(from: last)
        let upper = max(range.upperBound, self.tokens[end].range.upperBound)
        return min(range.lowerBound, self.tokens[start].range.lowerBound)..<upper
    }

    /// Initials, titles, an article before.
    private func start(from index: Int) -> Int {
        var start = index
        while start > 0 {
            if self.isInitial(start - 1) || self.areInitials(start - 1) {
                start -= 1
            } else if self.tokens.isSign(start - 1, ".-"), self.isInitial(start - 2) {
                start -= 2
            } else if NameWords.titles.contains(self.tokens[start - 1].hash), self.tokens[start - 1].kind == .word {
                start -= 1
            } else if self.tokens.isSign(start - 1, "."), start >= 2,
                NameWords.titles.contains(self.tokens[start - 2].hash)
            {
                start -= 2
            } else if NameWords.particles.contains(self.tokens[start - 1].hash), self.tokens[start - 1].isCapitalised {
                start -= 1
            } else {
                break
            }
        }
        if start > 0, Self.articles.contains(self.tokens[start - 1].hash) { start -= 1 }
        return start
    }

    /// Initials after, also behind a comma; then "from ..." and the like.
    private func end(from index: Int) -> Int {
        var end = index
        while end + 1 < self.tokens.count {
            if self.isInitial(end + 1) || self.areInitials(end + 1) {
                guard !self.tokens[end + 1].newlineBefore else { break }
                end += self.tokens.isSign(end + 2, ".") ? 2 : 1
            } else if self.tokens.isSign(end + 1, ",-"), self.isInitial(end + 2), self.tokens.isSign(end + 3, ".") {
                end += 3
            } else if self.tokens.isSign(end + 1, "-"), self.isInitial(end + 2) {
                end += 2
            } else {
                break
            }
        }
        guard end + 1 < self.tokens.count else { return end }
        if let epithet = self.epithet(after: end) { return epithet }
        return end
    }

    /// "Pri from long-stay", "Rosa la de embarques", "Jonas from the fourth floor": at most three words.
    private func epithet(after index: Int) -> Int? {
        var next = index + 1
        if Self.afterConnector.contains(self.tokens[next].hash), next + 1 < self.tokens.count { next += 1 }
        guard self.tokens[next].kind == .word, Self.connectors.contains(self.tokens[next].hash) else { return nil }
        next += 1
        while next < self.tokens.count,
            Self.afterConnector.contains(self.tokens[next].hash) || self.tokens.isSign(next, "'\u{2019}")
        { next += 1 }
        var end: Int?
        var words = 0
        while next < self.tokens.count, words < 3, !self.tokens[next].newlineBefore {
            if self.tokens[next].kind == .sign {
                guard self.tokens.isSign(next, "-'\u{2019}"), self.tokens.touches(next - 1, next) else { break }
                next += 1
                continue
            }
            if words > 0, !self.tokens.isSign(next - 1, "-"), self.tokens[next].isCommon,
                words > 1 || self.tokens[next].length <= 4
            {
                break
            }
            end = next
            words += 1
            next += 1
        }
        return end
    }
}
