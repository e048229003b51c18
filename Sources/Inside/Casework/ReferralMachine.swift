// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The way of one referral through the desk: received, validated, assessed, acted, closed.
///
/// ```
/// received ──► validated ──► assessed ──► acted ──► closed
///     └────────────────────────►┘ └───────────────────►┘
/// ```
/// Validation is left out where asking would expose the referrer; a referral is closed without action where acting would
/// (treatment `protect-referrer`). Source: domain, 3e. A refused step leaves the machine as it was.
package enum ReferralMachine: Hashable, Sendable, Codable {
    case received(CaseStep)
    case validated(CaseStep, Validation)
    case assessed(CaseStep, Assessment)
    case acted(CaseStep, treatments: [TermCode])
    case closed(CaseStep, outcomes: [TermCode])

    /// What the referrer's side answered when the desk asked back.
    package enum Validation: String, Hashable, Sendable, Codable {
        case confirmed
        case partlyConfirmed = "partly-confirmed"
        case notConfirmed = "not-confirmed"
    }

    /// What the desk proposes to do; who decides is the step to `acted`.
    package struct Assessment: Hashable, Sendable, Codable {
        package let priority: Priority

        /// Terms of `treatments`.
        package let proposedTreatments: [TermCode]

        package init(priority: Priority, proposedTreatments: [TermCode]) {
            self.priority = priority
            self.proposedTreatments = proposedTreatments
        }
    }

    /// How soon somebody must look.
    package enum Priority: String, Hashable, Sendable, Codable {
        case routine
        case soon
        case immediate
    }

    package var state: ReferralState {
        switch self {
        case .received: .received
        case .validated: .validated
        case .assessed: .assessed
        case .acted: .acted
        case .closed: .closed
        }
    }

    /// Who brought the referral to its state, and when.
    package var step: CaseStep {
        switch self {
        case .received(let step), .validated(let step, _), .assessed(let step, _), .acted(let step, _),
            .closed(let step, _):
            step
        }
    }

    /// Records what the referrer's side answered.
    package mutating func validate(_ validation: Validation, at step: CaseStep) throws(ReferralRefusal) {
        try self.move(to: .validated(step, validation), from: [.received])
    }

    /// Records priority and proposal.
    package mutating func assess(_ assessment: Assessment, at step: CaseStep) throws(ReferralRefusal) {
        try self.move(to: .assessed(step, assessment), from: [.received, .validated])
    }

    /// Records which treatments were decided and carried out.
    package mutating func act(treatments: [TermCode], at step: CaseStep) throws(ReferralRefusal) {
        try self.move(to: .acted(step, treatments: treatments), from: [.assessed])
    }

    /// Ends the referral with at least one outcome.
    package mutating func close(outcomes: [TermCode], at step: CaseStep) throws(ReferralRefusal) {
        guard !outcomes.isEmpty else { throw .outcomeMissing }
        try self.move(to: .closed(step, outcomes: outcomes), from: [.assessed, .acted])
    }

    private mutating func move(
        to next: ReferralMachine,
        from allowed: [ReferralState]
    ) throws(ReferralRefusal) {
        guard allowed.contains(self.state) else { throw .notPossible(from: self.state, to: next.state) }
        guard next.step.day >= self.step.day else { throw .beforePreviousStep(self.step.day) }
        self = next
    }
}
