// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Finds what identifies a referrer in a text or in bytes that are about to leave.
///
/// A value: built once from the vault's keywords, then asked from anywhere. A finding reports the rule and the place,
/// never the value. It fails closed: what exceeds its limits is reported as a whole.
package struct EgressGuard: Sendable {
    /// What stands for every removed span: always the same, so that its length says nothing.
    package static let placeholder = "[withheld]"

    package let options: GuardOptions
    private let moments: [ReferralMoment]
    private let index: NameIndex
    let matcher: VaultMatcher

    /// - Parameters:
    ///   - keys: raw values from the vault and the case; variants are derived here.
    ///   - options: limits.
    package init(keys: [GuardKeyword], options: GuardOptions = .standard) {
        self.options = options
        let book = KeyBook(keys)
        self.moments = book.moments
        self.index = NameIndex(persons: book.persons, titles: book.titles)
        self.matcher = VaultMatcher(book.keys)
    }

    /// Structured detectors and contextual signs only.
    package static let empty = EgressGuard(keys: [])

    /// All findings in a text that is meant for readers of a level, merged, without overlaps, in order.
    package func scan(text: String, level: GuardLevel) -> [GuardFinding] {
        let scalars = Self.scalars(of: text)
        guard !scalars.isEmpty else { return [] }
        guard text.utf8.count <= self.options.byteLimit else { return Self.refused(scalars) }
        let tokens = TokenList(scalars)
        let tree = LayerTree(TextLayer(original: tokens), options: self.options)
        guard !tree.exceeded else { return Self.refused(scalars) }
        var drafts = self.vaultFindings(tree, tokens)
        let known = drafts.map(\.range)
        for detector in Detectors.all {
            drafts += detector.findings(in: tokens, level: level)
        }
        drafts += DateDetector(moments: self.moments).findings(in: tokens, level: level)
        drafts += TimeDetector(moments: self.moments).findings(in: tokens, level: level)
        drafts += EncodedTextDetector.findings(in: tree)
        drafts += ContextRules.standard.findings(in: tokens, level: level)
        drafts += Quotations.findings(in: tokens, level: level, known: known)
        return Self.findings(FindingMerge.merged(drafts, in: scalars), in: scalars)
    }

    /// The text with every removed span replaced by one fixed placeholder, and the findings.
    ///
    /// Flagged spans stay; a person has to decide about them before release.
    package func redacted(_ text: String, level: GuardLevel) -> (text: String, findings: [GuardFinding]) {
        let findings = self.scan(text: text, level: level)
        let scalars = Array(text.unicodeScalars)
        var output = String.UnicodeScalarView()
        var position = 0
        for finding in findings where finding.action == .remove {
            output.append(contentsOf: scalars[position..<finding.range.lowerBound])
            output.append(contentsOf: Self.placeholder.unicodeScalars)
            position = finding.range.upperBound
        }
        output.append(contentsOf: scalars[position...])
        return (String(output), findings)
    }

    /// The characters of a text; ASCII without decoding.
    private static func scalars(of text: String) -> [Unicode.Scalar] {
        [Unicode.Scalar](unsafeUninitializedCapacity: text.utf8.count) { room, count in
            for scalar in text.unicodeScalars {
                room[count] = scalar
                count += 1
            }
        }
    }

    /// What the vault's keys find, in the original and in everything decoded.
    private func vaultFindings(_ tree: LayerTree, _ tokens: TokenList) -> [DraftFinding] {
        var hits: [VaultHit] = []
        for layer in tree.layers {
            hits += self.matcher.hits(in: layer)
        }
        hits = NameChains(tokens: tokens, index: self.index).joined(hits)
        var drafts = hits.map { DraftFinding($0.range, $0.kind.rule, $0.action) }
        drafts += NameDisguises(tokens: tokens, index: self.index).findings
        guard !drafts.isEmpty else { return [] }
        return KnownSurroundings(tokens: tokens).widened(drafts)
    }

    private static func refused(_ scalars: [Unicode.Scalar]) -> [GuardFinding] {
        Self.findings([DraftFinding(0..<scalars.count, GuardRule.limit, .remove)], in: scalars)
    }

    private static func findings(_ drafts: [DraftFinding], in scalars: [Unicode.Scalar]) -> [GuardFinding] {
        var findings: [GuardFinding] = []
        var place = 0
        var byte = 0
        func offset(of target: Int) -> Int {
            while place < target {
                byte += UTF8.width(scalars[place])
                place += 1
            }
            return byte
        }
        for draft in drafts {
            let start = offset(of: draft.range.lowerBound)
            let end = offset(of: draft.range.upperBound)
            findings.append(
                GuardFinding(range: draft.range, byteRange: start..<end, rule: draft.rule, action: draft.action)
            )
        }
        return findings
    }
}
