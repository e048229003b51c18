// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Reads bytes as letters and digits, folded, and feeds two automata with them: plain and in leetspeak's classes.
struct CanonicalByteReader {
    /// Where the last signs stood; keys are shorter than this.
    struct Trace {
        fileprivate var places = [Int](repeating: 0, count: CanonicalByteReader.longestKey)
        fileprivate var count = 0

        fileprivate mutating func add(_ place: Int) {
            self.places[self.count & (CanonicalByteReader.longestKey - 1)] = place
            self.count += 1
        }

        /// The bytes from the first of the last signs to the end of the last one's first byte.
        func range(ofLast length: Int) -> Range<Int> {
            let mask = CanonicalByteReader.longestKey - 1
            return self.places[(self.count - length) & mask]..<(self.places[(self.count - 1) & mask] + 1)
        }
    }

    typealias Match = (_ stepper: KeyAutomaton.Stepper, _ trace: Trace) -> Void

    /// A power of two.
    static let longestKey = 256
    private static let separatorLimit = 4

    private enum Class {
        static let cut: UInt8 = 0
        static let separator: UInt8 = 1
        static let sign: UInt8 = 2
        static let wide: UInt8 = 3
    }

    /// For each byte its class, its folded form and its letter in leetspeak (0: none).
    private static let classes: [UInt8] = (0...255).map { value in
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: Class.sign
        case 0x20...0x7E, 0x09, 0x0A, 0x0D: Class.separator
        case 0x80...: Class.wide
        default: Class.cut
        }
    }
    private static let folded: [UInt8] = (0...255).map { (0x41...0x5A).contains($0) ? UInt8($0 + 0x20) : UInt8($0) }
    private static let leetspeak: [UInt8] = (0...255).map { value in
        let folded = (0x41...0x5A).contains(value) ? value + 0x20 : value
        let letter = CanonicalView.leetLetter(UInt32(folded))
        guard letter == 0 else { return UInt8(letter) }
        return (0x30...0x39).contains(folded) || (0x61...0x7A).contains(folded) ? UInt8(folded) : 0
    }

    private let data: UnsafeBufferPointer<UInt8>

    init(_ data: UnsafeBufferPointer<UInt8>) {
        self.data = data
    }

    /// Feeds all bytes; calls back where keys end.
    func read(
        _ plain: inout KeyAutomaton.Stepper,
        _ leet: inout KeyAutomaton.Stepper,
        plainMatch: Match,
        leetMatch: Match
    ) {
        var plainTrace = Trace()
        var leetTrace = Trace()
        var separators = 0
        var index = 0
        let classes = Self.classes
        let folded = Self.folded
        let leetspeak = Self.leetspeak
        while index < self.data.count {
            let byte = self.data[index]
            switch classes[Int(byte)] {
            case Class.sign:
                plainTrace.add(index)
                if plain.advance(folded[Int(byte)]) { plainMatch(plain, plainTrace) }
                leetTrace.add(index)
                if leet.advance(leetspeak[Int(byte)]) { leetMatch(leet, leetTrace) }
                separators = 0
            case Class.separator:
                let letter = leetspeak[Int(byte)]
                if letter != 0 {
                    leetTrace.add(index)
                    if leet.advance(letter) { leetMatch(leet, leetTrace) }
                }
                separators += 1
                if separators > Self.separatorLimit {
                    plain.reset()
                    leet.reset()
                }
            case Class.wide:
                let length = self.sequenceLength(at: index)
                guard length > 1 else {
                    plain.reset()
                    leet.reset()
                    break
                }
                self.forEachSign(at: index, length: length) { sign in
                    plainTrace.add(index)
                    if plain.advance(sign) { plainMatch(plain, plainTrace) }
                    leetTrace.add(index)
                    if leet.advance(sign < 0x80 ? leetspeak[Int(sign)] : sign) { leetMatch(leet, leetTrace) }
                }
                separators = 0
                index += length
                continue
            default:
                plain.reset()
                leet.reset()
            }
            index += 1
        }
    }

    /// Length of a well-formed UTF-8 sequence, else 1.
    private func sequenceLength(at index: Int) -> Int {
        let wanted: Int
        switch self.data[index] {
        case 0xC2...0xDF: wanted = 2
        case 0xE0...0xEF: wanted = 3
        case 0xF0...0xF4: wanted = 4
        default: return 1
        }
        guard index + wanted <= self.data.count else { return 1 }
        for offset in 1..<wanted where self.data[index + offset] & 0xC0 != 0x80 {
            return 1
        }
        return wanted
    }

    /// What a character beyond ASCII reads as.
    private func forEachSign(at index: Int, length: Int, _ sign: (UInt8) -> Void) {
        let bytes = Array(self.data[index..<(index + length)])
        let scalar = UTF8Sequence.scalar(in: bytes, at: 0, length: length)
        switch ScalarFolding.lookAlike.reading(of: scalar) {
        case .letters(var packed):
            while packed != 0 {
                sign(UInt8(truncatingIfNeeded: packed))
                packed >>= 8
            }
        case .foreign:
            for byte in String(scalar).lowercased().utf8 { sign(byte) }
        case .dropped, .separator:
            break
        }
    }
}
