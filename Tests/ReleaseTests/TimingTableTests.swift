// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Policy
import Release
import Testing

/// The published table of delay rules (confidentiality notes, C4) beside our simulation.
///
/// Ours draws the other referrals independent of the observed one; the published figures hide a little less at two a
/// month, where one referral more or less shows.
@Suite("Timing table")
struct TimingTableTests {
    struct Row: Sendable {
        let name: String
        let days: @Sendable (Int) -> [Int]
        /// Published first guess and effective set at 2, 8 and 30 referrals a month.
        let published: [(topOne: Double, effectiveSet: Double)]
    }

    static let rates = [2.0, 8, 30]

    static let rows: [Row] = [
        Row(name: "within 48 h", days: { [$0, $0 + 1] }, published: [(0.95, 1.1), (0.79, 1.5), (0.44, 3.0)]),
        Row(name: "fixed 14 d", days: { [$0 + 14] }, published: [(0.97, 1.1), (0.88, 1.3), (0.64, 2.0)]),
        Row(name: "uniform 14-28 d", days: uniform(14, 28), published: [(0.69, 1.8), (0.27, 4.6), (0.07, 15)]),
        Row(name: "uniform 21-60 d", days: uniform(21, 60), published: [(0.40, 3.3), (0.10, 11), (0.03, 40)]),
        Row(name: "next month-end after 21 d", days: batches(1), published: [(0.49, 2.7), (0.13, 8.8), (0.03, 31)]),
        Row(name: "one of next 3 month-ends", days: batches(3), published: [(0.19, 6.4), (0.04, 24), (0.01, 90)]),
        Row(name: "uniform 30-120 d", days: uniform(30, 120), published: [(0.19, 6.3), (0.04, 24), (0.01, 91)]),
    ]

    private static func uniform(_ first: Int, _ end: Int) -> @Sendable (Int) -> [Int] {
        { referral in (first..<end).map { referral + $0 } }
    }

    /// The schedule that departs, with the policy's law.
    private static func batches(_ spread: Int) -> @Sendable (Int) -> [Int] {
        let schedule = DepartureSchedule(
            law: DelayLaw(minimumAgeDays: 21, batchSpread: spread, urgentMinimumAgeDays: 1)
        )
        return { schedule.possibleDays(referralDay: $0) }
    }

    @Test("every rule and rate of the published table is reproduced", arguments: 0..<7)
    func table(_ index: Int) throws {
        let file = ProcessInfo.processInfo.environment["TIMING_TABLE"]
        let row = Self.rows[index]
        var line = row.name.padding(toLength: 27, withPad: " ", startingAt: 0)
        for (rate, published) in zip(Self.rates, row.published) {
            let outcome = TimingSimulation(ratePerMonth: rate, trials: file == nil ? 300 : 4_000, seed: 11)
                .run(possibleDays: row.days)
            #expect(abs(outcome.topOne - published.topOne) < 0.09, "\(rate): \(outcome)")
            let ratio = outcome.effectiveSet / published.effectiveSet
            #expect((0.8...1.25).contains(ratio), "\(rate): \(outcome)")
            line += String(
                format: "  %.2f (%.2f) %5.1f (%.1f)",
                outcome.topOne,
                published.topOne,
                outcome.effectiveSet,
                published.effectiveSet
            )
        }
        guard let file else { return }
        try Data((line + "\n").utf8).write(to: URL(filePath: file + ".\(index)"))
    }
}
