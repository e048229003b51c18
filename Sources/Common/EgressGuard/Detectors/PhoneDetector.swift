// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Telephone numbers in digits, in any grouping, and dictated in words.
enum PhoneDetector: TextDetector {
    private static let labels = WordSet(
        """
        tel phone telephone mobile cell call rang ring line direct desk fax whatsapp signal number telephono telefono
        movil
        celular llamar appel appeler portable fixe ligne numero joindre handy
        """
    )

    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            let mayBegin = tokens[index].kind == .number || tokens[index].kind == .sign && tokens.isSign(index, "+(")
            guard mayBegin, Self.hasDigits(tokens, index), let candidate = Self.candidate(tokens, index) else {
                index += 1
                continue
            }
            if Self.isPhone(candidate, tokens, index) {
                let start = tokens[candidate.first].range.lowerBound
                found.append(DraftFinding(start..<tokens[candidate.last].range.upperBound, GuardRule.phone, .remove))
            }
            index = candidate.last + 1
        }
        for run in NumberWordsDecoder.runs(in: tokens) where run.digits.count >= 6 && run.words >= 4 {
            let writtenOnly = run.digits.allSatisfy {
                $0.range.count == 1 && Signs.isDigit(tokens.scalars[$0.range.lowerBound])
            }
            if !writtenOnly { found.append(DraftFinding(run.range, GuardRule.numberWords, .remove)) }
        }
        return found
    }

    /// Whether enough digits follow each other for a number, counted without looking closely.
    private static func hasDigits(_ tokens: TokenList, _ start: Int) -> Bool {
        var digits = 0
        var index = start
        while index < tokens.count, tokens[index].kind != .word, digits < 7 {
            if tokens[index].kind == .number { digits += tokens[index].length }
            index += 1
        }
        return digits >= 7
    }

    private struct Candidate {
        var first: Int
        var last: Int
        var groups: [Int] = []
        var separators: Set<UInt64> = []
        var hasPlus = false
        var hasBracket = false
        var digits: Int { self.groups.reduce(0, +) }
    }

    /// Groups of digits separated by a blank or one of "-./()".
    private static func candidate(_ tokens: TokenList, _ start: Int) -> Candidate? {
        var candidate = Candidate(first: start, last: start)
        var index = start
        if tokens.isSign(index, "+") {
            candidate.hasPlus = true
            index += 1
        }
        while tokens.isSign(index, "(") {
            candidate.hasBracket = true
            index += 1
        }
        guard index < tokens.count, tokens[index].kind == .number else { return nil }
        while index < tokens.count {
            if tokens[index].kind == .number {
                guard !tokens[index].newlineBefore || candidate.groups.isEmpty else { break }
                candidate.groups.append(tokens[index].length)
                candidate.last = index
                index += 1
                continue
            }
            guard tokens.isSign(index, "-./()\u{2011}\u{2013}"), index - candidate.last <= 2 else { break }
            // The end of a sentence: "in 2024. 2340 kg".
            if tokens.isSign(index, "."), !tokens.touches(index, index + 1), !candidate.groups.isEmpty { break }
            if !tokens.isSign(index, "()") { candidate.separators.insert(tokens[index].hash) }
            if tokens.isSign(index, "("), candidate.groups.count > 2 { break }
            index += 1
        }
        return candidate
    }

    private static func isPhone(_ candidate: Candidate, _ tokens: TokenList, _ start: Int) -> Bool {
        guard (7...16).contains(candidate.digits) else { return false }
        let touchesWord = tokens.touches(candidate.last, candidate.last + 1) && tokens[candidate.last + 1].kind == .word
        guard !touchesWord else { return false }
        if candidate.hasPlus { return true }
        let first = candidate.groups[0]
        let firstIndex = tokens.firstIndex(atOrAfter: tokens[candidate.first].range.lowerBound)
        var numberIndex = firstIndex
        while numberIndex < tokens.count, tokens[numberIndex].kind != .number { numberIndex += 1 }
        let lead = tokens.scalars[tokens[numberIndex].range.lowerBound]
        let looksLikeDate =
            candidate.groups.count == 3
            && (candidate.groups == [2, 2, 4] || candidate.groups == [4, 2, 2] || candidate.groups == [1, 2, 4])
        guard !looksLikeDate else { return false }
        let labelled = (1...3).contains { back in
            start - back >= 0 && Self.labels.contains(tokens[start - back].hash)
        }
        if lead == "0", candidate.digits >= 8, candidate.groups.count > 1 || candidate.digits <= 12 { return true }
        if candidate.hasBracket, candidate.groups.count >= 2 { return true }
        let isThousands =
            candidate.separators.isEmpty && candidate.groups.dropFirst().allSatisfy { $0 == 3 } && first <= 3
        guard !isThousands else { return false }
        if candidate.groups == [3, 3, 4] || candidate.groups == [3, 4] || candidate.groups == [4, 4] {
            return !candidate.separators.isEmpty || labelled
        }
        return labelled && candidate.digits >= 7
    }
}
