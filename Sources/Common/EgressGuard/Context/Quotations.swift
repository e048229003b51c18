// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words in quotation marks: somebody's own words point to who said them.
enum Quotations {
    private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
        ("\"", "\""), ("\u{201C}", "\u{201D}"), ("\u{AB}", "\u{BB}"), ("\u{201E}", "\u{201C}"),
        ("\u{2018}", "\u{2019}"),
    ]
    /// Longer than this between two marks is no quotation but a missing mark.
    private static let longest = 600
    private static let personal = WordSet(
        """
        i me my mine we us our ours you your myself je j moi mon ma mes m nous notre nos toi tu ton ta tes vous votre
        yo mi mis
        me conmigo nuestro nuestra nuestros nosotros tu te ti hello hi dear thanks salut bonjour merci bravo hola
        gracias
        llevo soy estoy tengo vivo duermo trabajo hago fui dije hice vi puedo debo suis myself shoutout kudos cheers
        sir madam aqui
        """
    )

    static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "\"" || scalars[index].value >= 0xAB,
                let pair = Self.pairs.first(where: { $0.open == scalars[index] }),
                pair.open != "\u{2018}" || index == 0 || !Signs.isWordSign(scalars[index - 1])
            else {
                index += 1
                continue
            }
            let limit = min(scalars.count, index + Self.longest)
            guard let close = scalars[(index + 1)..<max(index + 1, limit)].firstIndex(of: pair.close), close > index + 1
            else {
                index += 1
                continue
            }
            var range = (index + 1)..<close
            while range.count > 0, Signs.isSpace(scalars[range.lowerBound]) {
                range = (range.lowerBound + 1)..<range.upperBound
            }
            while range.count > 0, Signs.isSpace(scalars[range.upperBound - 1]) {
                range = range.lowerBound..<(range.upperBound - 1)
            }
            if !range.isEmpty { found.append(range) }
            index = close + 1
        }
        return found
    }

    /// In order and without overlaps.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// What is quoted, judged by who may have said it; `known` are the places where the vault's keys stand.
    static func findings(in tokens: TokenList, level: GuardLevel, known: [Range<Int>]) -> [DraftFinding] {
        var found: [DraftFinding] = []
        let mayQuote = tokens.tokens.contains { $0.kind == .sign && ($0.hash == 0x22 || $0.hash >= 0xAB) }
        guard mayQuote else { return [] }
        let known = Self.joined(known)
        var position = 0
        for range in Self.ranges(in: tokens.scalars) {
            let inside = tokens.firstIndex(atOrAfter: range.lowerBound)..<tokens.firstIndex(atOrAfter: range.upperBound)
            let words = inside.count { tokens[$0].kind != .sign }
            while position < known.count, known[position].upperBound <= range.lowerBound { position += 1 }
            let isKnown = position < known.count && known[position].lowerBound < range.upperBound
            let isPersonal = inside.contains { index in
                let hash = tokens[index].hash
                return tokens[index].kind == .word
                    && (Self.personal.contains(hash) || PhraseLists.named["#kin"]?.contains(hash) == true
                        || PhraseLists.named["#informal"]?.contains(hash) == true
                        || PhraseLists.named["#origin"]?.contains(hash) == true)
            }
            if isKnown {
                found.append(DraftFinding(range, GuardRule.ownWords, words <= 8 ? .remove : .flag))
            } else if isPersonal {
                found.append(DraftFinding(range, GuardRule.ownWords, words <= 5 && level > .customs ? .remove : .flag))
            } else if level > .customs || (3...6).contains(words) {
                found.append(DraftFinding(range, GuardRule.quotation, .flag))
            }
        }
        return found
    }
}
