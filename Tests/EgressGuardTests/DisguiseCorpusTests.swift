// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Testing

@Suite("corpus of disguises")
struct DisguiseCorpusTests {
    private static let frames = [
        "The note in the margin says %, and nobody asked further.", "Seen on the sheet: % (second line).",
        "Le cahier porte la mention % en bas de page.", "En el parte consta % sin firma.",
    ]

    @Test("at least 97 % of the disguised identifiers are removed or flagged at customs")
    func recall() {
        let egress = EgressGuard(keys: Identifiers.keywords)
        var total = 0
        var reported = 0
        var removed = 0
        var missed: [String: Int] = [:]
        for (number, keyword) in Identifiers.keywords.enumerated() {
            for disguise in Disguise.allCases {
                guard let written = disguise.applied(to: keyword.value) else { continue }
                let frame = Self.frames[number % Self.frames.count].split(separator: "%", maxSplits: 1).map(String.init)
                let text = frame[0] + written + frame[1]
                let start = frame[0].unicodeScalars.count
                let place = start..<(start + written.unicodeScalars.count)
                let findings = egress.scan(text: text, level: .customs)
                total += 1
                func covers(_ findings: [GuardFinding]) -> Bool {
                    let covered = findings.reduce(0) { $0 + $1.range.clamped(to: place).count }
                    return covered * 10 >= place.count * 8
                }
                if covers(findings) { reported += 1 } else { missed["\(disguise) of \(keyword.kind)", default: 0] += 1 }
                if covers(findings.filter { $0.action == .remove && $0.rule.hasPrefix("vault.") }) { removed += 1 }
            }
        }
        print("corpus: n \(total), removed by the vault's keys \(removed), removed or flagged \(reported)")
        for (kind, count) in missed.sorted(by: { $0.key < $1.key }) { print("   missed \(count) \(kind)") }
        #expect(Double(reported) >= 0.97 * Double(total), "\(reported) of \(total)")
        #expect(Double(removed) >= 0.93 * Double(total), "\(removed) of \(total)")
    }

    @Test("clean texts give no false alarm of the vault's keys, and few flags")
    func cleanTexts() {
        let guards = [EgressGuard(keys: Identifiers.keywords)] + Dossier.all.map { EgressGuard(keys: $0.keywords) }
        var alarms: [String] = []
        for egress in guards {
            for text in CleanTexts.all {
                for finding in egress.scan(text: text, level: .customs) where finding.rule.hasPrefix("vault.") {
                    let scalars = Array(text.unicodeScalars)[finding.range]
                    alarms.append("\(finding.rule): \(String(String.UnicodeScalarView(scalars)))")
                }
            }
        }
        #expect(alarms == [])
        var words = 0
        var found: [String] = []
        for text in CleanTexts.all {
            words += text.split(separator: " ").count
            for finding in EgressGuard.empty.scan(text: text, level: .partners) {
                let scalars = Array(text.unicodeScalars)[finding.range]
                found.append("\(finding.rule)/\(finding.action.rawValue): \(String(String.UnicodeScalarView(scalars)))")
            }
        }
        print("clean texts: \(CleanTexts.all.count), \(words) words, findings without keys \(found.count)")
        for line in found { print("   clean \(line)") }
        #expect(found.count * 1000 <= words * 5)
    }
}
