// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How long a desk keeps what it knows, in days.
///
/// A local policy can only shorten it. Source: confidentiality notes, C3 step 3; domain notes, section 3a.
package struct Retention: Hashable, Sendable {
    /// From the feedback to the destruction of who reported.
    package let identityDaysAfterFeedback: Int

    /// From the referral to the destruction of who reported, whether or not feedback was given.
    package let identityDaysAtMost: Int

    /// From the end of a case to the destruction of its free text and identifying details.
    package let caseDaysAfterClosing: Int

    package init(identityDaysAfterFeedback: Int, identityDaysAtMost: Int, caseDaysAfterClosing: Int) {
        self.identityDaysAfterFeedback = identityDaysAfterFeedback
        self.identityDaysAtMost = identityDaysAtMost
        self.caseDaysAfterClosing = caseDaysAfterClosing
    }

    /// What the policy that ships says.
    package static let standard = Retention(
        identityDaysAfterFeedback: 90,
        identityDaysAtMost: 730,
        caseDaysAfterClosing: 1825
    )
}
