// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import StrictJSON

/// What was done to the fields of a case, for the officer's own desk.
///
/// Only ``outgoing(_:present:)`` leaves: it is the same with and without a referrer.
package struct RedactionReport: Hashable, Sendable {
    /// One source field that has a value in the case.
    package struct Line: Hashable, Sendable {
        package let field: SourceField

        /// Claims that leave, with the widest level that reads each; finest first.
        package let claims: [Claim]

        /// Claims of the policy that do not leave in this case.
        package let dropped: [String]
        package let reason: String
    }

    package struct Claim: Hashable, Sendable {
        package let name: String
        package let level: ConfidentialityLevel
        package let generalisation: Generalisation
    }

    package let lines: [Line]

    /// The cell of place and period of each level, widest first.
    package let crowd: [CrowdVerdict]

    /// The report that travels: classes of fields by reason class and by what was done.
    ///
    /// `withheld` never leaves this desk, and nothing is said about whether the case has it; `limited` leaves coarser, or
    /// to fewer readers; `unknown` would leave, but the case has none. Neither the referrer nor a circumstance that
    /// depends on one has a part in it, so that the same case gives the same report with any referrer and with none.
    ///
    /// - Parameters:
    ///   - rules: of the document type.
    ///   - present: fields that have a value in the case or the document.
    /// - Returns: `{reason: {"withheld": [class ...], "limited": [class ...], "unknown": [class ...]}}`, with the same
    ///   members for every document of a policy; without values, counts and lengths.
    package static func outgoing(_ rules: [FieldRule], present: Set<SourceField>) -> JSONValue {
        var reasons: [Reason] = []
        for rule in rules {
            let isOpen = rule.forms.contains { $0.level == .everyone && $0.generalisation == .exact }
            guard !isOpen || !rule.conditions.isEmpty || !rule.exceptions.isEmpty else { continue }
            let position = reasons.firstIndex { $0.code == rule.reason } ?? reasons.count
            if position == reasons.count { reasons.append(Reason(code: rule.reason)) }
            let fieldClass = rule.field.fieldClass
            if rule.forms.isEmpty {
                reasons[position].withheld.appendOnce(fieldClass)
            } else {
                reasons[position].travelling.appendOnce(fieldClass)
                if present.contains(rule.field) { reasons[position].known.appendOnce(fieldClass) }
            }
        }
        var report = JSONObject()
        for reason in reasons {
            let isKnown = { (fieldClass: String) in reason.known.contains(fieldClass) }
            report[reason.code] = .object([
                "withheld": .strings(reason.withheld),
                "limited": .strings(reason.travelling.filter(isKnown)),
                "unknown": .strings(reason.travelling.filter { !isKnown($0) }),
            ])
        }
        return .object(report)
    }

    /// Classes of fields that share a reason, each in the order of the policy.
    private struct Reason {
        let code: String
        var withheld: [String] = []
        /// With forms that leave.
        var travelling: [String] = []
        /// Of which the case has at least one field.
        var known: [String] = []
    }
}

extension [String] {
    fileprivate mutating func appendOnce(_ element: String) {
        if !contains(element) { append(element) }
    }
}

extension SourceField {
    /// The first step of the path: `vessel` for `vessel.name`.
    fileprivate var fieldClass: String { rawValue.split(separator: ".").first.map(String.init) ?? rawValue }
}
