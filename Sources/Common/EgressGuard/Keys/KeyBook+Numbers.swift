// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension KeyBook {
    /// Telephone: the whole number and its last digits, whatever the grouping, country code or trunk prefix.
    mutating func addPhone(_ value: String) {
        let digits = FoldedText(value).digits
        self.insert(CanonicalKey(digits, kind: .phone, bounds: digits.count >= 7 ? .anywhere : .digits))
        for length in [7, 8, 9, 10] where digits.count > length {
            self.insert(CanonicalKey(Array(digits.suffix(length)), kind: .phone, bounds: .anywhere))
        }
    }

    /// IMO and MMSI: the digits, whatever stands before them.
    mutating func addNumber(_ value: String, kind: GuardKeyKind) {
        let digits = FoldedText(value).digits
        self.insert(CanonicalKey(digits, kind: kind, bounds: digits.count >= 7 ? .anywhere : .digits))
    }

    /// Codes: the whole without separators, its pieces that hold enough digits, its digits alone.
    mutating func addCode(_ value: String, kind: GuardKeyKind, partDigits: Int) {
        self.addPlain(value, kind: kind)
        var pieces = FoldedText.words(of: value, also: ".,;:/-#()")
        pieces += FoldedText.words(of: value, also: ".,;:#()")
        for piece in pieces.map({ FoldedText($0) }) where piece.digits.count >= partDigits {
            self.addPiece(piece, kind: kind)
            self.addPiece(FoldedText(String(decoding: piece.digits, as: UTF8.self)), kind: kind)
        }
        let digits = FoldedText(value).digits
        if digits.count >= max(partDigits, 5) {
            self.insert(CanonicalKey(digits, kind: kind, bounds: .digits))
        }
    }

    /// File references: the whole, the whole without its first group, the last group when it cannot be a year.
    mutating func addReference(_ value: String) {
        self.addPlain(value, kind: .reference)
        let groups = FoldedText.words(of: value, also: "-/.: ").map { FoldedText($0) }
        guard groups.count > 1, let last = groups.last else { return }
        let tail = groups.dropFirst().flatMap(\.bytes)
        if tail.count >= 6 { self.insert(CanonicalKey(tail, kind: .reference, bounds: .word)) }
        if last.digits.count >= 4 { self.addPiece(last, kind: .reference) }
    }

    private mutating func addPiece(_ piece: FoldedText, kind: GuardKeyKind) {
        guard piece.count >= 3, !Self.isYear(piece.bytes) else { return }
        let isNumber = piece.digits.count == piece.count
        self.insert(
            CanonicalKey(
                piece.bytes,
                breaks: piece.breaks,
                kind: kind,
                bounds: isNumber ? .digits : piece.count >= 8 ? .anywhere : .soft
            )
        )
    }

    /// Container number: with and without its check digit, its serial digits, its owner prefix in capitals.
    mutating func addContainer(_ value: String) {
        let folded = FoldedText(value)
        self.insert(CanonicalKey(folded.bytes, breaks: folded.breaks, kind: .containerNumber, bounds: .anywhere))
        guard folded.count == 11 else { return }
        self.insert(CanonicalKey(Array(folded.bytes.prefix(10)), breaks: [4], kind: .containerNumber, bounds: .soft))
        self.insert(CanonicalKey(Array(folded.bytes.suffix(7)), kind: .containerNumber, bounds: .digits))
        self.insert(CanonicalKey(Array(folded.bytes[4..<10]), kind: .containerNumber, bounds: .digits))
        let prefix = Array(folded.bytes.prefix(4))
        self.insert(CanonicalKey(prefix, kind: .containerNumber, bounds: .soft, letterCase: .upper))
    }

    /// A value as it stands, in the views only.
    mutating func addPlain(_ value: String, kind: GuardKeyKind) {
        let folded = FoldedText(value)
        let bounds: CanonicalKey.Bounds
        if folded.digits.count == folded.count {
            bounds = folded.count >= 9 ? .anywhere : .digits
        } else {
            bounds = folded.count >= 9 ? .anywhere : folded.count >= 5 ? .soft : .word
        }
        let isShortWord = folded.digits.isEmpty && folded.count < 5
        self.insert(
            CanonicalKey(
                folded.bytes,
                breaks: folded.breaks,
                kind: kind,
                bounds: bounds,
                letterCase: isShortWord ? .upper : .any
            )
        )
    }

    private static func isYear(_ bytes: [UInt8]) -> Bool {
        bytes.count == 4 && (bytes.starts(with: [0x31, 0x39]) || bytes.starts(with: [0x32, 0x30]))
            && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
}
