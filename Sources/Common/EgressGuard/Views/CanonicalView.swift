// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A text as its letters and digits only, folded, each byte with the place it came from.
///
/// Bytes are ASCII letters and digits, or the UTF-8 of characters without an ASCII reading.
struct CanonicalView: Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each byte the index of its character in the layer.
    private(set) var places: [Int32] = []
    /// For each byte what stood before it; one more at the end for what follows the last.
    private(set) var gaps: [ViewGap] = []

    enum Kind { case plain, transliterated, leetspeak, upright }

    init(bytes: [UInt8], places: [Int32], gaps: [ViewGap]) {
        self.bytes = bytes
        self.places = places
        self.gaps = gaps
    }

    /// - Parameters:
    ///   - scalars: the layer, or the part of it that is to be read.
    ///   - kind: how.
    init(_ scalars: ArraySlice<Unicode.Scalar>, kind: Kind = .plain) {
        self.bytes.reserveCapacity(scalars.count)
        self.places.reserveCapacity(scalars.count)
        self.gaps.reserveCapacity(scalars.count + 1)
        let folding = ScalarFolding.lookAlike
        var gap: ViewGap = [.separator]
        var gapLength = 0
        for index in scalars.indices {
            let scalar = scalars[index]
            switch Self.reading(of: scalar, kind: kind, folding: folding) {
            case .dropped:
                continue
            case .separator:
                gapLength += 1
                gap.formUnion(Self.gap(of: scalar))
                if gapLength > 4 { gap.insert(.wide) }
                continue
            case .letters(var packed):
                if scalar.value >= 0x80 { gap.insert(.altered) }
                repeat {
                    self.append(UInt8(truncatingIfNeeded: packed), Int32(index), gap)
                    gap = []
                    packed >>= 8
                } while packed != 0
            case .foreign:
                for byte in String(scalar).lowercased().utf8 {
                    self.append(byte, Int32(index), gap)
                    gap = []
                }
            }
            gap = []
            gapLength = 0
        }
        self.gaps.append(gap.union(.separator))
    }

    init(_ scalars: [Unicode.Scalar], kind: Kind = .plain) {
        self.init(scalars[...], kind: kind)
    }

    private mutating func append(_ byte: UInt8, _ place: Int32, _ gap: ViewGap) {
        self.bytes.append(byte)
        self.places.append(place)
        self.gaps.append(gap)
    }

    /// Whether a character reads as several letters.
    var hasPairs: Bool {
        guard var last = self.places.first else { return false }
        for place in self.places.dropFirst() {
            if place == last { return true }
            last = place
        }
        return false
    }

    /// The most bytes that a view of a text can have.
    static func room(for scalars: [Unicode.Scalar]) -> Int {
        var wide = 0
        for scalar in scalars where scalar.value >= 0x80 { wide += 1 }
        return scalars.count + wide * 15
    }

    /// What a separator tells about the gap that it stands in.
    static func gap(of scalar: Unicode.Scalar) -> ViewGap {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": [.separator, .newline]
        case " ", "\t", "\u{A0}", "\u{202F}", "\u{2007}": [.separator, .space]
        case "-", "\u{2010}", "\u{2011}", "\u{2212}": [.separator, .hyphen]
        case ".", ";", ":", "!", "?": [.separator, .stop]
        default: [.separator]
        }
    }

    private static func reading(
        of scalar: Unicode.Scalar,
        kind: Kind,
        folding: ScalarFolding
    ) -> ScalarFolding.Reading {
        switch kind {
        case .plain:
            return folding.reading(of: scalar)
        case .transliterated:
            if let packed = ScalarFolding.transliteration.mapping(of: scalar.value) {
                return packed == 0 ? .dropped : .letters(packed)
            }
            return folding.reading(of: scalar)
        case .upright:
            let letter = Self.upright(scalar.value)
            guard letter == 0 else { return .letters(letter) }
            switch scalar {
            case "n": return .letters(0x75)
            case "u": return .letters(0x6E)
            case "b": return .letters(0x71)
            case "q": return .letters(0x62)
            case "d": return .letters(0x70)
            case "p": return .letters(0x64)
            default: return folding.reading(of: scalar)
            }
        case .leetspeak:
            let letter = Self.leetLetter(scalar.value)
            if letter != 0 { return .letters(letter) }
            guard case .letters(let packed) = folding.reading(of: scalar) else { return folding.reading(of: scalar) }
            let folded = Self.leetLetter(UInt32(truncatingIfNeeded: packed & 0xFF))
            return packed < 0x80 && folded != 0 ? .letters(folded) : .letters(packed)
        }
    }

    /// The letter that a turned letter shows upside down; 0 for others.
    static func upright(_ value: UInt32) -> UInt64 {
        switch value {
        case 0x250: 0x61  // ɐ a
        case 0x254: 0x63  // ɔ c
        case 0x1DD, 0x259: 0x65  // ǝ ə e
        case 0x25F: 0x66  // ɟ f
        case 0x183, 0x253: 0x67  // ƃ ɓ g
        case 0x265: 0x68  // ɥ h
        case 0x1D09: 0x69  // ᴉ i
        case 0x27E: 0x6A  // ɾ j
        case 0x29E: 0x6B  // ʞ k
        case 0x26F: 0x6D  // ɯ m
        case 0x279: 0x72  // ɹ r
        case 0x287: 0x74  // ʇ t
        case 0x28C: 0x76  // ʌ v
        case 0x28D: 0x77  // ʍ w
        case 0x28E: 0x79  // ʎ y
        default: 0
        }
    }

    /// The class of signs that leetspeak uses for a letter; i, l and 1 are one class.
    static func leetLetter(_ value: UInt32) -> UInt64 {
        switch value {
        case 0x30: 0x6F  // 0 o
        case 0x31, 0x21, 0x7C, 0x69, 0x49: 0x6C  // 1 ! | i
        case 0x32: 0x7A  // 2 z
        case 0x33, 0x20AC: 0x65  // 3 €
        case 0x34, 0x40: 0x61  // 4 @
        case 0x35, 0x24: 0x73  // 5 $
        case 0x36, 0x39: 0x67  // 6 9
        case 0x37, 0x2B: 0x74  // 7 +
        case 0x38: 0x62  // 8
        default: 0
        }
    }
}
