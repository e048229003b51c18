// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Testing

@Suite("calendar day")
struct CalendarDayTests {
    @Test(
        "refuses days that do not exist and other forms",
        arguments: [
            "2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00", "0000-01-01",
            "2024-1-1",
            "2024/01/01", "2024-01-01T00:00:00Z", " 2024-01-01", "+024-01-01", "２０２４-01-01", "",
        ]
    )
    func refuses(text: String) {
        #expect(CalendarDay(text: text) == nil)
    }

    @Test("reads and writes leap days and gives month, quarter and year")
    func reads() throws {
        let day = try #require(CalendarDay(text: "2024-02-29"))
        #expect(
            [day.text, day.monthText, day.quarterText, day.yearText] == ["2024-02-29", "2024-02", "2024-Q1", "2024"]
        )
        #expect(CalendarDay(text: "2000-02-29") != nil)
        let quarters = (1...12).compactMap { CalendarDay(year: 2024, month: $0, day: 1)?.quarterText.last }
        #expect(String(quarters) == "111222333444")
    }

    @Test("counts days to and from 1970 without a gap over 800 years")
    func counts() throws {
        #expect(CalendarDay(text: "1970-01-01")?.daysSinceEpoch == 0)
        #expect(CalendarDay(text: "2000-03-01")?.daysSinceEpoch == 11_017)
        #expect(CalendarDay(text: "0001-01-01")?.daysSinceEpoch == -719_162)
        #expect(CalendarDay(text: "9999-12-31")?.daysSinceEpoch == 2_932_896)
        var previous = try #require(CalendarDay(text: "1599-12-31"))
        for number in previous.daysSinceEpoch + 1..<previous.daysSinceEpoch + 292_200 {
            let day = try #require(CalendarDay(daysSinceEpoch: number))
            try #require(day.daysSinceEpoch == number && day > previous)
            previous = day
        }
        #expect(previous.year == 2399 || previous.year == 2400)
        #expect(CalendarDay(text: "9999-12-31")?.adding(days: 1) == nil)
    }
}
