// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import StrictJSON

/// What was done to the fields of a case, for the officer's own desk.
///
/// Only ``outgoing(_:)`` leaves: it depends on the policy alone, so that it is the same with and without a referrer.
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

    /// The report that travels: classes of fields that are withheld or limited, by reason class.
    ///
    /// - Parameter rules: of the document type.
    /// - Returns: `{reason: {"withheld": [class ...], "limited": [class ...]}}`, without values, counts and lengths.
    package static func outgoing(_ rules: [FieldRule]) -> JSONValue {
        var reasons: [(reason: String, withheld: [String], limited: [String])] = []
        for rule in rules {
            let isOpen = rule.forms.contains { $0.level == .everyone && $0.generalisation == .exact }
            guard !isOpen || !rule.conditions.isEmpty || !rule.exceptions.isEmpty else { continue }
            let position: Int
            if let known = reasons.firstIndex(where: { $0.reason == rule.reason }) {
                position = known
            } else {
                position = reasons.count
                reasons.append((rule.reason, [], []))
            }
            if rule.forms.isEmpty {
                if !reasons[position].withheld.contains(rule.field.fieldClass) {
                    reasons[position].withheld.append(rule.field.fieldClass)
                }
            } else if !reasons[position].limited.contains(rule.field.fieldClass) {
                reasons[position].limited.append(rule.field.fieldClass)
            }
        }
        var report = JSONObject()
        for entry in reasons {
            report[entry.reason] = .object([
                "withheld": .strings(entry.withheld), "limited": .strings(entry.limited),
            ])
        }
        return .object(report)
    }
}

extension SourceField {
    /// The first step of the path: `vessel` for `vessel.name`.
    fileprivate var fieldClass: String { rawValue.split(separator: ".").first.map(String.init) ?? rawValue }
}
