// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy

/// Decides which forms of a rule leave in the circumstances of a case, and at which level.
struct FormSelection {
    let circumstances: Circumstances
    let plan: CrowdPlan

    /// The rules with the claims left out that a circumstance drops.
    static func remaining(_ rules: [FieldRule], in circumstances: Circumstances) -> [FieldRule] {
        rules.map { rule in
            let forms = rule.forms.filter { form in
                !rule.conditions.contains { circumstances.holds($0.when) && $0.covers(claim: form.claim) }
            }
            return FieldRule(
                field: rule.field,
                forms: forms,
                reason: rule.reason,
                conditions: rule.conditions,
                exceptions: rule.exceptions
            )
        }
    }

    /// The forms of a rule that leave, finest first.
    func placed(_ rule: FieldRule) -> [PlacedForm] {
        rule.forms.compactMap { form in
            // The widest level up to the form's own at which the crowd allows it.
            ConfidentialityLevel.travelling
                .first { level in level <= form.level && allows(form, of: rule.field, at: level) }
                .map { PlacedForm(form: form, level: $0) }
        }
    }

    private func allows(_ form: FieldForm, of field: SourceField, at level: ConfidentialityLevel) -> Bool {
        switch field {
        case .port:
            plan.allowsPlace(form.generalisation, at: level)
        case .incident, .firstSeen, .lastSeen:
            plan.allowsPeriod(form.generalisation, at: level)
        case .route:
            // The route holds the port of the incident.
            plan.allowsPlace(form.generalisation == .exact ? .exact : .region, at: level)
        case .vesselName, .vesselIMO, .vesselVoyage, .vesselCallSign, .vesselMMSI, .containerNumber:
            // With a ship or a box and a month, public data give the port.
            plan.allowsPlace(.exact, at: level)
        default:
            true
        }
    }
}
