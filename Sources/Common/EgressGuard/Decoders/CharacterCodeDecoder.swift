// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Characters given as numbers: decimal codes ("72 101 121") and binary ones ("01001000 01100101").
enum CharacterCodeDecoder: LayerDecoder {
    static let name = "character-codes"
    private static let shortest = 4

    static func layers(of layer: TextLayer) -> [TextLayer] {
        let tokens = layer.tokens
        guard tokens.numericCount >= Self.shortest, Self.hasRow(tokens) else { return [] }
        var builder = TextLayerBuilder(source: layer)
        for read in [Self.decimal, Self.binary] {
            var run: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
            for index in 0..<tokens.count {
                if tokens[index].kind == .number, let scalar = read(tokens, index) {
                    run.append((scalar, tokens[index].range))
                } else if !tokens.isSign(index, ",;-./|") {
                    Self.finish(&run, &builder)
                }
            }
            Self.finish(&run, &builder)
        }
        return builder.changed ? [builder.layer(Self.name)] : []
    }

    /// Whether enough numbers stand side by side.
    private static func hasRow(_ tokens: TokenList) -> Bool {
        var count = 0
        for token in tokens.tokens {
            if token.kind == .number {
                count += 1
                if count >= Self.shortest { return true }
            } else if token.kind == .word {
                count = 0
            }
        }
        return false
    }

    /// Takes a run over when nearly all of it are letters: rows of figures are none.
    private static func finish(
        _ run: inout [(scalar: Unicode.Scalar, range: Range<Int>)],
        _ builder: inout TextLayerBuilder
    ) {
        let letters = run.count { Signs.isWordSign($0.scalar) || $0.scalar == " " }
        if let last = run.last, run.count >= Self.shortest, letters * 10 >= run.count * 8 {
            for part in run { builder.put(part.scalar, for: part.range) }
            builder.put("|", for: last.range)
        }
        run = []
    }

    private static func decimal(_ tokens: TokenList, _ index: Int) -> Unicode.Scalar? {
        guard tokens[index].length <= 4, let code = tokens.number(index), (32...0x24F).contains(code) else {
            return nil
        }
        return Unicode.Scalar(UInt32(code))
    }

    private static func binary(_ tokens: TokenList, _ index: Int) -> Unicode.Scalar? {
        let digits = tokens.letters(index)
        guard (7...8).contains(digits.count), digits.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) else { return nil }
        return Unicode.Scalar(digits.reduce(UInt8(0)) { $0 << 1 | ($1 & 1) })
    }
}
