// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A text cut into words, numbers and signs, with its canonical view: read once, for all detectors and searches.
struct TokenList: Sendable {
    let scalars: [Unicode.Scalar]
    let tokens: [TextToken]
    let view: CanonicalView
    let signs: SignPresence
    /// How many numbers and words for numbers there are.
    let numericCount: Int
    /// How many words of spelling alphabets there are.
    let spellingCount: Int

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var tokens: [TextToken] = []
        var signs = SignPresence()
        var counts = (numeric: 0, spelling: 0)
        var places: [Int32] = []
        var gaps: [ViewGap] = []
        let room = CanonicalView.room(for: scalars)
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { bytes, count in
            places = [Int32](unsafeUninitializedCapacity: room) { places, placeCount in
                gaps = [ViewGap](unsafeUninitializedCapacity: room + 1) { gaps, gapCount in
                    guard let byteRoom = bytes.baseAddress, let placeRoom = places.baseAddress,
                        let gapRoom = gaps.baseAddress
                    else { return }
                    scalars.withUnsafeBufferPointer { scalars in
                        var reader = TextReader(scalars, bytes: byteRoom, places: placeRoom, gaps: gapRoom)
                        reader.read()
                        tokens = reader.tokens
                        signs = reader.signs
                        counts = (reader.numericCount, reader.spellingCount)
                        count = reader.count
                    }
                    placeCount = count
                    gapCount = count + 1
                }
            }
        }
        self.tokens = tokens
        self.signs = signs
        (self.numericCount, self.spellingCount) = counts
        self.view = CanonicalView(bytes: bytes, places: places, gaps: gaps)
    }

    var count: Int { self.tokens.count }
    subscript(index: Int) -> TextToken { self.tokens[index] }

    func isSign(_ index: Int, _ signs: StaticString) -> Bool {
        guard index >= 0, index < self.tokens.count, self.tokens[index].kind == .sign else { return false }
        return Signs.contains(signs, self.scalars[Int(self.tokens[index].start)])
    }

    /// The first token at or after a code point.
    func firstIndex(atOrAfter place: Int) -> Int {
        var low = 0
        var high = self.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(self.tokens[middle].start) < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
