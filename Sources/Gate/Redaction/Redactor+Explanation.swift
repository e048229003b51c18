// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import Policy
import Vocabulary

extension Redactor {
    /// Says for each field which rule gave which form to whom, and why.
    ///
    /// - Parameters:
    ///   - incident: the case.
    ///   - type: analysis or bulletin.
    ///   - facts: what belongs to the document.
    ///   - circumstances: classes, never values, of the referrer.
    /// - Returns: an explanation, also of a document that is held.
    /// - Throws: ``RedactionRefusal/typeNotInPolicy(_:)``.
    package func explanation(
        of incident: Case,
        as type: DocumentType,
        facts: DocumentFacts,
        circumstances: Circumstances
    ) throws(RedactionRefusal) -> Explanation {
        let rules = policy.rules(for: type)
        guard !rules.isEmpty else { throw .typeNotInPolicy(type) }
        let items = items(of: incident, facts)
        let remaining = FormSelection.remaining(rules, in: circumstances)
        let plan = CrowdPlan(
            rules: remaining,
            incident: incident.coded,
            days: Self.days(of: items, rules: remaining),
            policy: policy,
            populations: populations,
            vocabularies: vocabularies
        )
        let explainer = FieldExplainer(
            selection: FormSelection(circumstances: circumstances, plan: plan),
            coarsening: Coarsening(vocabularies: vocabularies, circumstances: circumstances)
        )
        var fields = zip(rules, remaining).compactMap { rule, left in
            items.first { $0.field == rule.field }.map { explainer.explain($0, rule: rule, remaining: left) }
        }
        // A bulletin leaves out most of a case: only fields of the case that no rule mentions are worth a line.
        for item in items where item.pointer != nil && !rules.contains(where: { $0.field == item.field }) {
            let readers = FieldExplainer.levels.map { ReaderExplanation(level: $0, form: nil, causes: [.noRule]) }
            fields.append(FieldExplanation(field: item.field, reason: nil, readers: readers))
        }
        return Explanation(
            document: type,
            circumstances: PolicyTrigger.allCases.filter { circumstances.holds($0) },
            crowd: plan.verdicts,
            attempts: plan.attempts,
            fields: fields
        )
    }
}

/// Explains one field for each level.
private struct FieldExplainer {
    static let levels: [ConfidentialityLevel] = ConfidentialityLevel.travelling.reversed()

    let selection: FormSelection
    let coarsening: Coarsening

    func explain(_ item: SourceItem, rule: FieldRule, remaining: FieldRule) -> FieldExplanation {
        let placed = selection.placed(remaining).filter { coarsening.value(item, form: $0.form, rule: rule) != nil }
        let readers = Self.levels.map { level in
            let seen = placed.first { level.mayRead($0.level) }?.form
            var causes: [ExplanationCause] = rule.forms.isEmpty ? [.noForms] : []
            for form in rule.forms.prefix(while: { $0.claim != seen?.claim }) {
                causes.append(cause(form, item: item, rule: rule, remaining: remaining, for: level))
            }
            if let seen { causes += exceptions(item, form: seen, rule: rule) }
            return ReaderExplanation(level: level, form: seen, causes: causes)
        }
        return FieldExplanation(field: rule.field, reason: rule.reason, readers: readers)
    }

    /// The first thing, in the order of evaluation, that keeps a form from a level.
    private func cause(
        _ form: FieldForm,
        item: SourceItem,
        rule: FieldRule,
        remaining: FieldRule,
        for level: ConfidentialityLevel
    ) -> ExplanationCause {
        let left = remaining.forms.first { $0.claim == form.claim }
        if left == nil,
            let condition = rule.conditions.first(where: {
                selection.circumstances.holds($0.when) && $0.covers(claim: form.claim)
            })
        {
            return .condition(claim: form.claim, condition)
        }
        if !level.mayRead(form.level) { return .level(claim: form.claim, form.level) }
        guard let left, level.mayRead(left.level) else { return .wish(claim: form.claim) }
        if coarsening.value(item, form: form, rule: rule) == nil {
            return exceptions(item, form: form, rule: rule).first ?? .empty(claim: form.claim)
        }
        return .crowd(claim: form.claim)
    }

    /// Exceptions that hold for at least one code of the item in a form.
    private func exceptions(_ item: SourceItem, form: FieldForm, rule: FieldRule) -> [ExplanationCause] {
        let codes: [String] =
            switch item.value {
            case .term(let code): [code]
            case .terms(let codes): codes
            case .finds(let finds) where rule.field == .commodity: finds.map(\.commodity.rawValue)
            case .finds(let finds) where rule.field == .goodsForm: finds.compactMap { $0.form?.rawValue }
            default: []
            }
        return rule.exceptions.filter { exception in
            exception.claims.contains(form.claim)
                && codes.contains { coarsening.applies(exception, to: $0, field: rule.field) }
        }
        .map { .exception(claim: form.claim, $0) }
    }
}
