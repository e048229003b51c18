// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy

/// What becomes of one code in one claim, worked out step by step and without the code under test.
struct PolicyOutcome: Equatable {
    let level: ConfidentialityLevel

    /// Place of the form among the field's forms: larger is coarser.
    let grain: Int

    /// Whether the code is replaced by its broader term, or by a still broader one.
    let isBroader: Bool

    /// - Returns: `nil` when nothing leaves.
    init?(
        of claim: String,
        _ field: SourceField,
        _ type: DocumentType,
        code: String,
        in circumstances: Set<PolicyTrigger>,
        by policy: Policy
    ) {
        guard let rule = policy.documents[type]?.first(where: { $0.field == field }),
            let form = rule.forms.first(where: { $0.claim == claim }), policy.audiences.contains(form.level),
            let grain = field.generalisations.firstIndex(of: form.generalisation)
        else { return nil }
        for condition in rule.conditions where circumstances.contains(condition.when) {
            if condition.drops == nil || condition.drops?.contains(claim) == true { return nil }
        }
        var isBroader = [.parentTerm, .rootTerm].contains(form.generalisation)
        for exception in rule.exceptions where circumstances.contains(exception.when) {
            guard exception.claims.contains(claim), exception.terms == nil || exception.terms?.contains(code) == true
            else { continue }
            if exception.treatment == .withhold { return nil }
            isBroader = true
        }
        self.level = form.level
        self.grain = grain
        self.isBroader = isBroader
    }

    /// Whether a reader learns at most what another outcome tells at most as many readers.
    func isWithin(_ other: PolicyOutcome) -> Bool {
        level <= other.level && grain >= other.grain && (isBroader || !other.isBroader)
    }

    /// The first case in which a policy lets out more than another one.
    static func firstWider(_ new: Policy, than old: Policy) -> String? {
        for type in DocumentType.allCases {
            for rule in new.documents[type] ?? [] {
                for form in rule.forms {
                    for circumstances in Self.circumstances {
                        for code in RandomPolicies.terms + ["other"] {
                            let outcome = PolicyOutcome(
                                of: form.claim,
                                rule.field,
                                type,
                                code: code,
                                in: circumstances,
                                by: new
                            )
                            guard let outcome else { continue }
                            let before = PolicyOutcome(
                                of: form.claim,
                                rule.field,
                                type,
                                code: code,
                                in: circumstances,
                                by: old
                            )
                            guard let before, outcome.isWithin(before) else {
                                return "\(type) \(form.claim) \(code) \(circumstances.map(\.rawValue).sorted())"
                            }
                        }
                    }
                }
            }
        }
        return nil
    }

    /// Every set of circumstances; one of them always holds.
    static let circumstances: [Set<PolicyTrigger>] = {
        let triggers = PolicyTrigger.allCases.filter { $0 != .always }
        return (0..<(1 << triggers.count)).map { bits in
            Set(triggers.indices.filter { bits & (1 << $0) != 0 }.map { triggers[$0] }).union([.always])
        }
    }()
}
