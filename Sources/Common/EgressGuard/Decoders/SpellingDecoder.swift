// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Words of spelling alphabets (ICAO, older telephone ones in English, French and Spanish) read by their letters.
enum SpellingDecoder: LayerDecoder {
    static let name = "spelling-alphabet"
    private static let shortest = 4

    private static let words = """
        alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett juliette kilo lima mike november
        oscar
        papa quebec romeo sierra tango uniform victor whiskey whisky x-ray xray yankee zulu
        able baker dog easy fox george how item jig king love nan oboe peter queen roger sugar tare uncle william yoke
        zebra
        anatole berthe celestin desire eugene francois gaston henri irma joseph kleber louis marcel nicolas pierre
        quintal
        raoul suzanne therese ursule victor wagon xavier yvonne zoe
        antonio burgos carmen dolores enrique francia gerona historia ines jose lorenzo madrid navarra oviedo paris
        querido
        ramon sabado tarragona ulises valencia washington xilofono yegua zaragoza barcelona carlos domingo espana francisco gomez
        """

    private static let ray = WordHash.of("ray".utf8)
    static let letters = WordTable(
        FoldedText.words(of: Self.words).map { FoldedText($0) }.map { ($0.hash, Int32($0.bytes[0])) }
    )

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let tokens = layer.tokens
        guard tokens.spellingCount >= 2 else { return [] }
        var builder = TextLayerBuilder(source: layer)
        var run: [(letter: Unicode.Scalar, range: Range<Int>)] = []
        var spelled = 0
        func finish() {
            if spelled >= 2, run.count >= Self.shortest {
                for part in run { builder.put(part.letter, for: part.range) }
                if let last = run.last { builder.put("|", for: last.range.upperBound - 1..<last.range.upperBound) }
            }
            run = []
            spelled = 0
        }
        for index in 0..<tokens.count {
            let token = tokens[index]
            if token.kind == .sign {
                if !tokens.isSign(index, ",-./") { finish() }
                continue
            }
            if let letter = Self.letters[token.hash] {
                run.append((Unicode.Scalar(UInt8(letter)), token.range))
                spelled += 1
            } else if token.hash == Self.ray, tokens.isSign(index - 1, "-"),
                run.last?.letter == "x" || run.last?.letter == "X"
            {
                spelled += 1
            } else if token.kind == .number || token.length == 1 {
                for place in token.range { run.append((layer.scalars[place], place..<(place + 1))) }
            } else if let value = NumberWords.values[token.hash], value < 10 {
                run.append((Unicode.Scalar(UInt8(0x30 + value)), token.range))
            } else {
                finish()
            }
        }
        finish()
        return builder.changed ? [builder.layer(Self.name)] : []
    }
}
