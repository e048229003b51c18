// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Numbers dictated in words, in English, French and Spanish: "nine one two, triple five", "ochenta y cuatro".
///
/// A run of number words becomes a run of digits; other text is left out, so that only numbers are searched.
enum NumberWordsDecoder: LayerDecoder {
    static let name = "number-words"

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let runs = Self.runs(in: layer.tokens)
        guard !runs.isEmpty else { return [] }
        var builder = TextLayerBuilder(source: layer)
        for run in runs where run.digits.count >= 4 {
            for part in run.digits {
                builder.put(Unicode.Scalar(UInt8(0x30 + part.digit)), for: part.range)
            }
            builder.put("|", for: run.range.upperBound - 1..<run.range.upperBound)
        }
        return builder.changed ? [builder.layer(Self.name)] : []
    }

    struct Run {
        var range: Range<Int>
        var digits: [(digit: Int, range: Range<Int>)] = []
        var words = 0
    }

    /// Runs of at least two number words, with the digits that they spell.
    static func runs(in tokens: TokenList) -> [Run] {
        var runs: [Run] = []
        guard tokens.numericCount >= 2 else { return runs }
        var index = 0
        while index < tokens.count {
            guard Self.mayMean(tokens[index]) else {
                index += 1
                continue
            }
            guard let run = Self.run(in: tokens, from: index) else {
                index += 1
                continue
            }
            index = run.next
            if run.run.words >= 2 { runs.append(run.run) }
        }
        return runs
    }

    private static func run(in tokens: TokenList, from start: Int) -> (run: Run, next: Int)? {
        guard Self.mayMean(tokens[start]), Self.meaning(of: tokens[start]) != nil else { return nil }
        // A number by itself, the usual case, needs no closer look.
        var following = start + 1
        while following < tokens.count, tokens[following].kind == .sign, following < start + 3 { following += 1 }
        guard following < tokens.count, Self.mayMean(tokens[following]) else { return nil }
        var run = Run(range: tokens[start].range)
        var number = DictatedNumber()
        var repetition = 1
        var index = start
        var end = start
        func flush(_ number: inout DictatedNumber, _ run: inout Run, _ repetition: inout Int) {
            guard let span = number.span else { return }
            for _ in 0..<max(1, repetition) {
                run.digits += number.digits.map { ($0, span) }
            }
            number = DictatedNumber()
            repetition = 1
        }
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .sign {
                guard tokens.isSign(index, ",-.'\u{2019}/") else { break }
                if tokens.isSign(index, ",./") { flush(&number, &run, &repetition) }
                index += 1
                continue
            }
            guard let meaning = Self.meaning(of: token) else { break }
            switch meaning {
            case .link:
                if number.span == nil { flush(&number, &run, &repetition) }
            case .times(let count):
                flush(&number, &run, &repetition)
                repetition = count
            case .value(let value):
                if !number.take(value, at: token.range) {
                    flush(&number, &run, &repetition)
                    _ = number.take(value, at: token.range)
                }
            case .written:
                flush(&number, &run, &repetition)
                for place in token.range {
                    // Digits of any script: their reading is ASCII.
                    guard case .letters(var packed) = ScalarFolding.lookAlike.reading(of: tokens.scalars[place]) else {
                        continue
                    }
                    while (0x30...0x39).contains(packed & 0xFF) {
                        run.digits.append((Int(packed & 0xFF) - 0x30, place..<(place + 1)))
                        packed >>= 8
                    }
                }
            }
            if case .link = meaning {
            } else {
                run.words += 1
                end = index
                run.range = run.range.lowerBound..<token.range.upperBound
            }
            index += 1
        }
        flush(&number, &run, &repetition)
        return (run, max(end, start) + 1)
    }

    private enum Meaning {
        case value(Int)
        case times(Int)
        /// "and", "y", "et": joins tens and units.
        case link
        case written
    }

    private static func mayMean(_ token: TextToken) -> Bool {
        token.kind == .number || token.traits.contains(.number)
    }

    private static func meaning(of token: TextToken) -> Meaning? {
        if token.kind == .number { return token.length <= 4 ? .written : nil }
        if let value = NumberWords.values[token.hash] { return .value(value) }
        if let times = NumberWords.times[token.hash] { return .times(times) }
        return NumberWords.links.contains(token.hash) ? .link : nil
    }
}
