// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A step that an officer asked for and that the way of a referral or of its feedback does not allow.
package enum ReferralRefusal: Error, Hashable, Sendable {
    /// The referral stands where this step cannot follow.
    case notPossible(from: ReferralState, to: ReferralState)

    /// The step is dated before the one that it follows.
    case beforePreviousStep(CalendarDay)

    /// A closed referral states at least one outcome, so that every referral ends in words that can be told.
    case outcomeMissing

    /// Feedback was already given and cannot be given or withheld again; a correction is a new telling.
    case feedbackAlreadyGiven

    /// Feedback has not been given, so nobody can have acknowledged it.
    case feedbackNotGiven

    /// Withheld feedback needs a review day after the day on which it is withheld.
    case reviewNotLater(CalendarDay)
}
