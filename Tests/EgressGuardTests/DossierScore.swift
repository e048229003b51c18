// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard

/// How a guard did on one dossier.
struct DossierScore: Sendable {
    /// Share of the letters and digits of a leak that findings cover.
    struct Covered: Sendable {
        let leak: Dossier.Leak
        let removed: Double
        let reported: Double

        /// A direct or variant leak of which something is left.
        var isExposed: Bool { ["direct", "variant"].contains(self.leak.difficulty) && self.removed < 1 }
    }

    let dossier: Dossier
    let leaks: [Covered]
    let surviving: Int
    let survivingUnflagged: Int
    /// Characters outside marked spans, and how many of them are removed or flagged.
    let outside: Int
    let outsideHit: Int
    let falseAlarms: [String]
    /// Sentences that must survive and do not.
    let lost: [String]

    init(_ dossier: Dossier, level: GuardLevel) {
        let scalars = Array(dossier.narrative.unicodeScalars)
        let findings = EgressGuard(keys: dossier.keywords).scan(text: dossier.narrative, level: level)
        var removed = [Bool](repeating: false, count: scalars.count)
        var reported = removed
        for finding in findings {
            for index in finding.range {
                reported[index] = true
                if finding.action == .remove { removed[index] = true }
            }
        }
        func share(_ range: Range<Int>, _ marks: [Bool]) -> Double {
            let words = range.filter {
                scalars[$0].properties.isAlphabetic || scalars[$0].properties.numericType != nil
            }
            let signs = words.isEmpty ? Array(range) : words
            return Double(signs.count { marks[$0] }) / Double(max(1, signs.count))
        }
        self.dossier = dossier
        self.leaks = dossier.leaks.map {
            Covered(leak: $0, removed: share($0.range, removed), reported: share($0.range, reported))
        }
        self.surviving = dossier.mustSurvive.count { range in !range.contains { removed[$0] } }
        self.survivingUnflagged = dossier.mustSurvive.count { range in !range.contains { reported[$0] } }
        var marked = [Bool](repeating: false, count: scalars.count)
        for range in dossier.leaks.map(\.range) + dossier.others {
            for index in range { marked[index] = true }
        }
        self.outside = scalars.indices.count { !marked[$0] }
        self.outsideHit = scalars.indices.count { !marked[$0] && reported[$0] }
        self.falseAlarms = findings.compactMap { finding in
            let outside = finding.range.count { !marked[$0] }
            guard outside > 3 else { return nil }
            let text = String(String.UnicodeScalarView(scalars[finding.range]))
            return "\(outside) \(finding.rule)/\(finding.action.rawValue): \(text)"
        }
        self.lost = dossier.mustSurvive.filter { range in range.contains { removed[$0] } }
            .map { String(String.UnicodeScalarView($0.map { removed[$0] ? "\u{2588}" : scalars[$0] })) }
    }

    func leaks(_ difficulty: String) -> [Covered] {
        self.leaks.filter { $0.leak.difficulty == difficulty }
    }
}
