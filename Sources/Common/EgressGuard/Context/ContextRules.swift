// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// All phrase patterns, looked up by the rarest word that each has to hold.
struct ContextRules: Sendable {
    static let standard = ContextRules(Self.english + Self.french + Self.spanish + Self.further + Self.individuals)

    private struct Entry: Sendable {
        let pattern: Int
        let distance: ClosedRange<Int>
    }

    private let patterns: [PhrasePattern]
    let anchors: WordTable
    /// For each anchoring word the patterns that hold it.
    private let entries: [[Entry]]
    /// Patterns without a word of their own.
    private let others: [Int]

    init(_ patterns: [PhrasePattern]) {
        var byWord: [UInt64: [Entry]] = [:]
        var others: [Int] = []
        for (index, pattern) in patterns.enumerated() {
            guard let anchor = pattern.anchor else {
                others.append(index)
                continue
            }
            for word in anchor.words.hashes {
                byWord[word, default: []].append(Entry(pattern: index, distance: anchor.distance))
            }
        }
        let words = byWord.keys.sorted()
        self.patterns = patterns
        self.anchors = WordTable(words.enumerated().map { ($0.element, Int32($0.offset)) })
        self.entries = words.map { byWord[$0] ?? [] }
        self.others = others
    }

    /// Signs in a text that point to one person without naming anybody.
    func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        for index in 0..<tokens.count {
            guard tokens[index].traits.contains(.phrase) else {
                if tokens[index].kind != .sign, !self.others.isEmpty {
                    self.addOthers(at: index, tokens, level, &found)
                }
                continue
            }
            if let number = self.anchors[tokens[index].hash] {
                for entry in self.entries[number] {
                    let starts = max(0, index - entry.distance.upperBound)...max(0, index - entry.distance.lowerBound)
                    for start in starts where tokens[start].kind != .sign {
                        self.add(self.patterns[entry.pattern], at: start, tokens, level, &found)
                    }
                }
            }
            self.addOthers(at: index, tokens, level, &found)
        }
        return found
    }

    private func addOthers(at index: Int, _ tokens: TokenList, _ level: GuardLevel, _ found: inout [DraftFinding]) {
        for other in self.others { self.add(self.patterns[other], at: index, tokens, level, &found) }
    }

    private func add(
        _ pattern: PhrasePattern,
        at start: Int,
        _ tokens: TokenList,
        _ level: GuardLevel,
        _ found: inout [DraftFinding]
    ) {
        guard level >= pattern.reportedFrom, let end = pattern.end(in: tokens, from: start), end > start else { return }
        // Customs readers may know more: the phrase is enough for a person to look at.
        let first = ClauseReach.start(of: start, in: tokens, reach: level > .customs ? pattern.before : .phrase)
        let last = ClauseReach.end(of: end - 1, in: tokens, reach: pattern.after)
        let isRemoved = pattern.removedFrom.map { level >= $0 } ?? false
        let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
        found.append(DraftFinding(range, pattern.rule, isRemoved ? .remove : .flag))
    }
}
