// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Counts days of the Gregorian calendar from 1970-01-01.
enum CivilDay {
    /// Days after 1970-01-01; `nil` for a day that does not exist.
    ///
    /// The algorithm is Howard Hinnant's `days_from_civil`.
    static func number(year: Int, month: Int, day: Int) -> Int? {
        guard (1970...9999).contains(year), (1...12).contains(month), (1...length(of: month, in: year)).contains(day)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
