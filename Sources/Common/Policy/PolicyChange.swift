// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// When a policy was announced, from when it holds, and how long the next one must be announced before.
///
/// Source: domain notes, R-75.
package struct PolicyChange: Hashable, Sendable {
    /// Days since 1970-01-01.
    package let announcedDay: Int

    /// Days since 1970-01-01; what this policy allows more than the one before holds from this day.
    package let effectiveDay: Int

    /// Days between announcement and effect that the next policy needs if it allows more.
    package let noticeDays: Int

    package init(announcedDay: Int, effectiveDay: Int, noticeDays: Int) {
        self.announcedDay = announcedDay
        self.effectiveDay = effectiveDay
        self.noticeDays = noticeDays
    }

    /// In force since ever.
    package static let none = PolicyChange(announcedDay: 0, effectiveDay: 0, noticeDays: 0)
}
