// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A month of the proleptic Gregorian calendar, UTC: the finest time in a bulletin's signed part.
package struct CalendarMonth: Hashable, Comparable, Sendable {
    /// Year, 1970 to 9999.
    package let year: Int
    /// Month, 1 to 12.
    package let month: Int

    /// Reads `YYYY-MM`; nil for anything else.
    package init?(text: String) {
        let octets = Array(text.utf8)
        guard octets.count == 7, octets[4] == UInt8(ascii: "-") else { return nil }
        let digits = (octets[0..<4] + octets[5..<7]).map { Int($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        year = digits[0] * 1_000 + digits[1] * 100 + digits[2] * 10 + digits[3]
        month = digits[4] * 10 + digits[5]
        guard year >= 1970, (1...12).contains(month) else { return nil }
    }

    /// The month in which a day lies.
    ///
    /// - Parameter day: days since 1970-01-01, not negative.
    package init(containing day: Int) {
        precondition(day >= 0, "day \(day) is before 1970")
        // Days to civil date after Howard Hinnant, "chrono-compatible low-level date algorithms": years start in March,
        // so that the leap day is the last one, and eras have 400 years of 146,097 days.
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    private init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// The first day of this month, in days since 1970-01-01.
    package var firstDay: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear % 400
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The month after this one.
    package var next: CalendarMonth {
        month == 12 ? CalendarMonth(year: year + 1, month: 1) : CalendarMonth(year: year, month: month + 1)
    }

    /// The month as `YYYY-MM`.
    package var text: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + (month < 10 ? "-0" : "-")
            + String(month)
    }

    package static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
