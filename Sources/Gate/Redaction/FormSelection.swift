// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy

/// Decides which forms of a rule leave in the circumstances of a case, and at which level.
struct FormSelection {
    let circumstances: Circumstances
    let plan: CrowdPlan

    /// The rules with the claims left out that a circumstance drops or the referrer does not want.
    static func remaining(_ rules: [FieldRule], in circumstances: Circumstances) -> [FieldRule] {
        circumstances.wishes.narrowed(rules).map { rule in
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
    ///
    /// A form that all its readers could tell from a finer one is left out.
    func placed(_ rule: FieldRule) -> [PlacedForm] {
        var placed: [PlacedForm] = []
        for form in rule.forms {
            // The widest level up to the form's own at which the crowd allows it.
            let level = ConfidentialityLevel.travelling.first { level in
                level <= form.level && allows(form, of: rule.field, at: level)
            }
            guard let level, !placed.contains(where: { $0.level >= level }) else { continue }
            placed.append(PlacedForm(form: form, level: level))
        }
        return placed
    }

    private func allows(_ form: FieldForm, of field: SourceField, at level: ConfidentialityLevel) -> Bool {
        if let axis = CrowdAxis(field) { return plan.allows(form.generalisation, on: axis, at: level) }
        return switch field {
        case .route:
            // The route holds the port of the incident.
            plan.allows(form.generalisation == .exact ? .exact : .region, on: .place, at: level)
        case .vesselName, .vesselIMO, .vesselVoyage, .vesselCallSign, .vesselMMSI, .containerNumber:
            // With a ship or a box and a month, public data give the port.
            plan.allows(.exact, on: .place, at: level)
        default:
            true
        }
    }
}
