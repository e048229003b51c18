// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Policy
import Redaction

/// The class that may leave with the next day's batch: a method and what to look for, without place and date.
///
/// The policy drops places and dates from an urgent draft; the gate does not rely on it, because a local policy may be
/// written carelessly. A region of the world is no place.
enum UrgentClass {
    /// The first claim that keeps a bulletin out of the class, or the type's name; nil when it is of the class.
    static func obstacle(in bulletin: Bulletin, policy: Policy) -> String? {
        guard bulletin.type == .modusOperandiBulletin else { return bulletin.type.rawValue }
        let rules = policy.rules(for: bulletin.type)
        return bulletin.tiers.flatMap(\.disclosures).map(\.name).first { claim in
            claim != Redactor.reportClaim && !Self.isAllowed(claim, rules: rules)
        }
    }

    private static func isAllowed(_ claim: String, rules: [FieldRule]) -> Bool {
        for rule in rules {
            guard let form = rule.forms.first(where: { $0.claim == claim }) else { continue }
            switch rule.field {
            case .port: return form.generalisation == .region
            case .route: return form.generalisation == .regionPair
            case .modusOperandi, .concealment, .indicators, .commodity, .goodsForm, .mode, .conveyance, .declaredHS,
                .chainStages, .offenceStage, .detection, .securityGaps, .recommendations, .confidence, .credibility,
                .title, .summary, .lessons, .incidentCount, .novelty, .urgency, .replyRequested, .advice, .legalBasis,
                .language:
                return !form.generalisation.isPeriod
            default: return false
            }
        }
        return false
    }
}
