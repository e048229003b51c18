// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The day and minute at which a referral arrived, for comparison with dates and times in a text.
struct ReferralMoment: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int?
    let minute: Int?

    /// - Parameter text: RFC 3339 date or date and time; anything else gives nil.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = number(11..<13)
        self.minute = number(14..<16)
    }
}
