// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Clock times in digits and words, in English, French and Spanish.
struct TimeDetector: Sendable {
    let moments: [ReferralMoment]

    private static let hourSigns = WordSet("h hr hrs hours heures heure uhr")
    private static let halves = WordSet("am pm a p noon midnight")
    private static let past = WordSet("to past after before")
    static let parts = WordSet(
        "half quarter five ten twenty twentyfive cinq dix vingt quart demie moins media cuarto menos diez veinte cinco"
    )
    private static let clocks = WordSet("oclock clock heures heure horas hora")

    private static let minutes = WordTable([(FoldedText("half").hash, 30), (FoldedText("quarter").hash, 15)])
    private static let before = WordSet("to before")
    private static let articles = WordSet("las la")
    private static let short = FoldedText("o").hash
    private static let hours = FoldedText("horas").hash
    private static let article = FoldedText("las").hash
    private static let less = FoldedText("menos").hash

    func findings(in tokens: TokenList, level: GuardLevel) -> [DraftFinding] {
        var found: [DraftFinding] = []
        var index = 0
        while index < tokens.count {
            guard tokens[index].hasDigit || !tokens[index].traits.isDisjoint(with: [.number, .timePart]) else {
                index += 1
                continue
            }
            guard let (hour, minute, last) = Self.digits(tokens, index) ?? Self.words(tokens, index) else {
                index += 1
                continue
            }
            let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
            let isReferral = self.moments.contains { moment in
                moment.hour.map { ($0 == hour || $0 == hour + 12) && (minute == nil || moment.minute == minute) }
                    ?? false
            }
            found.append(DraftFinding(range, GuardRule.time, level > .customs || isReferral ? .remove : .flag))
            index = last + 1
        }
        return found
    }

    /// "03:41", "3.41 pm", "18h30", "6 h 18", "0341 hrs", "3 pm".
    private static func digits(_ tokens: TokenList, _ index: Int) -> (Int, Int?, Int)? {
        if let compact = Self.compact(tokens, index) { return compact }
        guard let hour = tokens.number(index), tokens[index].length <= 4 else { return nil }
        if index > 0, tokens.touches(index - 1, index), tokens.isSign(index - 1, ":.,-/+") { return nil }
        if (0...24).contains(hour), tokens.isSign(index + 1, ":"), tokens.touches(index, index + 1),
            tokens.touches(index + 1, index + 2),
            let minute = tokens.number(index + 2), minute < 60, tokens[index + 2].length == 2
        {
            var last = index + 2
            if tokens.isSign(last + 1, ":"), tokens.touches(last, last + 1), let second = tokens.number(last + 2),
                second < 60
            {
                last += 2
            }
            return (hour, minute, Self.half(tokens, last))
        }
        guard index + 1 < tokens.count else { return nil }
        if (0...24).contains(hour), Self.hourSigns.contains(tokens[index + 1].hash), tokens[index + 1].length == 1 {
            if let minute = tokens.number(index + 2), minute < 60, tokens[index + 2].length == 2 {
                return (hour, minute, index + 2)
            }
            return (hour, nil, index + 1)
        }
        if tokens[index].length == 4, hour < 2400, hour % 100 < 60, Self.hourSigns.contains(tokens[index + 1].hash) {
            return (hour / 100, hour % 100, index + 1)
        }
        if (1...12).contains(hour) {
            let last = Self.half(tokens, index)
            if last > index { return (hour, nil, last) }
        }
        return nil
    }

    /// "18h30" as one word, "3pm".
    private static func compact(_ tokens: TokenList, _ index: Int) -> (Int, Int?, Int)? {
        guard tokens[index].kind == .word, tokens[index].hasDigit, tokens[index].length <= 6 else { return nil }
        let bytes = Array(tokens.letters(index))
        let hourDigits = bytes.prefix { (0x30...0x39).contains($0) }
        let rest = bytes.dropFirst(hourDigits.count)
        guard (1...2).contains(hourDigits.count) else { return nil }
        let hour = hourDigits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        guard hour <= 24 else { return nil }
        if rest.first == 0x68 {
            let minuteDigits = rest.dropFirst()
            guard minuteDigits.count == 2 || minuteDigits.isEmpty,
                minuteDigits.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            return (hour, minuteDigits.isEmpty ? nil : minuteDigits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, index)
        }
        return [Array("am".utf8), Array("pm".utf8), Array("hrs".utf8)].contains(Array(rest)) ? (hour, nil, index) : nil
    }

    /// The index of "am", "p.m." after a token, or the token itself.
    private static func half(_ tokens: TokenList, _ index: Int) -> Int {
        guard index + 1 < tokens.count, tokens[index + 1].kind == .word else { return index }
        let word = Array(tokens.letters(index + 1))
        if word == Array("am".utf8) || word == Array("pm".utf8) { return index + 1 }
        let letters: [UInt8] = [0x61, 0x70]
        if word.count == 1, letters.contains(word[0]), tokens.isSign(index + 2, "."), index + 3 < tokens.count,
            Array(tokens.letters(index + 3)) == [0x6D]
        {
            return tokens.isSign(index + 4, ".") ? index + 4 : index + 3
        }
        return index
    }

    /// "ten to eight", "half past six", "seven o'clock", "six heures et quart", "las dos y media".
    private static func words(_ tokens: TokenList, _ index: Int) -> (Int, Int?, Int)? {
        guard tokens[index].kind == .word, index + 2 < tokens.count else { return nil }
        if Self.parts.contains(tokens[index].hash), Self.past.contains(tokens[index + 1].hash),
            let hour = NumberWords.values[tokens[index + 2].hash] ?? tokens.number(index + 2), (1...12).contains(hour)
        {
            let offset = Self.minutes[tokens[index].hash] ?? NumberWords.values[tokens[index].hash] ?? 0
            let isTo =
                Self.before.contains(tokens[index + 1].hash)
            return (isTo ? hour - 1 : hour, isTo ? 60 - offset : offset, index + 2)
        }
        guard let hour = NumberWords.values[tokens[index].hash], (1...24).contains(hour) else { return nil }
        var next = index + 1
        if tokens[next].hash == Self.short, tokens.isSign(next + 1, "'\u{2019}"), next + 2 < tokens.count {
            return (hour, 0, next + 2)
        }
        if Self.clocks.contains(tokens[next].hash) {
            var last = next
            next += 1
            while next < tokens.count, next - last <= 2,
                NumberWords.links.contains(tokens[next].hash) || Self.parts.contains(tokens[next].hash)
            {
                last = next
                next += 1
            }
            let isSpan =
                index > 0 && tokens[last].hash == Self.hours
                && tokens[index - 1].hash != Self.article
            return isSpan ? nil : (hour, nil, last)
        }
        let isArticle = index > 0 && Self.articles.contains(tokens[index - 1].hash)
        guard isArticle, NumberWords.links.contains(tokens[next].hash) || tokens[next].hash == Self.less,
            next + 1 < tokens.count, Self.parts.contains(tokens[next + 1].hash)
        else { return nil }
        return (hour, nil, next + 1)
    }
}
