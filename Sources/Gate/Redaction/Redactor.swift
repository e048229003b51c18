// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
package import Casework
import EgressGuard
package import Policy
import StrictJSON
package import Vocabulary

/// Turns a case into a document by the policy's levels; the only way from the inside to something that can be signed.
///
/// The document is built from coded fields; the narrative of a case is not even a parameter. Text that an officer typed for
/// the document passes the guard first. Pure: the same case, policy and populations give the same draft.
package struct Redactor: Sendable {
    /// Claim that carries the redaction report.
    package static let reportClaim = "redaction_report"

    package let policy: Policy
    package let vocabularies: Vocabularies
    package let populations: Populations

    package init(policy: Policy, vocabularies: Vocabularies, populations: Populations) {
        self.policy = policy
        self.vocabularies = vocabularies
        self.populations = populations
    }

    /// Drafts a document.
    ///
    /// - Parameters:
    ///   - incident: the case.
    ///   - type: analysis or bulletin.
    ///   - facts: what belongs to the document.
    ///   - circumstances: classes, never values, of the referrer.
    ///   - textGuard: holds the keys of the case and the vault.
    ///   - supersedes: the document that this one replaces.
    /// - Returns: claims per tier and the report.
    /// - Throws: ``RedactionRefusal``; a crowd that is too small is the hold.
    package func draft(
        _ incident: Case,
        as type: DocumentType,
        facts: DocumentFacts,
        circumstances: Circumstances,
        textGuard: some TextGuard,
        supersedes: BulletinIdentifier? = nil
    ) throws(RedactionRefusal) -> Draft {
        let rules = policy.rules(for: type)
        guard !rules.isEmpty else { throw .typeNotInPolicy(type) }
        try check(facts, rules: rules, textGuard: textGuard)
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
        if let failure = plan.failure { throw .crowdTooSmall(failure) }
        let selection = FormSelection(circumstances: circumstances, plan: plan)
        let coarsening = Coarsening(vocabularies: vocabularies, circumstances: circumstances)
        var claims: [DraftClaim] = []
        var lines: [RedactionReport.Line] = []
        for (rule, original) in zip(remaining, rules) {
            guard let item = items.first(where: { $0.field == rule.field }) else { continue }
            var left: [RedactionReport.Claim] = []
            for placed in selection.placed(rule) {
                guard let tier = Tier(level: placed.level),
                    let value = coarsening.value(item, form: placed.form, rule: rule)
                else { continue }
                claims.append(DraftClaim(name: placed.form.claim, value: value, tier: tier))
                left.append(
                    RedactionReport.Claim(
                        name: placed.form.claim,
                        level: placed.level,
                        generalisation: placed.form.generalisation
                    )
                )
            }
            let dropped = original.forms.map(\.claim).filter { claim in !left.contains { $0.name == claim } }
            lines.append(
                RedactionReport.Line(field: rule.field, claims: left, dropped: dropped, reason: rule.reason)
            )
        }
        let report = RedactionReport.outgoing(rules, present: Set(items.map(\.field)))
        claims.append(DraftClaim(name: Self.reportClaim, value: report, tier: .everyone))
        return Draft(
            bulletin: BulletinDraft(type: type, claims: claims, supersedes: supersedes),
            report: RedactionReport(lines: lines, crowd: plan.verdicts)
        )
    }

    /// Every field that has a value in the case or the document.
    func items(of incident: Case, _ facts: DocumentFacts) -> [SourceItem] {
        let title = BulletinTitle.text(
            of: incident.coded,
            language: facts.language,
            limit: policy.textLimits[.title] ?? 0,
            vocabularies: vocabularies
        )
        return CaseSource.items(of: incident)
            + CaseSource.items(of: facts, incident: incident, policy: policy, title: title)
    }

    /// The days of the period fields that the rules let out in some form.
    static func days(of items: [SourceItem], rules: [FieldRule]) -> [CalendarDay] {
        var days: [CalendarDay] = []
        for rule in rules where !rule.forms.isEmpty {
            guard [.incident, .firstSeen, .lastSeen].contains(rule.field),
                case .day(let day) = items.first(where: { $0.field == rule.field })?.value, !days.contains(day)
            else { continue }
            days.append(day)
        }
        // Without a period the place alone is counted, over the year of the incident.
        if days.isEmpty, case .day(let day) = items.first(where: { $0.field == .incident })?.value { days = [day] }
        return days
    }

    private func check(
        _ facts: DocumentFacts,
        rules: [FieldRule],
        textGuard: some TextGuard
    ) throws(RedactionRefusal) {
        let texts: [(SourceField, OfficerText?)] = [
            (.title, facts.title), (.summary, facts.summary), (.lessons, facts.lessons),
        ]
        for (field, text) in texts {
            guard let text, let rule = rules.first(where: { $0.field == field }) else { continue }
            let limit = policy.textLimits[field] ?? 0
            let count = text.text.unicodeScalars.count
            guard count <= limit else { throw .textTooLong(field: field, limit: limit, found: count) }
            for form in rule.forms {
                try TextReview.check(text, field: field, level: form.level, textGuard: textGuard)
            }
        }
    }
}
