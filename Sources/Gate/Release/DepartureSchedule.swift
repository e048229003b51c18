// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
package import Policy

/// When an approved release leaves: not when it is ready, or its day would point at its referral.
///
/// Batches leave on the first of a month. After the minimum age one of the next batches is drawn, once; the spread is
/// what hides the referral's day, a fixed delay would not. The urgent class (method only, no place, no date) leaves with
/// the next day's batch.
package struct DepartureSchedule: Hashable, Sendable {
    package let law: DelayLaw

    package init(law: DelayLaw) {
        self.law = law
    }

    /// Draws the day of departure.
    ///
    /// - Parameters:
    ///   - today: days since 1970-01-01.
    ///   - referralDay: when the referral came in; nil when there was none.
    ///   - isUrgent: of the urgent class.
    ///   - notBefore: a day drawn for an earlier revision, so that drawing again never gains time, or a wish of whoever
    ///     reported; nil for none.
    ///   - draw: a uniform number below the bound it is given.
    /// - Returns: the day of the batch, days since 1970-01-01.
    package func departureDay(
        today: Int,
        referralDay: Int?,
        isUrgent: Bool,
        notBefore: Int? = nil,
        draw: (Int) -> Int
    ) -> Int {
        let age = isUrgent ? self.law.urgentMinimumAgeDays : self.law.minimumAgeDays
        let earliest = max(today, (referralDay ?? today) + age, notBefore ?? today)
        if isUrgent { return max(earliest, today + 1) }
        var month = CalendarMonth(containing: earliest)
        // The first of this month is over unless it is today: the next boundary is the first batch.
        if month.firstDay < earliest || month.firstDay <= today { month = month.next }
        for _ in 0..<draw(max(1, self.law.batchSpread)) { month = month.next }
        return month.firstDay
    }

    /// The day of a departure that two officers hurry: the next day's batch.
    package static func earlyDay(today: Int) -> Int { today + 1 }

    /// All days that the law can give to a referral whose release is approved within the minimum age, each as likely.
    package func possibleDays(referralDay: Int, isUrgent: Bool = false) -> [Int] {
        (0..<(isUrgent ? 1 : max(1, self.law.batchSpread))).map { choice in
            self.departureDay(today: referralDay, referralDay: referralDay, isUrgent: isUrgent) { _ in choice }
        }
    }
}
