// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Policy
import Release
import Testing

@Suite("Delay law")
struct DepartureScheduleTests {
    private static func day(
        spread: Int,
        age: Int = 21,
        today: Int,
        referral: Int,
        isUrgent: Bool = false,
        using generator: inout SeededGenerator
    ) -> Int {
        let schedule = DepartureSchedule(
            law: DelayLaw(minimumAgeDays: age, batchSpread: spread, urgentMinimumAgeDays: 1)
        )
        return schedule.departureDay(today: today, referralDay: referral, isUrgent: isUrgent) { bound in
            Int.random(in: 0..<bound, using: &generator)
        }
    }

    @Test(
        "routine releases leave on a month's first day, after the minimum age, in the future",
        arguments: [1, 2, 3, 6]
    )
    func boundaries(_ spread: Int) {
        var generator = SeededGenerator(seed: UInt64(spread))
        for _ in 0..<2_000 {
            let referral = Int.random(in: 20_000..<20_800, using: &generator)
            let today = referral + Int.random(in: 0..<120, using: &generator)
            let day = Self.day(spread: spread, today: today, referral: referral, using: &generator)
            let month = CalendarMonth(containing: day)
            #expect(month.firstDay == day)
            #expect(day > today && day >= referral + 21)
            // Never later than the spread allows: that many boundaries after the first possible day.
            var latest = CalendarMonth(containing: max(today, referral + 21))
            for _ in 0..<spread { latest = latest.next }
            #expect(day <= latest.firstDay)
        }
    }

    @Test("each of the batches is drawn alike often", arguments: [2, 3, 4])
    func spread(_ spread: Int) {
        var generator = SeededGenerator(seed: 99)
        var counts: [Int: Int] = [:]
        let draws = 6_000
        for _ in 0..<draws {
            counts[Self.day(spread: spread, today: 20_700, referral: 20_700, using: &generator), default: 0] += 1
        }
        #expect(counts.count == spread)
        let expected = Double(draws) / Double(spread)
        let chiSquare = counts.values.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        // At most 3 degrees of freedom; 21 has a probability of 1 in 10,000.
        #expect(chiSquare < 21, "\(counts)")
    }

    @Test("the urgent class leaves with the next day's batch, once it is old enough")
    func urgent() {
        var generator = SeededGenerator(seed: 1)
        #expect(
            Self.day(spread: 3, today: 20_700, referral: 20_650, isUrgent: true, using: &generator) == 20_701
        )
        #expect(
            Self.day(spread: 3, today: 20_700, referral: 20_700, isUrgent: true, using: &generator) == 20_701
        )
    }

    @Test("drawing again for a later revision never gains time")
    func redraw() {
        var generator = SeededGenerator(seed: 3)
        let schedule = DepartureSchedule(
            law: DelayLaw(minimumAgeDays: 21, batchSpread: 3, urgentMinimumAgeDays: 1)
        )
        for _ in 0..<500 {
            let referral = Int.random(in: 20_000..<20_800, using: &generator)
            var drawn: Int?
            for revision in 0..<4 {
                let day = schedule.departureDay(
                    today: referral + revision,
                    referralDay: referral,
                    isUrgent: false,
                    notBefore: drawn
                ) { Int.random(in: 0..<$0, using: &generator) }
                #expect(day >= drawn ?? 0)
                drawn = day
            }
        }
    }
}
