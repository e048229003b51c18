// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Whether an operation still runs, so that only the minimum may leave, and when that is looked at again.
package struct OperationalHold: Hashable, Sendable, Codable {
    package let isActive: Bool
    /// The day of the next review.
    package let reviewOn: CalendarDay?

    package init(
        isActive: Bool,
        reviewOn: CalendarDay?
    ) {
        self.isActive = isActive
        self.reviewOn = reviewOn
    }
}
