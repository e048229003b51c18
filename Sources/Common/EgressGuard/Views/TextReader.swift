// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads a text once, for its canonical view and for its words, numbers and signs.
///
/// ASCII takes a short way; everything else is looked up in the folding tables.
struct TextReader {
    /// What an ASCII character does; the bits of a word's characters are united.
    private enum ASCII {
        static let lower: UInt8 = 1
        static let upper: UInt8 = 2
        static let digit: UInt8 = 4
        static let word: UInt8 = 7
        static let space: UInt8 = 8
        static let newline: UInt8 = 16
    }

    /// What a word is made of, while it is read.
    private struct Word {
        var hash = WordHash.start
        var kinds: UInt8 = 0
        var traits: TokenTraits
    }

    private static let classes: [UInt8] = (0..<128).map { value in
        switch value {
        case 0x0A: ASCII.newline
        case 0x20, 0x09, 0x0B, 0x0C, 0x0D: ASCII.space
        case 0x30...0x39: ASCII.digit
        case 0x61...0x7A: ASCII.lower
        case 0x41...0x5A: ASCII.upper
        default: 0
        }
    }
    private static let gaps: [ViewGap] = (0..<128).map { CanonicalView.gap(of: Unicode.Scalar(UInt8($0))) }

    private let scalars: UnsafeBufferPointer<Unicode.Scalar>
    private let bytes: UnsafeMutablePointer<UInt8>
    private let places: UnsafeMutablePointer<Int32>
    private let viewGaps: UnsafeMutablePointer<ViewGap>
    private(set) var count = 0
    private(set) var tokens: [TextToken] = []
    private(set) var signs = SignPresence()
    /// Numbers and words for numbers.
    private(set) var numericCount = 0
    /// Words of spelling alphabets.
    private(set) var spellingCount = 0

    private var gap: ViewGap = [.separator]
    private var gapLength = 0
    private var before: TokenTraits = [.spaceBefore]
    private var newlines = 1
    private var startsSentence = true
    private let folding = ScalarFolding.lookAlike
    private let words = TokenTraits.ofWords

    /// - Parameters:
    ///   - scalars: the text.
    ///   - bytes: room for ``CanonicalView/room(for:)`` bytes.
    ///   - places: as much room.
    ///   - gaps: room for one more.
    init(
        _ scalars: UnsafeBufferPointer<Unicode.Scalar>,
        bytes: UnsafeMutablePointer<UInt8>,
        places: UnsafeMutablePointer<Int32>,
        gaps: UnsafeMutablePointer<ViewGap>
    ) {
        self.scalars = scalars
        self.bytes = bytes
        self.places = places
        self.viewGaps = gaps
        self.tokens.reserveCapacity(scalars.count / 4 + 4)
    }

    mutating func read() {
        Self.classes.withUnsafeBufferPointer { classes in
            Self.gaps.withUnsafeBufferPointer { gaps in
                var index = 0
                while index < self.scalars.count {
                    let value = self.scalars[index].value
                    guard value < 0x80 else {
                        index = self.readWide(at: index, classes)
                        continue
                    }
                    let kind = classes[Int(value)]
                    if kind & ASCII.word != 0 {
                        index = self.readWord(at: index, classes)
                        continue
                    }
                    self.widenGap(gaps[Int(value)])
                    if kind == ASCII.space {
                        self.before.insert(.spaceBefore)
                    } else if kind == ASCII.newline {
                        self.noteNewline()
                    } else {
                        self.signs.insert(value)
                        self.appendSign(at: index, viewStart: self.count)
                    }
                    index += 1
                }
            }
        }
        self.viewGaps[self.count] = self.gap.union(.separator)
    }

    private mutating func noteNewline() {
        self.before.insert(.spaceBefore)
        self.newlines += 1
        if self.newlines >= 2 { self.startsSentence = true }
    }

    private mutating func widenGap(_ sign: ViewGap) {
        self.gapLength += 1
        self.gap.formUnion(sign)
        if self.gapLength > 4 { self.gap.insert(.wide) }
    }

    private mutating func put(_ byte: UInt8, _ place: Int) {
        self.bytes[self.count] = byte
        self.places[self.count] = Int32(truncatingIfNeeded: place)
        self.viewGaps[self.count] = self.gap
        self.gap = []
        self.count += 1
    }

    /// A word or number from its first letter or digit on; returns the index behind it.
    private mutating func readWord(at start: Int, _ classes: UnsafeBufferPointer<UInt8>) -> Int {
        let viewStart = self.count
        var index = start
        var word = Word(traits: self.before)
        while index < self.scalars.count {
            if self.scalars[index].value >= 0x80 {
                guard self.putWide(self.scalars[index], at: index, &word) else { break }
                word.traits.insert(.wide)
                index += 1
            } else {
                let next = self.readASCII(from: index, start, classes, &word)
                if next == index { break }
                index = next
            }
        }
        self.gap = []
        self.gapLength = 0
        var traits = word.traits
        if Signs.isUpper(self.scalars[start]) { traits.insert(.capitalised) }
        if word.kinds & ASCII.upper != 0, word.kinds & ASCII.lower == 0 { traits.insert(.upper) }
        if word.kinds & ASCII.digit != 0 { traits.insert(.digit) }
        let isNumber = word.kinds & (ASCII.lower | ASCII.upper) == 0
        if !isNumber, let lists = self.words[word.hash] {
            traits.formUnion(TokenTraits(rawValue: UInt32(truncatingIfNeeded: lists)))
        }
        if isNumber || traits.contains(.number) { self.numericCount += 1 }
        if traits.contains(.spelling) { self.spellingCount += 1 }
        let end = max(index, start + 1)
        self.append(isNumber ? .number : .word, traits, start..<end, viewStart, word.hash)
        return end
    }

    /// The ASCII letters and digits from an index on; returns the index behind them.
    private mutating func readASCII(
        from first: Int,
        _ start: Int,
        _ classes: UnsafeBufferPointer<UInt8>,
        _ word: inout Word
    ) -> Int {
        let scalars = self.scalars
        let (bytes, places, gaps) = (self.bytes, self.places, self.viewGaps)
        var (count, gap, hash, kinds, index) = (self.count, self.gap, word.hash, word.kinds, first)
        while index < scalars.count {
            let value = scalars[index].value
            guard value < 0x80 else { break }
            let kind = classes[Int(value)]
            guard kind & ASCII.word != 0 else { break }
            let byte = UInt8(truncatingIfNeeded: value) | (kind == ASCII.upper ? 0x20 : 0)
            if kind == ASCII.upper, index > start { word.traits.insert(.innerCapital) }
            kinds |= kind
            bytes[count] = byte
            places[count] = Int32(truncatingIfNeeded: index)
            gaps[count] = gap
            gap = []
            hash = WordHash.add(byte, to: hash)
            count &+= 1
            index &+= 1
        }
        self.count = count
        self.gap = gap
        word.hash = hash
        word.kinds = kinds
        return index
    }

    /// A character beyond ASCII inside a word; false when it ends the word.
    private mutating func putWide(_ scalar: Unicode.Scalar, at index: Int, _ word: inout Word) -> Bool {
        switch self.folding.reading(of: scalar) {
        case .separator:
            return false
        case .dropped:
            self.signs.insert(letter: scalar.value)
            return true
        case .letters(var packed):
            let isDigit = (0x30...0x39).contains(packed & 0xFF)
            word.kinds |= isDigit ? ASCII.digit : Signs.isUpper(scalar) ? ASCII.upper : ASCII.lower
            self.gap.insert(.altered)
            repeat {
                let byte = UInt8(truncatingIfNeeded: packed)
                self.put(byte, index)
                word.hash = WordHash.add(byte, to: word.hash)
                packed >>= 8
            } while packed != 0
        case .foreign:
            word.kinds |= Signs.isUpper(scalar) ? ASCII.upper : ASCII.lower
            for byte in String(scalar).lowercased().utf8 {
                self.put(byte, index)
                word.hash = WordHash.add(byte, to: word.hash)
            }
        }
        self.signs.insert(letter: scalar.value)
        return true
    }

    /// A character beyond ASCII outside a word: the start of one, a space or a sign.
    private mutating func readWide(at index: Int, _ classes: UnsafeBufferPointer<UInt8>) -> Int {
        let scalar = self.scalars[index]
        if Signs.isSpace(scalar) {
            self.signs.insert(scalar.value)
            self.widenGap(CanonicalView.gap(of: scalar))
            self.before.insert(.spaceBefore)
            return index + 1
        }
        if Signs.isLetter(scalar) || self.isDigit(scalar) {
            let count = self.count
            let end = self.readWord(at: index, classes)
            // A letter that no view reads, a mark that counts as a letter for example.
            if self.count == count { self.gap.insert(.separator) }
            return end
        }
        let viewStart = self.count
        var word = Word(traits: [])
        if self.putWide(scalar, at: index, &word) {
            if word.kinds != 0 {
                self.gap = []
                self.gapLength = 0
            }
        } else {
            self.signs.insert(scalar.value)
            self.widenGap(CanonicalView.gap(of: scalar))
        }
        self.appendSign(at: index, viewStart: viewStart)
        return index + 1
    }

    /// A digit of another script or style.
    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        guard case .letters(let packed) = self.folding.reading(of: scalar) else { return false }
        return (0x30...0x39).contains(packed & 0xFF)
    }

    private mutating func appendSign(at index: Int, viewStart: Int) {
        let scalar = self.scalars[index]
        let ends = self.endsSentence(scalar)
        var traits = self.before
        if scalar.value >= 0x80 { traits.insert(.wide) }
        let startsSentence = self.startsSentence
        self.append(.sign, traits, index..<(index + 1), viewStart, UInt64(scalar.value))
        self.startsSentence = ends ?? startsSentence
    }

    private mutating func append(
        _ kind: TextToken.Kind,
        _ traits: TokenTraits,
        _ range: Range<Int>,
        _ viewStart: Int,
        _ hash: UInt64
    ) {
        var traits = traits
        if self.newlines > 0 { traits.insert(.newlineBefore) }
        if kind != .sign, self.startsSentence {
            traits.insert(.startsSentence)
            self.startsSentence = false
        }
        self.tokens.append(
            TextToken(
                kind: kind,
                traits: traits,
                start: Int32(truncatingIfNeeded: range.lowerBound),
                end: Int32(truncatingIfNeeded: range.upperBound),
                viewStart: Int32(truncatingIfNeeded: viewStart),
                viewEnd: Int32(truncatingIfNeeded: self.count),
                hash: hash
            )
        )
        self.before = []
        self.newlines = 0
    }

    /// Whether a sentence begins after a sign; nil when it leaves that as it was.
    private func endsSentence(_ scalar: Unicode.Scalar) -> Bool? {
        switch scalar {
        case ".":
            // Not after a single letter: "P. Ramanathan" is one name.
            guard let last = self.tokens.last, last.kind == .word else { return true }
            return last.length > 1
        case "!", "?", "\u{2026}", ":", "\"", "\u{201C}", "\u{AB}", "\u{2022}", "\u{A1}", "\u{BF}", "\u{2018}":
            return true
        case "(", "-", "\u{2013}", "\u{2014}", "'", "\u{2019}", "\u{201D}", "\u{BB}": return nil
        default: return false
        }
    }
}
