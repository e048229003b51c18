// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import EgressGuard
import Policy

/// Lets a text pass that the guard does not object to, or whose marks a person has looked at.
enum TextReview {
    static func check(
        _ text: OfficerText,
        field: SourceField,
        level: ConfidentialityLevel,
        textGuard: some TextGuard
    ) throws(RedactionRefusal) {
        guard let guardLevel = GuardLevel(rawValue: level.rawValue) else { return }
        let findings = textGuard.scan(text: text.text, level: guardLevel)
        let refused = findings.filter { $0.action == .remove }
        guard refused.isEmpty else { throw .textRefused(field: field, findings: refused) }
        let open = findings.filter { finding in
            !text.reviewed.contains {
                $0.lowerBound <= finding.range.lowerBound && finding.range.upperBound <= $0.upperBound
            }
        }
        guard open.isEmpty else { throw .marksOpen(field: field, findings: open) }
    }
}
