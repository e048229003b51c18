// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Personal names by capitals: with a form of address, with an initial, or two unknown words in capitals.
enum NameDetector: TextDetector {
    static func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            if let (range, isSure) = Self.name(tokens, index) {
                found.append(DraftFinding(range, GuardRule.name, isSure && level > .customs ? .remove : .flag))
                index = max(index + 1, tokens.firstIndex(atOrAfter: range.upperBound))
            } else {
                index += 1
            }
        }
        return found
    }

    private static func name(_ tokens: TokenList, _ index: Int) -> (Range<Int>, isSure: Bool)? {
        guard tokens[index].kind == .word,
            tokens[index].isCapitalised || tokens[index].traits.contains(.address)
        else {
            return nil
        }
        let start = tokens[index].range.lowerBound
        if tokens[index].traits.contains(.address), tokens[index].isCapitalised {
            let next = tokens.isSign(index + 1, ".") ? index + 2 : index + 1
            if let end = Self.lastNameWord(tokens, next, needsTwo: false) { return (start..<end, true) }
        }
        // "R. Oudshoorn"
        if tokens[index].length == 1, tokens.isSign(index + 1, "."), tokens.touches(index, index + 1),
            let end = Self.lastNameWord(tokens, index + 2, needsTwo: false)
        {
            return (start..<end, true)
        }
        guard Self.isNameWord(tokens, index) else { return nil }
        // "Tomasz G."
        var last = index
        while Self.isNameWord(tokens, last + 1), last - index < 3 { last += 1 }
        if last + 2 < tokens.count, tokens[last + 1].kind == .word, tokens[last + 1].length == 1,
            tokens[last + 1].isUpper,
            tokens.isSign(last + 2, "."), tokens.touches(last + 1, last + 2)
        {
            return (start..<tokens[last + 2].range.upperBound, true)
        }
        guard last > index, !tokens[index].startsSentence || last - index >= 1 else { return nil }
        return (start..<tokens[last].range.upperBound, false)
    }

    private static func lastNameWord(_ tokens: TokenList, _ index: Int, needsTwo: Bool) -> Int? {
        guard
            Self.isNameWord(tokens, index)
                || index < tokens.count && tokens[index].kind == .word && tokens[index].isCapitalised
                    && tokens[index].length > 1 && !tokens[index].isCommon
        else { return nil }
        var last = index
        while Self.isNameWord(tokens, last + 1)
            || tokens.isSign(last + 1, "-'\u{2019}") && tokens.touches(last, last + 1)
                && Self.isNameWord(tokens, last + 2)
        {
            last += tokens.isSign(last + 1, "-'\u{2019}") ? 2 : 1
        }
        return tokens[last].range.upperBound
    }

    /// A capitalised word that is neither frequent nor of the trade.
    private static func isNameWord(_ tokens: TokenList, _ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].kind == .word, tokens[index].isCapitalised, !tokens[index].hasDigit,
            tokens[index].length >= 3, !tokens[index].newlineBefore || index == 0
        else { return false }
        let hash = tokens[index].hash
        guard !tokens[index].isCommon, !TradeWords.acronyms.contains(hash), !NameWords.titles.contains(hash),
            PhraseLists.named["#origin"]?.contains(hash) != true
        else { return false }
        return !tokens[index].isUpper || tokens[index].length >= 5
    }
}
