// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the referrer has been told, or when the desk looks again at telling.
///
/// ```
///  ┌─────── review day ───────┐
///  ▼                          │
/// due ──► withheld ───────────┘
///  └────► told ──► acknowledged
/// ```
/// Partial feedback keeps a new due day. Feedback leaves through the channel by which the referral came, never through
/// the network. Source: domain, 3e. A refused step leaves the machine as it was.
package enum FeedbackMachine: Hashable, Sendable, Codable {
    /// To be given by that day.
    case due(by: CalendarDay)

    /// Not given, for a reason of `withholding-reasons`, and looked at again on that day.
    case withheld(CaseStep, reason: TermCode, reviewOn: CalendarDay)

    /// Given; when only in part, the rest is due by that day.
    case told(CaseStep, Telling, restDueBy: CalendarDay?)

    /// The referrer has said that the feedback arrived.
    case acknowledged(CaseStep, Telling, on: CalendarDay)

    /// What was said.
    package struct Telling: Hashable, Sendable, Codable {
        package let usefulness: Usefulness

        /// Terms of `outcomes` that the referrer was told; may be empty.
        package let outcomes: [TermCode]

        package let requests: [Request]

        package init(usefulness: Usefulness, outcomes: [TermCode], requests: [Request]) {
            self.usefulness = usefulness
            self.outcomes = outcomes
            self.requests = requests
        }
    }

    /// How much the referral helped.
    package enum Usefulness: String, Hashable, Sendable, Codable, CaseIterable {
        case useful
        case partly
        case explained
        case cannotSay = "cannot-say"
    }

    /// What the desk asks of the referrer at the same time.
    package enum Request: String, Hashable, Sendable, Codable, CaseIterable {
        case moreData = "more-data"
        case keepEvidence = "keep-evidence"
        case doNotAct = "do-not-act"
        case joinAnalysis = "join-analysis"
    }

    /// The day by which the desk must do something, or nothing when all is done.
    package var nextDay: CalendarDay? {
        switch self {
        case .due(let day), .withheld(_, _, let day): day
        case .told(_, _, let restDueBy): restDueBy
        case .acknowledged: nil
        }
    }

    /// Whether the desk has let its day pass.
    package func isOverdue(on today: CalendarDay) -> Bool {
        self.nextDay.map { $0 < today } ?? false
    }

    /// Records that feedback was given.
    ///
    /// - Parameters:
    ///   - telling: what was said.
    ///   - step: by whom, when.
    ///   - restDueBy: set when only a part was told.
    /// - Throws: ``ReferralRefusal/feedbackAlreadyGiven`` or ``ReferralRefusal/beforePreviousStep(_:)``.
    package mutating func tell(
        _ telling: Telling,
        at step: CaseStep,
        restDueBy: CalendarDay? = nil
    ) throws(ReferralRefusal) {
        switch self {
        case .due, .told(_, _, .some): break
        case .withheld(let previous, _, _):
            guard step.day >= previous.day else { throw .beforePreviousStep(previous.day) }
        case .told(_, _, nil), .acknowledged: throw .feedbackAlreadyGiven
        }
        self = .told(step, telling, restDueBy: restDueBy)
    }

    /// Records that feedback is held back for now.
    ///
    /// - Parameters:
    ///   - reason: term of `withholding-reasons`.
    ///   - reviewOn: a later day.
    ///   - step: by whom, when.
    /// - Throws: ``ReferralRefusal``.
    package mutating func withhold(
        reason: TermCode,
        reviewOn: CalendarDay,
        at step: CaseStep
    ) throws(ReferralRefusal) {
        switch self {
        case .due, .withheld: break
        case .told, .acknowledged: throw .feedbackAlreadyGiven
        }
        guard reviewOn > step.day else { throw .reviewNotLater(step.day) }
        self = .withheld(step, reason: reason, reviewOn: reviewOn)
    }

    /// Brings withheld feedback back to the list on its review day; before that day nothing changes.
    ///
    /// - Parameter today: the desk's day.
    /// - Returns: whether the feedback became due.
    package mutating func review(on today: CalendarDay) -> Bool {
        guard case .withheld(_, _, let reviewOn) = self, reviewOn <= today else { return false }
        self = .due(by: reviewOn)
        return true
    }

    /// Records that the referrer has the feedback.
    package mutating func acknowledge(on day: CalendarDay) throws(ReferralRefusal) {
        guard case .told(let step, let telling, nil) = self else { throw .feedbackNotGiven }
        guard day >= step.day else { throw .beforePreviousStep(step.day) }
        self = .acknowledged(step, telling, on: day)
    }
}
