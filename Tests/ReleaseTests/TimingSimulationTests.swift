// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Policy
import Release
import Testing

@Suite("Timing")
struct TimingSimulationTests {
    private static let schedule = DepartureSchedule(
        law: DelayLaw(minimumAgeDays: 21, batchSpread: 3, urgentMinimumAgeDays: 1)
    )

    private static func run(
        _ rate: Double,
        trials: Int = 1_000,
        _ days: @escaping (Int) -> [Int]
    ) -> TimingSimulation.Outcome {
        TimingSimulation(ratePerMonth: rate, trials: trials, seed: 7).run(possibleDays: days)
    }

    /// Others in a window of w days are Poisson with mean m, so the first guess is right with (1 - e^-m) / m.
    @Test("a fixed delay and a uniform one agree with the closed formula", arguments: [1, 14, 39])
    func closedFormula(_ window: Int) {
        let outcome = Self.run(8, trials: 3_000) { referral in (21..<21 + window).map { referral + $0 } }
        let mean = 8 / TimingSimulation.daysPerMonth * Double(window)
        #expect(abs(outcome.topOne - (1 - exp(-mean)) / mean) < 0.02, "\(outcome)")
        #expect(abs(outcome.effectiveSet - (1 + mean)) / (1 + mean) < 0.05, "\(outcome)")
    }

    @Test(
        "the shipped law hides a referral among five at two a month, and a fixed delay hides nothing",
        arguments: [2.0, 8]
    )
    func shippedLaw(_ rate: Double) {
        let law = Self.run(rate) { Self.schedule.possibleDays(referralDay: $0) }
        #expect(law.topOne <= 1.0 / 5, "\(law)")
        #expect(law.effectiveSet >= 5, "\(law)")
        #expect(law.medianDays > 21 && law.ninthDecileDays < 21 + 3 * 31 + 1)
        let fixed = Self.run(rate) { [$0 + 14] }
        #expect(fixed.topOne > 3 * law.topOne, "\(fixed)")
    }

    @Test("an observer who knows all referrals names the right one less often with a wider spread")
    func spread() {
        let shares = [1, 2, 3, 6].map { spread in
            let schedule = DepartureSchedule(
                law: DelayLaw(minimumAgeDays: 21, batchSpread: spread, urgentMinimumAgeDays: 1)
            )
            return Self.run(2) { schedule.possibleDays(referralDay: $0) }.topOne
        }
        #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 > $1 }, "\(shares)")
    }

    @Test("the urgent class says plainly that it hides little")
    func urgent() {
        let urgent = Self.run(2) { Self.schedule.possibleDays(referralDay: $0, isUrgent: true) }
        #expect(urgent.topOne > 0.8 && urgent.medianDays == 1, "\(urgent)")
    }

    @Test("the same seed gives the same answer, another one a slightly different one")
    func seeded() {
        let one = TimingSimulation(ratePerMonth: 8, trials: 200, seed: 1).run { [$0 + 1, $0 + 9] }
        #expect(one == TimingSimulation(ratePerMonth: 8, trials: 200, seed: 1).run { [$0 + 1, $0 + 9] })
        #expect(one != TimingSimulation(ratePerMonth: 8, trials: 200, seed: 2).run { [$0 + 1, $0 + 9] })
    }
}
