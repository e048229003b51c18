// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Casework
import Policy
import Redaction
import StrictJSON
import Testing

@Suite("explanations and drafts")
struct ExplanationTests {
    private static let wishes = [
        ReferrerWishes.none, ReferrerWishes(withholdsPort: true), ReferrerWishes(withholdsFromIndustry: true),
    ]

    @Test("an explanation says exactly what the draft gives to each level", arguments: DossierExample.names)
    func agrees(name: String) throws {
        let example = try DossierExample(name)
        let redactor = try Gate.demo()
        for wishes in Self.wishes {
            for (type, isUrgent) in [(DocumentType.analysis, false), (.modusOperandiBulletin, true)] {
                let circumstances = Circumstances(
                    referrer: example.referrer,
                    posts: example.posts,
                    wishes: wishes,
                    incident: example.incident.coded,
                    isUrgent: isUrgent
                )
                let facts = DocumentFacts(isUrgent: isUrgent)
                let explanation = try redactor.explanation(
                    of: example.incident,
                    as: type,
                    facts: facts,
                    circumstances: circumstances
                )
                let draft: Draft
                do throws(RedactionRefusal) {
                    draft = try redactor.draft(
                        example.incident,
                        as: type,
                        facts: facts,
                        circumstances: circumstances,
                        textGuard: SilentGuard()
                    )
                } catch {
                    #expect(error == explanation.hold.map { .crowdTooSmall($0) })
                    continue
                }
                #expect(explanation.hold == nil && explanation.crowd == draft.report.crowd)
                for level in ConfidentialityLevel.travelling {
                    let readable = Set(
                        draft.bulletin.claims.filter { level.mayRead($0.tier.level) }.map(\.name)
                    )
                    for field in explanation.fields {
                        let reader = try #require(field.readers.first { $0.level == level })
                        let rule = redactor.policy.rule(for: field.field, in: type)
                        let first = rule?.forms.first { readable.contains($0.claim) }
                        #expect(reader.form?.claim == first?.claim, "\(field.field) at \(level)")
                        // Whatever is finer than what is seen has its reason.
                        let finer = rule?.forms.prefix { $0.claim != first?.claim }.count ?? 0
                        #expect(reader.causes.count >= finer, "\(field.field) at \(level)")
                    }
                }
            }
        }
    }

    @Test("what the referrer asked for is a cause of its own")
    func wish() throws {
        let example = try DossierExample("en-01-abandoned-dry-container.json")
        func causes(_ wishes: ReferrerWishes, _ field: SourceField, _ level: ConfidentialityLevel) throws
            -> [ExplanationCause]
        {
            try Gate.demo().explanation(
                of: example.incident,
                as: .analysis,
                facts: DocumentFacts(),
                circumstances: Circumstances(referrer: nil, wishes: wishes, incident: example.incident.coded)
            ).reader(level, of: field)?.causes ?? []
        }
        #expect(try causes(.none, .port, .customs) == [])
        #expect(try causes(Self.wishes[1], .port, .customs) == [.wish(claim: "port")])
        #expect(try causes(Self.wishes[2], .mode, .everyone) == [.wish(claim: "mode")])
        #expect(try causes(Self.wishes[2], .mode, .customs) == [])
    }
}
