// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Testing
import Transport

/// What greetings, which name a day and no time, say about a clock.
@Suite("clock agreement") struct ClockAgreementTests {
    static let day: UInt64 = 20_000
    static let dayMilliseconds: UInt64 = 86_400_000
    static let hour: UInt64 = 3_600_000

    struct Vote {
        let wrong: Int
        let right: Int
        let isDisputed: Bool
    }

    @Test("a clock that is right agrees at every hour, however old the greeting is")
    func right() {
        for hour in 0..<24 as Range<UInt64> {
            for age in 0..<72 as Range<UInt64> {
                let greeted = Self.day * Self.dayMilliseconds + hour * Self.hour
                let clock = PeerClock(day: greeted / Self.dayMilliseconds, ageMilliseconds: age * Self.hour)
                #expect(!clock.disagrees(with: WallTime(milliseconds: greeted + age * Self.hour)))
            }
        }
    }

    @Test("a clock that is a whole day off disagrees, but for the minutes around midnight")
    func dayOff() {
        let clock = PeerClock(day: Self.day, ageMilliseconds: 5 * Self.hour)
        for hour in 1..<23 as Range<UInt64> {
            let right = Self.day * Self.dayMilliseconds + (hour + 5) * Self.hour
            #expect(clock.disagrees(with: WallTime(milliseconds: right + Self.dayMilliseconds)))
            #expect(clock.disagrees(with: WallTime(milliseconds: right - Self.dayMilliseconds)))
        }
    }

    @Test("days that no clock can name disagree instead of trapping", arguments: [UInt64.max, UInt64.max / 86_400_000])
    func absurd(day: UInt64) {
        #expect(PeerClock(day: day, ageMilliseconds: .max).disagrees(with: WallTime(milliseconds: 1)))
        #expect(PeerClock(day: Self.day, ageMilliseconds: .max).disagrees(with: WallTime(milliseconds: .max)))
    }

    @Test(
        "one peer of several is outvoted, two are not, and the only one is enough",
        arguments: [
            Vote(wrong: 0, right: 0, isDisputed: false), Vote(wrong: 0, right: 1, isDisputed: false),
            Vote(wrong: 1, right: 0, isDisputed: true), Vote(wrong: 1, right: 1, isDisputed: false),
            Vote(wrong: 1, right: 5, isDisputed: false), Vote(wrong: 2, right: 0, isDisputed: true),
            Vote(wrong: 2, right: 5, isDisputed: true),
        ]
    )
    func votes(vote: Vote) {
        let clocks =
            [PeerClock](repeating: PeerClock(day: Self.day + 9, ageMilliseconds: 0), count: vote.wrong)
            + [PeerClock](repeating: PeerClock(day: Self.day, ageMilliseconds: 0), count: vote.right)
        let noon = WallTime(milliseconds: Self.day * Self.dayMilliseconds + 12 * Self.hour)
        #expect(ClockAgreement(clocks, ours: noon).isDisputed == vote.isDisputed)
    }
}
