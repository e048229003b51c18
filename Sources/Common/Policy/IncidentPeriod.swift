// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A month, a quarter, a half-year or a year of the calendar.
package enum IncidentPeriod: Hashable, Sendable {
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    case halfYear(year: Int, half: Int)
    case year(Int)

    /// The period that holds a month, at the grain of a form.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - month: 1 to 12.
    ///   - grain: `month`, `quarter`, `halfYear` or `year`; others give `nil`.
    package init?(year: Int, month: Int, grain: Generalisation) {
        switch grain {
        case .month: self = .month(year: year, month: month)
        case .quarter: self = .quarter(year: year, quarter: (month + 2) / 3)
        case .halfYear: self = .halfYear(year: year, half: (month + 5) / 6)
        case .year: self = .year(year)
        default: return nil
        }
    }

    /// Months of the period, counted from January of year 0.
    package var monthIndices: [Int] {
        switch self {
        case .month(let year, let month): [year * 12 + month - 1]
        case .quarter(let year, let quarter): Array(year * 12 + quarter * 3 - 3..<year * 12 + quarter * 3)
        case .halfYear(let year, let half): Array(year * 12 + half * 6 - 6..<year * 12 + half * 6)
        case .year(let year): Array(year * 12..<year * 12 + 12)
        }
    }

    /// `YYYY-MM`, `YYYY-Qn`, `YYYY-Hn` or `YYYY`.
    package var text: String {
        switch self {
        case .month(let year, let month): "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))"
        case .quarter(let year, let quarter): "\(Self.padded(year, to: 4))-Q\(quarter)"
        case .halfYear(let year, let half): "\(Self.padded(year, to: 4))-H\(half)"
        case .year(let year): Self.padded(year, to: 4)
        }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
