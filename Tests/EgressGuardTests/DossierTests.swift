// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Testing

@Suite("the twelve dossiers")
struct DossierTests {
    @Test("twelve dossiers are read")
    func dossiersAreThere() {
        #expect(Dossier.all.count == 12)
    }

    @Test("at partners every direct and variant leak is removed in full")
    func directAndVariantAreRemoved() {
        let scores = Dossier.all.map { DossierScore($0, level: .partners) }
        Self.report(scores, level: .partners)
        let partial = scores.flatMap { score in
            (score.leaks("direct") + score.leaks("variant")).filter { $0.removed < 1 }.map {
                "\(score.dossier.name) \($0.leak.kind) '\($0.leak.text)' \(Int($0.removed * 100)) % removed"
            }
        }
        #expect(partial == [])
    }

    @Test("at partners disguised leaks are removed or flagged, and contextual ones flagged")
    func otherLeaksAreReported() {
        let scores = Dossier.all.map { DossierScore($0, level: .partners) }
        for (difficulty, bar) in [("obfuscated", 0.9), ("contextual", 0.7)] {
            let leaks = scores.flatMap { $0.leaks(difficulty) }
            let share = Double(leaks.count { $0.reported >= 0.5 }) / Double(max(1, leaks.count))
            #expect(share >= bar, "\(difficulty): \(share)")
        }
    }

    @Test("at customs the lesson survives and little else is touched")
    func lessonsSurvive() {
        let scores = Dossier.all.map { DossierScore($0, level: .customs) }
        Self.report(scores, level: .customs)
        let sentences = scores.reduce(0) { $0 + $1.dossier.mustSurvive.count }
        let kept = scores.reduce(0) { $0 + $1.surviving }
        #expect(Double(kept) >= 0.95 * Double(sentences))
        for score in scores {
            #expect(
                score.outsideHit * 10 <= score.outside,
                "\(score.dossier.name): \(score.outsideHit) of \(score.outside)"
            )
        }
    }

    @Test("the keys of one case find nothing in the lessons of others")
    func lessonsOfOthersAreClean() {
        let dossiers = Dossier.all + FurtherCase.all.map(\.dossier)
        var alarms: [String] = []
        for dossier in dossiers {
            let egress = EgressGuard(keys: dossier.keywords)
            for other in dossiers where other.name != dossier.name {
                let scalars = Array(other.narrative.unicodeScalars)
                for range in other.mustSurvive {
                    let sentence = String(String.UnicodeScalarView(scalars[range]))
                    for finding in egress.scan(text: sentence, level: .partners) where finding.rule.hasPrefix("vault.")
                    {
                        let found = String(String.UnicodeScalarView(Array(sentence.unicodeScalars)[finding.range]))
                        alarms.append("\(dossier.name) on \(other.name): \(finding.rule) \(found)")
                    }
                }
            }
        }
        #expect(alarms == [])
    }

    /// Prints the figures that the reference page quotes.
    static func report(_ scores: [DossierScore], level: GuardLevel) {
        for score in scores {
            let percent = Double(score.outsideHit * 1000 / max(1, score.outside)) / 10
            let total = score.dossier.mustSurvive.count
            let survival = "\(score.surviving) of \(total), unflagged \(score.survivingUnflagged)"
            print("\(level) \(score.dossier.name): outside \(percent) %, survive \(survival)")
            for covered in score.leaks where covered.reported < 1 || covered.isExposed {
                let shares = "removed \(Int(covered.removed * 100)) reported \(Int(covered.reported * 100))"
                let leak = covered.leak
                print("   miss \(leak.difficulty) \(leak.kind) \(shares): \(leak.text.debugDescription)")
            }
            for sentence in score.lost { print("   lost \(sentence.debugDescription)") }
            for alarm in score.falseAlarms { print("   outside \(alarm.debugDescription)") }
        }
        for difficulty in ["direct", "variant", "obfuscated", "contextual"] {
            let leaks = scores.flatMap { $0.leaks(difficulty) }
            let removed = leaks.count { $0.removed >= 1 }
            let reported = leaks.count { $0.reported >= 1 }
            let half = leaks.count { $0.reported >= 0.5 }
            let touched = leaks.count { $0.reported > 0 }
            print("\(level) \(difficulty): n \(leaks.count), removed in full \(removed),", terminator: " ")
            print("reported in full \(reported), at least half \(half), touched \(touched)")
        }
        func sum(_ part: (DossierScore) -> Int) -> Int { scores.reduce(0) { $0 + part($1) } }
        print("\(level) survive \(sum(\.surviving)) of \(sum { $0.dossier.mustSurvive.count }),", terminator: " ")
        print("unflagged \(sum(\.survivingUnflagged)), outside \(sum(\.outsideHit)) of \(sum(\.outside))")
    }
}

@Suite("further cases")
struct FurtherCaseTests {
    @Test("what holds for the dossiers holds for cases with other names")
    func generality() {
        let dossiers = FurtherCase.all.map(\.dossier)
        let partners = dossiers.map { DossierScore($0, level: .partners) }
        let customs = dossiers.map { DossierScore($0, level: .customs) }
        DossierTests.report(partners, level: .partners)
        DossierTests.report(customs, level: .customs)
        let exposed = partners.flatMap { score in
            (score.leaks("direct") + score.leaks("variant")).filter { $0.removed < 1 }.map {
                "\(score.dossier.name) \($0.leak.kind) '\($0.leak.text)' \(Int($0.removed * 100)) % removed"
            }
        }
        #expect(exposed == [])
        for (difficulty, bar) in [("obfuscated", 0.9), ("contextual", 0.7)] {
            let leaks = partners.flatMap { $0.leaks(difficulty) }
            let share = Double(leaks.count { $0.reported >= 0.5 }) / Double(max(1, leaks.count))
            #expect(share >= bar, "\(difficulty): \(share)")
        }
        let sentences = dossiers.reduce(0) { $0 + $1.mustSurvive.count }
        let kept = customs.reduce(0) { $0 + $1.surviving }
        #expect(Double(kept) >= 0.95 * Double(sentences))
        for score in customs {
            #expect(
                score.outsideHit * 10 <= score.outside,
                "\(score.dossier.name): \(score.outsideHit) of \(score.outside)"
            )
        }
    }
}
