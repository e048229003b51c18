// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// An occurrence of a key in a view, and whether the text around it lets it count.
struct KeyMatch {
    let key: CanonicalKey
    let start: Int
    let end: Int
    let view: CanonicalView
    let layer: TextLayer

    /// Bounds, letter case and inner separators all fit.
    var isAccepted: Bool {
        self.fitsBounds && self.fitsLetterCase && self.fitsSeparators
    }

    /// The place holds the key's own bytes, not only their classes.
    var isExact: Bool {
        self.view.bytes[self.start..<self.end].elementsEqual(self.key.bytes)
    }

    /// The place shows signs or digits instead of some letters, or a few letters instead of digits.
    var isLeetspeak: Bool {
        guard self.key.bytes.count >= 4 else { return false }
        let digits = self.key.bytes.count(where: Self.isDigit)
        guard digits == 0 else { return digits >= 5 && self.exchanged * 2 <= self.key.bytes.count }
        var signs = 0
        for index in self.start..<self.end {
            let value = self.layer.scalars[Int(self.view.places[index])].value
            if value < 0x80, !(0x41...0x5A).contains(value), !(0x61...0x7A).contains(value) { signs += 1 }
        }
        return signs > 0 && signs * 4 <= (self.end - self.start) * 3
    }

    /// Signs of the place that are letters where the key has digits; any other difference counts as too many.
    private var exchanged: Int {
        var count = 0
        for (offset, byte) in self.key.bytes.enumerated() where self.view.bytes[self.start + offset] != byte {
            let place = self.start + offset
            let isLetter = "oilsbzg".utf8.contains(self.view.bytes[place])
            let follows =
                place > self.start && self.view.gaps[place].isEmpty && Self.isDigit(self.view.bytes[place - 1])
            let precedes =
                place + 1 < self.end && self.view.gaps[place + 1].isEmpty && Self.isDigit(self.view.bytes[place + 1])
            count += isLetter && Self.isDigit(byte) && (follows || precedes) ? 1 : self.key.bytes.count
        }
        let isWhole = self.isBreak(self.start, soft: false) && self.isBreak(self.end, soft: false)
        return isWhole ? count : self.key.bytes.count
    }

    private var fitsBounds: Bool {
        switch self.key.bounds {
        case .anywhere:
            return true
        case .word:
            return self.isBreak(self.start, soft: false) && self.isBreak(self.end, soft: false)
        case .soft:
            return self.isBreak(self.start, soft: true) && self.isBreak(self.end, soft: true)
        case .fond:
            return self.isBreak(self.start, soft: false) && self.isBreak(self.end, soft: false)
        case .digits:
            return !self.continuesNumber(at: self.start) && !self.continuesNumber(at: self.end)
        }
    }

    private func isBreak(_ index: Int, soft: Bool) -> Bool {
        if self.view.gaps[index].contains(.separator) { return true }
        guard index > 0, index < self.view.bytes.count, soft else {
            return index == 0 || index == self.view.bytes.count
        }
        let before = self.view.bytes[index - 1]
        let after = self.view.bytes[index]
        if Self.isDigit(before) != Self.isDigit(after) { return true }
        let left = self.layer.scalars[Int(self.view.places[index - 1])]
        let right = self.layer.scalars[Int(self.view.places[index])]
        return Signs.isUpper(right) && !Signs.isUpper(left)
    }

    /// Digits go on without a separator, or as the thousands or decimals of one number.
    private func continuesNumber(at index: Int) -> Bool {
        guard index > 0, index < self.view.bytes.count else { return false }
        guard Self.isDigit(self.view.bytes[index - 1]), Self.isDigit(self.view.bytes[index]) else { return false }
        if !self.view.gaps[index].contains(.separator) { return true }
        let left = Int(self.view.places[index - 1])
        let right = Int(self.view.places[index])
        guard right - left == 2 else { return false }
        return Signs.contains(".,", self.layer.scalars[left + 1])
    }

    private var fitsLetterCase: Bool {
        switch self.key.letterCase {
        case .any:
            return true
        case .capitalised:
            let first = self.layer.scalars[Int(self.view.places[self.start])]
            return Signs.isUpper(first) || Signs.isDigit(first)
        case .upper:
            return (self.start..<self.end).allSatisfy { index in
                let scalar = self.layer.scalars[Int(self.view.places[index])]
                return Signs.isUpper(scalar) || !Signs.isLetter(scalar)
            }
        }
    }

    /// Separators inside the match that the value does not have must look like a disguise, not like two words.
    private var fitsSeparators: Bool {
        var unexpected = 0
        var unexpectedBlanks = 0
        var pieceLengths: [Int] = []
        var pieceStart = self.start
        for index in (self.start + 1)..<max(self.start + 1, self.end) {
            let gap = self.view.gaps[index]
            guard gap.contains(.separator) else { continue }
            if gap.contains(.wide), !gap.contains(.newline) { return false }
            pieceLengths.append(index - pieceStart)
            pieceStart = index
            guard !self.key.breaks.contains(index - self.start) else { continue }
            // Numbers do not go on in the next sentence.
            if gap.isSuperset(of: [.stop, .space]), Self.isDigit(self.view.bytes[index]),
                Self.isDigit(self.view.bytes[index - 1])
            {
                return false
            }
            unexpected += 1
            if gap.contains(.space), !gap.contains(.newline) { unexpectedBlanks += 1 }
        }
        pieceLengths.append(self.end - pieceStart)
        guard unexpected > 0 else { return true }
        let digits = self.key.bytes.allSatisfy(Self.isDigit)
        if digits { return self.key.bytes.count >= 6 || unexpectedBlanks == 0 }
        // A disguise begins and ends where words do.
        guard self.isBreak(self.start, soft: false), self.isBreak(self.end, soft: false) else { return false }
        if pieceLengths.allSatisfy({ $0 == 1 }) { return self.key.bytes.count >= 3 }
        // A user name is one run: "feldkirch. A" is the end of a sentence and the start of another.
        if self.key.kind == .username { return false }
        if pieceLengths.dropLast().allSatisfy({ $0 == pieceLengths[0] }), pieceLengths.count >= 4 { return true }
        if unexpectedBlanks == 0 { return unexpected == 1 ? self.key.bytes.count >= 4 : self.key.bytes.count >= 6 }
        if pieceLengths.filter({ $0 == 1 }).count * 2 > pieceLengths.count { return self.key.bytes.count >= 5 }
        return self.key.bytes.count >= (unexpected == 1 ? 8 : 10)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
