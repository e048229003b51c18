// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// When the key of a case is destroyed, with who reported and every word of the case.
///
/// One key, one day: the words of a case lead to the person too, and the guard cannot look for a name that it no longer
/// knows. So the earliest of the policy's days counts.
package enum RetentionSchedule {
    /// Which of the policy's numbers gave the day.
    package enum Rule: String, Hashable, Sendable {
        case afterFeedback = "after-feedback"
        case afterReferral = "after-referral"
        case afterClosing = "after-closing"
    }

    /// The day on which a referral's secrets are destroyed unless a person holds them.
    ///
    /// - Parameters:
    ///   - referral: with its feedback and progress.
    ///   - retention: of the policy.
    /// - Returns: the earliest day, and why.
    package static func due(_ referral: Referral, _ retention: Retention) -> (day: CalendarDay, rule: Rule)? {
        var days: [(day: CalendarDay?, rule: Rule)] = [
            (referral.receivedOn.adding(days: retention.identityDaysAtMost), .afterReferral)
        ]
        switch referral.feedback {
        // The rest of a partial feedback is still to be told to somebody who must be known.
        case .due, .withheld, .told(_, _, .some): break
        case .told(let step, _, nil), .acknowledged(let step, _, _):
            days.append((step.day.adding(days: retention.identityDaysAfterFeedback), .afterFeedback))
        }
        if case .closed(let step, _) = referral.progress {
            days.append((step.day.adding(days: retention.caseDaysAfterClosing), .afterClosing))
        }
        return days.compactMap { entry in entry.day.map { (day: $0, rule: entry.rule) } }.min { $0.day < $1.day }
    }
}
