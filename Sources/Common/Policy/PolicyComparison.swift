// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Says what one policy lets out that another does not.
///
/// Only rules are compared, not documents: two policies without a widening give, for every case, claims that are at most as
/// fine and as widely read, and cells that meet thresholds at least as high.
package enum PolicyComparison {
    /// Statements of a policy that are wider than another policy's.
    ///
    /// - Parameters:
    ///   - new: the policy that is looked at.
    ///   - old: the policy that it is compared with.
    /// - Returns: each element once, in the order of `new`; empty when `new` is as narrow as `old` or narrower.
    package static func widenings(of new: Policy, over old: Policy) -> [PolicyElement] {
        var found: [PolicyElement] = []
        for type in DocumentType.allCases {
            for rule in new.rules(for: type) {
                found += widenings(of: rule, over: old.rule(for: rule.field, in: type), type)
            }
        }
        for level in ConfidentialityLevel.travelling {
            guard let before = old.crowd[level] else { continue }
            if new.crowd[level]?.stricter(before) != new.crowd[level] { found.append(.crowd(level)) }
        }
        if !new.crowdAxes.isSuperset(of: old.crowdAxes) { found.append(.crowdAxes) }
        if !new.audiences.isSubset(of: old.audiences) { found.append(.audiences) }
        if new.delay.stricter(old.delay) != new.delay { found.append(.delay) }
        if new.retention.stricter(old.retention) != new.retention { found.append(.retention) }
        for (field, limit) in new.textLimits.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where limit > old.textLimits[field] ?? 0 {
            found.append(.textLimit(field))
        }
        return found
    }

    private static func widenings(
        of rule: FieldRule,
        over old: FieldRule?,
        _ type: DocumentType
    ) -> [PolicyElement] {
        var found: [PolicyElement] = []
        for form in rule.forms {
            guard let old, let before = old.forms.first(where: { $0.claim == form.claim }),
                form.level <= before.level,
                rule.field.coarser(before.generalisation, form.generalisation) == form.generalisation
            else {
                found.append(.form(type, rule.field, claim: form.claim))
                continue
            }
            for condition in old.conditions where condition.covers(claim: form.claim) {
                let isKept = rule.conditions.contains { kept in
                    [condition.when, .always].contains(kept.when) && kept.covers(claim: form.claim)
                }
                let element = PolicyElement.condition(type, rule.field, condition)
                if !isKept, !found.contains(element) { found.append(element) }
            }
            for exception in old.exceptions where exception.claims.contains(form.claim) {
                let element = PolicyElement.exception(type, rule.field, exception)
                if !Self.keeps(rule, exception, of: form), !found.contains(element) { found.append(element) }
            }
        }
        return found
    }

    /// Whether a rule still treats the codes of an exception as strictly in one claim.
    private static func keeps(_ rule: FieldRule, _ exception: TermException, of form: FieldForm) -> Bool {
        // A form that gives broader terms anyway needs no exception for them.
        if exception.treatment == .parentTerm, form.generalisation != .exact { return true }
        return rule.exceptions.contains { kept in
            [exception.when, .always].contains(kept.when) && kept.claims.contains(form.claim)
                && (kept.treatment == .withhold || kept.treatment == exception.treatment)
                && (kept.terms == nil || Set(kept.terms ?? []).isSuperset(of: exception.terms ?? ["*"]))
        }
    }
}
