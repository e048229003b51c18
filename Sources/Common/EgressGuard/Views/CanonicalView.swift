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

    enum Kind { case plain, transliterated, leetspeak }

    init(_ scalars: [Unicode.Scalar], kind: Kind = .plain) {
        self.bytes.reserveCapacity(scalars.count)
        self.places.reserveCapacity(scalars.count)
        self.gaps.reserveCapacity(scalars.count + 1)
        let folding = ScalarFolding.lookAlike
        var gap: ViewGap = [.separator]
        var gapLength = 0
        for (index, scalar) in scalars.enumerated() {
            let reading = Self.reading(of: scalar, kind: kind, folding: folding)
            switch reading {
            case .dropped:
                continue
            case .separator:
                gapLength += 1
                gap.formUnion(Self.gap(of: scalar, length: gapLength, before: gap))
                continue
            case .letters(var packed):
                if scalar.value >= 0x80 { gap.insert(.altered) }
                repeat {
                    self.append(UInt8(truncatingIfNeeded: packed), index, gap)
                    gap = []
                    packed >>= 8
                } while packed != 0
            case .foreign:
                for byte in String(scalar).lowercased().utf8 {
                    self.append(byte, index, gap)
                    gap = []
                }
            }
            gap = []
            gapLength = 0
        }
        self.gaps.append(gap.union(.separator))
    }

    private mutating func append(_ byte: UInt8, _ index: Int, _ gap: ViewGap) {
        self.bytes.append(byte)
        self.places.append(Int32(index))
        self.gaps.append(gap)
    }

    private static func gap(of scalar: Unicode.Scalar, length: Int, before: ViewGap) -> ViewGap {
        var gap: ViewGap = [.separator]
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": gap.insert(.newline)
        case " ", "\t", "\u{A0}", "\u{202F}", "\u{2007}": gap.insert(.space)
        case "-", "\u{2010}", "\u{2011}", "\u{2212}": gap.insert(.hyphen)
        case ".", ";", ":", "!", "?": gap.insert(.stop)
        default: break
        }
        if length > 4 { gap.insert(.wide) }
        return gap
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
        case .leetspeak:
            let letter = Self.leetLetter(scalar.value)
            if letter != 0 { return .letters(letter) }
            guard case .letters(let packed) = folding.reading(of: scalar) else { return folding.reading(of: scalar) }
            let folded = Self.leetLetter(UInt32(truncatingIfNeeded: packed & 0xFF))
            return packed < 0x80 && folded != 0 ? .letters(folded) : .letters(packed)
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
