// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads a text once, for its canonical view and for its words, numbers and signs.
///
/// ASCII takes a short way; everything else is looked up in the folding tables.
struct TextReader {
    private enum ASCII: UInt8 {
        case sign, space, newline, digit, lower, upper
    }

    /// What a word is made of, while it is read.
    private struct Word {
        var hash = WordHash.start
        var letters = 0
        var upper = 0
        var digits = 0
    }

    private static let classes: [ASCII] = (0..<128).map { value in
        switch value {
        case 0x0A: .newline
        case 0x20, 0x09, 0x0B, 0x0C, 0x0D: .space
        case 0x30...0x39: .digit
        case 0x61...0x7A: .lower
        case 0x41...0x5A: .upper
        default: .sign
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

    private var gap: ViewGap = [.separator]
    private var gapLength = 0
    private var before: TextToken.Traits = [.spaceBefore]
    private var newlines = 1
    private var startsSentence = true
    private let folding = ScalarFolding.lookAlike

    /// - Parameters:
    ///   - scalars: the text.
    ///   - bytes: room for ``CanonicalView/room(for:)`` bytes; so for the others, one more for the gaps.
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
                    switch classes[Int(value)] {
                    case .lower, .upper, .digit:
                        index = self.readWord(at: index, classes)
                    case .space:
                        self.widenGap(gaps[Int(value)])
                        self.before.insert(.spaceBefore)
                        index += 1
                    case .newline:
                        self.widenGap(gaps[Int(value)])
                        self.noteNewline()
                        index += 1
                    case .sign:
                        self.signs.insert(value)
                        self.widenGap(gaps[Int(value)])
                        self.appendSign(at: index, viewStart: self.count)
                        index += 1
                    }
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
    private mutating func readWord(at start: Int, _ classes: UnsafeBufferPointer<ASCII>) -> Int {
        let viewStart = self.count
        var index = start
        var word = Word()
        var traits = self.before
        while index < self.scalars.count {
            let scalar = self.scalars[index]
            guard scalar.value < 0x80 else {
                guard self.putWide(scalar, at: index, &word) else { break }
                traits.insert(.wide)
                index += 1
                continue
            }
            var byte = UInt8(truncatingIfNeeded: scalar.value)
            switch classes[Int(byte)] {
            case .lower:
                word.letters += 1
            case .upper:
                word.letters += 1
                word.upper += 1
                if index > start { traits.insert(.innerCapital) }
                byte += 0x20
            case .digit:
                word.digits += 1
            default:
                byte = 0
            }
            guard byte != 0 else { break }
            self.put(byte, index)
            word.hash = WordHash.add(byte, to: word.hash)
            index += 1
        }
        self.gap = []
        self.gapLength = 0
        if Signs.isUpper(self.scalars[start]) { traits.insert(.capitalised) }
        if word.upper > 0, word.upper == word.letters { traits.insert(.upper) }
        if word.digits > 0 { traits.insert(.digit) }
        if word.letters > 0, CommonWords.all.contains(word.hash) { traits.insert(.common) }
        let end = max(index, start + 1)
        self.append(word.letters == 0 ? .number : .word, traits, start..<end, viewStart, word.hash)
        return end
    }

    /// A character beyond ASCII inside a word; false when it ends the word.
    private mutating func putWide(_ scalar: Unicode.Scalar, at index: Int, _ word: inout Word) -> Bool {
        switch self.folding.reading(of: scalar) {
        case .separator:
            return false
        case .dropped:
            self.signs.insert(scalar.value)
            return true
        case .letters(var packed):
            if (0x30...0x39).contains(packed & 0xFF) { word.digits += 1 } else { word.letters += 1 }
            if Signs.isUpper(scalar) { word.upper += 1 }
            self.gap.insert(.altered)
            repeat {
                let byte = UInt8(truncatingIfNeeded: packed)
                self.put(byte, index)
                word.hash = WordHash.add(byte, to: word.hash)
                packed >>= 8
            } while packed != 0
        case .foreign:
            word.letters += 1
            for byte in String(scalar).lowercased().utf8 {
                self.put(byte, index)
                word.hash = WordHash.add(byte, to: word.hash)
            }
        }
        self.signs.insert(scalar.value)
        return true
    }

    /// A character beyond ASCII outside a word: the start of one, a space or a sign.
    private mutating func readWide(at index: Int, _ classes: UnsafeBufferPointer<ASCII>) -> Int {
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
        var word = Word()
        if self.putWide(scalar, at: index, &word) {
            if word.letters > 0 {
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
        _ traits: TextToken.Traits,
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
