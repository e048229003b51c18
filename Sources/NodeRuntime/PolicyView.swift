// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
package import PolicyFiles
package import StrictJSON

/// A policy as JSON for `fairlead policy show`.
package enum PolicyView {
    /// The effective policy with the place of every statement.
    ///
    /// - Parameter policies: of a folder.
    /// - Returns: as documented under `fairlead policy show`.
    package static func json(_ policies: PolicySet) -> JSONValue {
        let policy = policies.effective
        var object: JSONObject = [
            "policy": .string(policy.id),
            "version": .string(policy.version),
            "local": policies.local.map { .string("\($0.id) \($0.version)") } ?? .null,
            "announced": .string(CalendarDay(daysSinceEpoch: policy.change.announcedDay)?.text ?? ""),
            "effective": .string(CalendarDay(daysSinceEpoch: policy.change.effectiveDay)?.text ?? ""),
            "notice_days": .integer(policy.change.noticeDays),
            "audiences": .strings(ConfidentialityLevel.travelling.filter(policy.audiences.contains).map(\.rawValue)),
            "legal_basis": .array(
                policy.legalBasis.map { .object(["code": .string($0.code), "level": .string($0.level.rawValue)]) }
            ),
            "axes": .strings(CrowdAxis.allCases.filter(policy.crowdAxes.contains).map(\.rawValue)),
        ]
        object.set("crowd", .array(ConfidentialityLevel.travelling.compactMap { Self.crowd($0, of: policy) }))
        object.set(
            "delay",
            .object([
                "minimum_age_days": .integer(policy.delay.minimumAgeDays),
                "batch_spread": .integer(policy.delay.batchSpread),
                "urgent_minimum_age_days": .integer(policy.delay.urgentMinimumAgeDays),
                "batch_size": policy.delay.batchSize.map { .integer($0) } ?? .null,
                "rule": Self.place(.delay, of: policy),
            ])
        )
        object.set(
            "retention",
            .object([
                "identity_days_after_feedback": .integer(policy.retention.identityDaysAfterFeedback),
                "identity_days_at_most": .integer(policy.retention.identityDaysAtMost),
                "case_days_after_closing": .integer(policy.retention.caseDaysAfterClosing),
                "rule": Self.place(.retention, of: policy),
            ])
        )
        var limits = JSONObject()
        for (field, limit) in policy.textLimits.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            limits.set(field.rawValue, .integer(limit))
        }
        object.set("text_limits", .object(limits))
        var rules: [JSONValue] = []
        for type in DocumentType.allCases {
            for rule in policy.rules(for: type) { rules.append(Self.json(rule, type, policy)) }
        }
        object.set("rules", .array(rules))
        return .object(object)
    }

    private static func crowd(_ level: ConfidentialityLevel, of policy: Policy) -> JSONValue? {
        guard let threshold = policy.crowd[level] else { return nil }
        return .object([
            "level": .string(level.rawValue),
            "referrers": .integer(threshold.referrers),
            "incidents": .integer(threshold.incidents),
            "source_kinds": .integer(threshold.sourceKinds),
            "rule": Self.place(.crowd(level), of: policy),
        ])
    }

    private static func json(_ rule: FieldRule, _ type: DocumentType, _ policy: Policy) -> JSONValue {
        let forms = rule.forms.map { form -> JSONValue in
            .object([
                "claim": .string(form.claim),
                "level": .string(form.level.rawValue),
                "as": .string(form.generalisation.rawValue),
                "rule": Self.place(.form(type, rule.field, claim: form.claim), of: policy),
            ])
        }
        let conditions = rule.conditions.map { condition -> JSONValue in
            .object([
                "when": .string(condition.when.rawValue),
                "drops": condition.drops.map { .strings($0) } ?? "all",
                "rule": Self.place(.condition(type, rule.field, condition), of: policy),
            ])
        }
        let exceptions = rule.exceptions.map { exception -> JSONValue in
            .object([
                "when": .string(exception.when.rawValue),
                "terms": exception.terms.map { .strings($0) } ?? "all",
                "claims": .strings(exception.claims),
                "then": .string(exception.treatment.rawValue),
                "rule": Self.place(.exception(type, rule.field, exception), of: policy),
            ])
        }
        return .object([
            "document": .string(type.rawValue),
            "field": .string(rule.field.rawValue),
            "reason": .string(rule.reason),
            "forms": .array(forms),
            "conditions": .array(conditions),
            "exceptions": .array(exceptions),
            "rule": Self.place(.rule(type, rule.field), of: policy),
        ])
    }

    /// File and line of a statement.
    static func place(_ element: PolicyElement, of policy: Policy) -> JSONValue {
        policy.places[element].map { .string("\($0)") } ?? .null
    }
}
