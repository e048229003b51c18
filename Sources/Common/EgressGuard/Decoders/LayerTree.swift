// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The original and everything that the decoders make of it, within limits.
struct LayerTree: Sendable {
    private(set) var layers: [TextLayer]
    /// Decoding would have gone on: the text is to be refused as a whole.
    private(set) var exceeded = false

    private static let decoders: [any LayerDecoder.Type] = [
        PercentDecoder.self, EntityDecoder.self, BackslashDecoder.self, QuotedPrintableDecoder.self, HexDecoder.self,
        Base64Decoder.self, NumberWordsDecoder.self, SpellingDecoder.self, MorseDecoder.self,
        CharacterCodeDecoder.self,
    ]
    /// Small texts may grow more than their multiple.
    private static let allowance = 1 << 16
    private static let layerLimit = 20_000

    init(_ original: TextLayer, options: GuardOptions) {
        self.layers = [original]
        var budget = original.count * options.expansionLimit + Self.allowance
        var head = 0
        while head < self.layers.count {
            let layer = self.layers[head]
            head += 1
            guard layer.depth < options.depthLimit else { continue }
            for decoder in Self.decoders {
                if let signs = decoder.signs, !layer.tokens.signs.containsAny(signs) { continue }
                for decoded in decoder.layers(of: layer) {
                    budget -= decoded.count + 16
                    guard budget >= 0, self.layers.count < Self.layerLimit else {
                        self.exceeded = true
                        return
                    }
                    self.layers.append(decoded)
                }
            }
        }
    }
}
