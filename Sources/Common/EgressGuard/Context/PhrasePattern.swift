// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A short pattern over words: "the only _2 #person >clause".
///
/// Elements, separated by blanks: a word or several with "|"; "#list" for a named list; "#cap" a capitalised word;
/// "#num" digits or a number word; "_" or "_3" up to so many words of any kind; a "?" at the end makes an element
/// optional; "," a comma. Apostrophes and hyphens between words are passed over. "<clause" before and ">clause",
/// ">sentence", "<list", ">list" widen the match to what they name.
struct PhrasePattern: Sendable {
    enum Element: Sendable {
        case words(Set<UInt64>, isOptional: Bool)
        case capitalised(isOptional: Bool)
        case number(isOptional: Bool)
        case any(Int)
        case comma
    }

    enum Reach: Sendable {
        case phrase, clause, sentence
        /// Short items of a list, comma after comma.
        case list
    }

    let elements: [Element]
    let before: Reach
    let after: Reach
    let rule: String
    /// Least width at which a match is removed rather than flagged; nil: never.
    let removedFrom: GuardLevel?
    /// Least width at which a match is reported.
    let reportedFrom: GuardLevel

    init(_ text: String, rule: String, removedFrom: GuardLevel? = nil, reportedFrom: GuardLevel = .customs) {
        var elements: [Element] = []
        var before = Reach.phrase
        var after = Reach.phrase
        for word in text.split(separator: " ").map(String.init) {
            switch word {
            case "<clause": before = .clause
            case "<sentence": before = .sentence
            case "<list": before = .list
            case ">list": after = .list
            case ">clause": after = .clause
            case ">sentence": after = .sentence
            default: elements.append(Self.element(word))
            }
        }
        self.elements = elements
        self.before = before
        self.after = after
        self.rule = rule
        self.removedFrom = removedFrom
        self.reportedFrom = reportedFrom
    }

    private static func element(_ word: String) -> Element {
        let isOptional = word.hasSuffix("?")
        let word = isOptional ? String(word.dropLast()) : word
        switch word {
        case ",": return .comma
        case "#cap": return .capitalised(isOptional: isOptional)
        case "#num": return .number(isOptional: isOptional)
        default: break
        }
        if word.hasPrefix("_") { return .any(Int(word.dropFirst()) ?? 1) }
        var hashes: Set<UInt64> = []
        for option in word.split(separator: "|").map(String.init) {
            if let list = PhraseLists.named[option] {
                hashes.formUnion(list.hashes)
            } else {
                hashes.insert(FoldedText(option).hash)
            }
        }
        return .words(hashes, isOptional: isOptional)
    }

    /// Words that a match can begin with; nil when it may be any.
    var firstWords: Set<UInt64>? {
        guard case .words(let hashes, false) = self.elements.first else { return nil }
        return hashes
    }

    /// The index after the last token of a match that begins at a token, or nil.
    func end(in tokens: TokenList, from start: Int) -> Int? {
        self.match(tokens, at: start, element: 0)
    }

    private func match(_ tokens: TokenList, at index: Int, element: Int) -> Int? {
        guard element < self.elements.count else { return index }
        var index = index
        if element > 0, !self.isComma(element) {
            while tokens.isSign(index, "'\u{2019}-\u{2010}\u{2011}") { index += 1 }
        }
        switch self.elements[element] {
        case .words(let hashes, let isOptional):
            if index < tokens.count, tokens[index].kind != .sign, hashes.contains(tokens[index].hash),
                let end = self.match(tokens, at: index + 1, element: element + 1)
            {
                return end
            }
            return isOptional ? self.match(tokens, at: index, element: element + 1) : nil
        case .capitalised(let isOptional):
            if index < tokens.count, tokens[index].kind == .word, tokens[index].isCapitalised,
                let end = self.match(tokens, at: index + 1, element: element + 1)
            {
                return end
            }
            return isOptional ? self.match(tokens, at: index, element: element + 1) : nil
        case .number(let isOptional):
            if index < tokens.count, tokens[index].kind == .number || NumberWords.values[tokens[index].hash] != nil,
                let end = self.match(tokens, at: index + 1, element: element + 1)
            {
                return end
            }
            return isOptional ? self.match(tokens, at: index, element: element + 1) : nil
        case .any(let limit):
            for _ in 0...limit {
                if let end = self.match(tokens, at: index, element: element + 1) { return end }
                guard index < tokens.count, tokens[index].kind != .sign else { return nil }
                index += 1
                while tokens.isSign(index, "'\u{2019}-\u{2010}\u{2011}") { index += 1 }
            }
            return nil
        case .comma:
            guard tokens.isSign(index, ",") else { return nil }
            return self.match(tokens, at: index + 1, element: element + 1)
        }
    }

    private func isComma(_ element: Int) -> Bool {
        if case .comma = self.elements[element] { return true }
        return false
    }
}
