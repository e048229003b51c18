// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// All phrase patterns, looked up by the word that they begin with.
struct ContextRules: Sendable {
    static let standard = ContextRules(Self.english + Self.french + Self.spanish)

    private let patterns: [PhrasePattern]
    private let byFirstWord: [UInt64: [Int]]
    private let others: [Int]

    init(_ patterns: [PhrasePattern]) {
        var byFirstWord: [UInt64: [Int]] = [:]
        var others: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            guard let words = pattern.firstWords else {
                others.append(index)
                continue
            }
            for word in words { byFirstWord[word, default: []].append(index) }
        }
        self.patterns = patterns
        self.byFirstWord = byFirstWord
        self.others = others
    }

    /// Signs in a text that point to one person without naming anybody.
    func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for start in 0..<tokens.count where tokens[start].kind != .sign {
            for index in (self.byFirstWord[tokens[start].hash] ?? []) + self.others {
                let pattern = self.patterns[index]
                guard level >= pattern.reportedFrom, let end = pattern.end(in: tokens, from: start), end > start else {
                    continue
                }
                // Customs readers may know more: the phrase is enough for a person to look at.
                let first = ClauseReach.start(of: start, in: tokens, reach: level > .customs ? pattern.before : .phrase)
                let last = ClauseReach.end(of: end - 1, in: tokens, reach: pattern.after)
                let isRemoved = pattern.removedFrom.map { level >= $0 } ?? false
                let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
                found.append(DraftFinding(range, pattern.rule, isRemoved ? .remove : .flag))
            }
        }
        return found
    }
}
