// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A short pattern over words: "the only _2 #person >clause".
///
/// Elements, separated by blanks: a word or several with "|"; "#list" for a named list; "#cap" a capitalised word;
/// "#num" digits or a number word; "_" or "_3" up to so many words of any kind; a "?" at the end makes an element
/// optional; "," a comma. Apostrophes and hyphens between words are passed over. "<clause" before and ">clause",
/// ">sentence", "<list", ">list" widen the match to what they name.
final class PhrasePattern: Sendable {
    /// One word of any of the given kinds.
    final class Choice: Sendable {
        let words: WordSet
        let takesNumbers: Bool
        let takesCapitals: Bool
        let isOptional: Bool

        /// - Parameter text: options separated by "|", with a "?" at the end when they may be left out.
        init(_ text: String) {
            self.isOptional = text.hasSuffix("?")
            let options = (self.isOptional ? text.dropLast() : text[...]).split(separator: "|").map(String.init)
            self.takesNumbers = options.contains("#num")
            self.takesCapitals = options.contains("#cap")
            self.words = WordSet(
                hashes: options.filter { $0 != "#num" && $0 != "#cap" }
                    .flatMap { PhraseLists.named[$0]?.hashes ?? [FoldedText($0).hash] }
            )
        }

        func accepts(_ token: TextToken) -> Bool {
            switch token.kind {
            case .sign: return false
            case .number: return self.takesNumbers || self.words.contains(token.hash)
            case .word:
                return self.words.contains(token.hash) || self.takesCapitals && token.isCapitalised
                    || self.takesNumbers && token.traits.contains(.number) && NumberWords.values[token.hash] != nil
            }
        }
    }

    enum Element: Sendable {
        case one(Choice)
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
        if word == "," { return .comma }
        if word.hasPrefix("_") { return .any(Int(word.dropFirst()) ?? 1) }
        return .one(Choice(word))
    }

    /// Words so frequent that a pattern is looked up by them only when it has no others.
    private static let frequent = WordSet(
        """
        the a an of in on at to and or by for from with is was are were has had have that this it be as who one other
        le la les l un une de des du d et en au aux sur par pour avec dans qui que est sont a se ne pas son sa
        el los las una del al y con por para es se lo su fue ha han no
        """
    )

    /// The rarest words that a match has to hold, and how many tokens after its beginning they may stand.
    ///
    /// Nil when any word will do.
    var anchor: (words: WordSet, distance: ClosedRange<Int>)? {
        var best: (words: WordSet, distance: ClosedRange<Int>, weight: Int)?
        var least = 0
        var most = 0
        for element in self.elements {
            switch element {
            case .one(let choice):
                let hashes = choice.words.hashes
                let weight = hashes.count + hashes.count(where: Self.frequent.contains) * 200
                let isSure = !choice.isOptional && !choice.takesNumbers && !choice.takesCapitals
                if isSure, weight < best?.weight ?? .max { best = (choice.words, least...most, weight) }
                least += choice.isOptional ? 0 : 1
                most += 2
            case .any(let limit): most += limit * 2
            case .comma:
                least += 1
                most += 1
            }
        }
        return best.map { ($0.words, $0.distance) }
    }

    /// The index after the last token of a match that begins at a token, or nil.
    func end(in tokens: TokenList, from start: Int) -> Int? {
        self.match(tokens, at: start, element: 0)
    }

    private func match(_ tokens: TokenList, at index: Int, element: Int) -> Int? {
        guard element < self.elements.count else { return index }
        var index = index
        if element > 0, !self.isComma(element) { index = Self.behindJoints(tokens, index) }
        switch self.elements[element] {
        case .one(let choice):
            if index < tokens.count, choice.accepts(tokens[index]),
                let end = self.match(tokens, at: index + 1, element: element + 1)
            {
                return end
            }
            return choice.isOptional ? self.match(tokens, at: index, element: element + 1) : nil
        case .any(let limit):
            for _ in 0...limit {
                if let end = self.match(tokens, at: index, element: element + 1) { return end }
                guard index < tokens.count, tokens[index].kind != .sign else { return nil }
                index = Self.behindJoints(tokens, index + 1)
            }
            return nil
        case .comma:
            guard tokens.isSign(index, ",") else { return nil }
            return self.match(tokens, at: index + 1, element: element + 1)
        }
    }

    /// Passes over apostrophes and hyphens.
    private static func behindJoints(_ tokens: TokenList, _ index: Int) -> Int {
        var index = index
        while index < tokens.count, tokens[index].kind == .sign, tokens.isSign(index, "'\u{2019}-\u{2010}\u{2011}") {
            index += 1
        }
        return index
    }

    private func isComma(_ element: Int) -> Bool {
        if case .comma = self.elements[element] { return true }
        return false
    }
}
