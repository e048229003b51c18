// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import Policy
import StrictJSON
import Vocabulary

extension Redactor {
    /// What the gate would do to the structured fields of a dossier before a level sees them, by the rules of an analysis.
    ///
    /// A field that leaves as it stands has no decision. A crowd that is too small withholds place and period here; a
    /// draft would be held.
    ///
    /// - Parameters:
    ///   - incident: the case.
    ///   - level: customs, partners or public.
    ///   - circumstances: classes, never values, of the referrer.
    /// - Returns: decisions in the order of the dossier's fields.
    package func decisions(
        _ incident: Case,
        for level: ConfidentialityLevel,
        circumstances: Circumstances
    ) -> [FieldDecision] {
        let rules = policy.rules(for: .analysis)
        let items = CaseSource.items(of: incident)
        let remaining = FormSelection.remaining(rules, in: circumstances)
        let plan = CrowdPlan(
            rules: remaining,
            incident: incident.coded,
            days: Self.days(of: items, rules: remaining),
            policy: policy,
            populations: populations,
            vocabularies: vocabularies
        )
        let selection = FormSelection(circumstances: circumstances, plan: plan)
        let coarsening = Coarsening(vocabularies: vocabularies, circumstances: circumstances)
        var decisions: [FieldDecision] = []
        for item in items {
            let rule = remaining.first { $0.field == item.field } ?? FieldRule(field: item.field, forms: [], reason: "")
            let finest = selection.placed(rule).first { level.mayRead($0.level) }?.form
            let writer = DecisionWriter(item: item, rule: rule, form: finest, coarsening: coarsening)
            decisions += writer.decisions()
        }
        decisions += Self.wholeObjects(decisions, of: items)
        decisions.append(
            FieldDecision(
                pointer: JSONPointer(tokens: ["case", "narrative"]),
                action: .withhold,
                replacement: nil,
                rule: "narrative.withhold"
            )
        )
        return decisions
    }

    /// An object whose members are all withheld is withheld itself.
    private static func wholeObjects(_ decisions: [FieldDecision], of items: [SourceItem]) -> [FieldDecision] {
        ["vessel", "seals"].compactMap { name in
            let pointers = items.compactMap(\.pointer).filter { $0.tokens.count > 2 && $0.tokens[1] == name }
            guard !pointers.isEmpty else { return nil }
            let areWithheld = pointers.allSatisfy { pointer in
                decisions.contains { $0.pointer == pointer && $0.action == .withhold }
            }
            guard areWithheld else { return nil }
            return FieldDecision(
                pointer: JSONPointer(tokens: ["case", name]),
                action: .withhold,
                replacement: nil,
                rule: "\(name).withhold"
            )
        }
    }
}
