// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Runs of base64, hexadecimal or Morse that hold plain text: nobody writes so to be read.
enum EncodedTextDetector {
    private static let shortest = 6
    private static let decoders = [
        Base64Decoder.name, HexDecoder.name, MorseDecoder.name, CharacterCodeDecoder.name,
    ]

    static func findings(in tree: LayerTree) -> [DraftFinding] {
        tree.layers.compactMap { layer in
            guard layer.depth == 1, Self.decoders.contains(layer.trail[0]),
                layer.count >= Self.shortest
            else { return nil }
            let place = layer.original(0..<layer.count)
            let isText = layer.scalars.allSatisfy { (0x20...0x7E).contains($0.value) || Signs.isSpace($0) }
            let letters = layer.scalars.count { Signs.isLetter($0) || $0 == " " || $0 == "|" }
            guard isText, letters * 10 >= layer.count * 8 else { return nil }
            return DraftFinding(place, GuardRule.encoded, .flag)
        }
    }
}
