// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Widens what the vault's keys found to what belongs to it: the rest of a user name, a number's prefix, an epithet.
struct KnownSurroundings {
    let tokens: TokenList
    private static let identifierSigns: StaticString = "_\\@=.:/#"
    private static let longestRun = 80

    private static let determiners = WordSet("the our this that le la l notre ce cette el nuestro nuestra ese esa")

    func widened(_ drafts: [DraftFinding]) -> [DraftFinding] {
        drafts.map { draft in
            var draft = draft
            draft.range = self.identifier(around: draft.range)
            if draft.rule == GuardKeyKind.phone.rule { draft.range = self.number(around: draft.range) }
            if draft.rule == GuardKeyKind.role.rule || draft.rule == GuardKeyKind.nickname.rule {
                draft.range = self.determiner(before: draft.range)
            }
            return draft
        } + self.bridges(drafts) + self.slogans(drafts)
    }

    /// Takes in the rest of a run that is a user name, a path or a code, not a plain word.
    private func identifier(around range: Range<Int>) -> Range<Int> {
        let scalars = self.tokens.scalars
        var start = range.lowerBound
        var end = range.upperBound
        while start > 0, !Signs.isSpace(scalars[start - 1]), range.lowerBound - start < Self.longestRun { start -= 1 }
        while end < scalars.count, !Signs.isSpace(scalars[end]), end - range.upperBound < Self.longestRun { end += 1 }
        while start < range.lowerBound, Self.isQuote(scalars[start]) { start += 1 }
        while end > range.upperBound,
            Self.isQuote(scalars[end - 1]) || Signs.contains(".,;:!?", scalars[end - 1])
        { end -= 1 }
        if let quote = scalars[range.upperBound..<end].firstIndex(where: Self.isQuote) { end = quote }
        if let quote = scalars[start..<range.lowerBound].lastIndex(where: Self.isQuote) { start = quote + 1 }
        let outside = scalars[start..<range.lowerBound] + scalars[range.upperBound..<end]
        guard !outside.isEmpty else { return range }
        let inner = scalars[start..<end]
        let hasSign = outside.contains { Signs.contains(Self.identifierSigns, $0) }
        let hasDigit = inner.contains(where: Signs.isDigit)
        let isUpper = !inner.contains { Signs.isLetter($0) && !Signs.isUpper($0) }
        guard hasSign || hasDigit || isUpper else { return range }
        return start..<end
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        Signs.contains("\"'()[]{}<>\u{AB}\u{BB}\u{201C}\u{201D}\u{2018}\u{2019}", scalar)
    }

    /// Digits, brackets and separators that belong to the same telephone number.
    private func number(around range: Range<Int>) -> Range<Int> {
        let scalars = self.tokens.scalars
        func belongs(_ scalar: Unicode.Scalar) -> Bool {
            Signs.isDigit(scalar) || Signs.contains("+()-./ \u{A0}\u{202F}", scalar)
        }
        var start = range.lowerBound
        while start > 0, belongs(scalars[start - 1]), range.lowerBound - start < 10 { start -= 1 }
        while start < range.lowerBound, !Signs.isDigit(scalars[start]), scalars[start] != "+", scalars[start] != "(" {
            start += 1
        }
        if scalars[start..<range.lowerBound].contains(where: { Signs.isDigit($0) || $0 == "+" }) == false {
            start = range.lowerBound
        }
        return start..<range.upperBound
    }

    private func determiner(before range: Range<Int>) -> Range<Int> {
        let index = self.tokens.firstIndex(atOrAfter: range.lowerBound)
        guard index > 0, index <= self.tokens.count, Self.determiners.contains(self.tokens[index - 1].hash) else {
            return range
        }
        return self.tokens[index - 1].range.lowerBound..<range.upperBound
    }

    /// What a firm's or ship's name says about itself behind a dash, up to the end of the sentence: flagged.
    private func slogans(_ drafts: [DraftFinding]) -> [DraftFinding] {
        let rules = [GuardKeyKind.employer.rule, GuardKeyKind.vessel.rule]
        return drafts.filter { rules.contains($0.rule) }.compactMap { draft in
            let dash = self.tokens.firstIndex(atOrAfter: draft.range.upperBound)
            guard self.tokens.isSign(dash, "-\u{2013}\u{2014}"), self.tokens[dash].spaceBefore else { return nil }
            var end = dash
            while end + 1 < self.tokens.count, end - dash < 6, self.tokens[end + 1].kind != .sign { end += 1 }
            guard end > dash, end - dash < 6 else { return nil }
            return DraftFinding(draft.range.upperBound..<self.tokens[end].range.upperBound, draft.rule, .flag)
        }
    }

    /// Two known things with a word or two between: "Jules de la Firma", and the one word after a name and a firm.
    private func bridges(_ drafts: [DraftFinding]) -> [DraftFinding] {
        let ordered = drafts.filter { $0.action == .remove }.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var found: [DraftFinding] = []
        for (left, right) in zip(ordered, ordered.dropFirst())
        where left.rule != right.rule && right.range.lowerBound >= left.range.upperBound
            && right.range.lowerBound - left.range.upperBound <= 12
        {
            let first = self.tokens.firstIndex(atOrAfter: left.range.upperBound)
            let last = self.tokens.firstIndex(atOrAfter: right.range.lowerBound)
            let areParticles = (first..<last).allSatisfy {
                self.tokens[$0].kind == .sign
                    ? self.tokens.isSign($0, "-'\u{2019}") : NameWords.particles.contains(self.tokens[$0].hash)
            }
            guard areParticles, last - first <= 3 else { continue }
            var end = self.tokens.firstIndex(atOrAfter: right.range.upperBound) - 1
            let next = end + 1
            if next + 1 < self.tokens.count, self.tokens[next].kind == .word,
                !self.tokens[next].isCommon
                    || next + 1 < self.tokens.count && self.tokens.isSign(next + 1, ":\"\u{BB}\u{201D}")
                        && self.tokens[next].kind == .word
            {
                if self.tokens.isSign(next + 1, ":\"\u{BB}\u{201D}.,;"), last == first { end = next }
            }
            let upper =
                end >= 0 ? max(right.range.upperBound, self.tokens[end].range.upperBound) : right.range.upperBound
            found.append(DraftFinding(left.range.lowerBound..<upper, left.rule, .remove))
        }
        return found
    }
}
