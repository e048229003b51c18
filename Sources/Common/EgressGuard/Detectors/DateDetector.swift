// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Exact days in digits and words; a month and a year alone are no exact date.
struct DateDetector: Sendable {
    let moments: [ReferralMoment]

    struct Day {
        var day: Int
        var month: Int
        var year: Int?
    }

    func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].hasDigit || tokens[index].traits.contains(.calendar) else {
                index += 1
                continue
            }
            guard
                let (day, lastOfDay) = Self.named(tokens, index) ?? Self.numeric(tokens, index)
                    ?? Self.joined(tokens, index)
            else {
                index += 1
                continue
            }
            var last = lastOfDay
            // "12AUG 1240": four digits after a day in a log are the time.
            if let time = tokens.number(last + 1), tokens[last + 1].length == 4, tokens[index].hasDigit, time < 1900,
                time % 100 < 60,
                !tokens[last + 1].newlineBefore
            {
                last += 1
            }
            let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
            found.append(DraftFinding(range, GuardRule.date, self.action(day, level)))
            index = last + 1
        }
        return found
    }

    private func action(_ day: Day, _ level: GuardLevel) -> GuardAction {
        let isReferral = self.moments.contains {
            $0.day == day.day && $0.month == day.month
                && (day.year == nil || day.year == $0.year || day.year == $0.year % 100)
        }
        return level > .customs || isReferral ? .remove : .flag
    }

    /// "26 February 2024", "February 26th", "26 de febrero de 2024", "1er mars", "the fourteenth of March".
    private static func named(_ tokens: TokenList, _ index: Int) -> (Day, Int)? {
        if let day = Self.dayNumber(tokens, index) {
            var next = index + 1
            while next < tokens.count, next - index <= 2, Self.isOf(tokens, next) || tokens.isSign(next, ".-/") {
                next += 1
            }
            guard next < tokens.count, let month = Months.numbers[tokens[next].hash], !tokens[next].hasDigit else {
                return nil
            }
            let (year, last) = Self.year(tokens, after: next)
            return (Day(day: day, month: month, year: year), last)
        }
        guard let month = Months.numbers[tokens[index].hash], tokens[index].length >= 3, tokens[index].isCapitalised
        else { return nil }
        var next = index + 1
        if tokens.isSign(next, ".") || next < tokens.count && tokens[next].hash == Self.the { next += 1 }
        guard next < tokens.count, let day = Self.dayNumber(tokens, next), tokens[next].length <= 4 else { return nil }
        let (year, last) = Self.year(tokens, after: next)
        return (Day(day: day, month: month, year: year), last)
    }

    private static let the = FoldedText("the").hash
    private static let endings = ["st", "nd", "rd", "th", "er", "o"].map { Array($0.utf8) }
    private static let links = WordSet("of de du del the")

    private static func isOf(_ tokens: TokenList, _ index: Int) -> Bool { Self.links.contains(tokens[index].hash) }

    /// 1-31, "26th", "1er", or an ordinal word.
    private static func dayNumber(_ tokens: TokenList, _ index: Int) -> Int? {
        guard index < tokens.count, tokens[index].kind != .sign else { return nil }
        if let number = tokens.number(index) {
            return (1...31).contains(number) && tokens[index].length <= 2 ? number : nil
        }
        if let day = Months.days[tokens[index].hash] { return day }
        guard tokens[index].hasDigit, tokens[index].length <= 4 else { return nil }
        let folded = tokens.letters(index)
        let digits = folded.prefix { (0x30...0x39).contains($0) }
        let ending = Array(folded.dropFirst(digits.count))
        guard Self.endings.contains(ending), (1...2).contains(digits.count) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (1...31).contains(value) ? value : nil
    }

    private static func year(_ tokens: TokenList, after index: Int) -> (Int?, Int) {
        var next = index + 1
        while next < tokens.count, next - index <= 2, tokens.isSign(next, ",-/") || Self.isOf(tokens, next) {
            next += 1
        }
        if let year = tokens.number(next), (1900...2099).contains(year), tokens[next].length == 4 {
            return (year, next)
        }
        return (nil, index)
    }

    /// "26/02/2024", "2024-02-26", "26.2.24".
    private static func numeric(_ tokens: TokenList, _ index: Int) -> (Day, Int)? {
        guard let first = tokens.number(index), index + 4 < tokens.count, tokens.isSign(index + 1, "/-."),
            tokens.isSign(index + 3, "/-."),
            tokens[index + 1].hash == tokens[index + 3].hash, tokens.touches(index, index + 1),
            tokens.touches(index + 2, index + 3),
            tokens.touches(index + 3, index + 4), let second = tokens.number(index + 2),
            let third = Self.leadingNumber(tokens, index + 4)
        else { return nil }
        if index > 0, tokens.touches(index - 1, index), tokens.isSign(index - 1, "/-.+") { return nil }
        if tokens[index].length == 4, (1900...2099).contains(first), (1...12).contains(second), (1...31).contains(third)
        {
            return (Day(day: third, month: second, year: first), index + 4)
        }
        let hasYear = tokens[index + 4].length == 4 ? (1900...2099).contains(third) : tokens[index + 4].length == 2
        guard hasYear, (1...31).contains(first), (1...31).contains(second), first <= 12 || second <= 12 else {
            return nil
        }
        return (
            second <= 12 ? Day(day: first, month: second, year: third) : Day(day: second, month: first, year: third),
            index + 4
        )
    }

    /// A number, or the one that an RFC 3339 time begins with ("26T07").
    private static func leadingNumber(_ tokens: TokenList, _ index: Int) -> Int? {
        if let number = tokens.number(index) { return number }
        let digits = tokens.letters(index).prefix { (0x30...0x39).contains($0) }
        return (1...4).contains(digits.count) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }

    /// "26feb", "26Feb2024", "12AUG", "20240226".
    private static func joined(_ tokens: TokenList, _ index: Int) -> (Day, Int)? {
        guard tokens[index].kind != .sign, tokens[index].hasDigit || tokens[index].kind == .number,
            tokens[index].length <= 12
        else { return nil }
        let bytes = tokens.letters(index)
        let digits = Array(bytes.prefix { (0x30...0x39).contains($0) })
        func value(_ part: ArraySlice<UInt8>) -> Int { part.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        if tokens[index].kind == .number, digits.count == 8 {
            let year = value(digits[0..<4])
            let month = value(digits[4..<6])
            let day = value(digits[6..<8])
            guard (1990...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
            return (Day(day: day, month: month, year: year), index)
        }
        guard (1...2).contains(digits.count), (1...31).contains(value(digits[...])) else { return nil }
        let letters = bytes.dropFirst(digits.count).prefix { $0 >= 0x61 }
        guard let month = Months.numbers[WordHash.of(letters)], letters.count >= 3 else { return nil }
        return (Day(day: value(digits[...]), month: month, year: nil), index)
    }
}
