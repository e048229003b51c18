// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The code that a referrer is given once and shows again to ask what became of the referral.
///
/// Eighty random bits as sixteen letters of Crockford's base 32 in groups of four, and one check symbol, for example
/// `7K3M-9QXT-0VHB-2ZRN-D`. Whoever holds it may ask: it does not print, and the desk keeps a hash only. Reading it
/// forgives case, spaces, hyphens and the letters that look like digits (O, I, L), because it is read out by telephone.
package struct ReceiptCode: Hashable, Sendable {
    private let symbols: [UInt8]

    /// Takes ten random bytes.
    ///
    /// - Parameter randomBytes: ten bytes of a cryptographic generator.
    package init(randomBytes: [UInt8]) {
        precondition(randomBytes.count == Self.byteCount, "receipt code needs 10 bytes, got \(randomBytes.count)")
        var symbols: [UInt8] = []
        for group in stride(from: 0, to: Self.byteCount, by: 5) {
            let word = randomBytes[group..<group + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            for shift in stride(from: 35, through: 0, by: -5) {
                symbols.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 31)
            }
        }
        self.symbols = symbols
    }

    /// Reads a code as a person types it.
    ///
    /// - Parameter text: seventeen symbols; case, spaces and hyphens do not matter.
    /// - Throws: ``ReceiptCodeError``; it never holds what was typed.
    package init(parsing text: String) throws(ReceiptCodeError) {
        var symbols: [UInt8] = []
        for character in text.utf8 where !Self.separators.contains(character) {
            guard let symbol = Self.symbol(of: character) else { throw .unknownSymbol }
            symbols.append(symbol)
            guard symbols.count <= Self.symbolCount + 1 else { throw .wrongLength }
        }
        guard symbols.count == Self.symbolCount + 1, let check = symbols.popLast() else { throw .wrongLength }
        guard Self.checkSymbol(of: symbols) == check else { throw .wrongCheckSymbol }
        self.symbols = symbols
    }

    /// The code in groups, to be shown once to the person who reported.
    package var text: String {
        var text = ""
        for (index, symbol) in (self.symbols + [Self.checkSymbol(of: self.symbols)]).enumerated() {
            if index > 0, index % 4 == 0 { text.append("-") }
            text.append(Character(Unicode.Scalar(Self.alphabet[Int(symbol)])))
        }
        return text
    }

    /// The bytes of which the desk keeps a hash.
    package var bytes: [UInt8] {
        self.symbols
    }

    /// The value of a polynomial over the field of 32 elements, so that each place has a weight of its own.
    ///
    /// Finds every single wrong symbol and every exchange of two symbols. Source: Reed-Solomon code with one check symbol
    /// over GF(2^5), reduced by x^5 + x^2 + 1.
    private static func checkSymbol(of symbols: [UInt8]) -> UInt8 {
        symbols.reduce(UInt8(0)) { sum, symbol in Self.doubled(sum ^ symbol) }
    }

    private static func doubled(_ element: UInt8) -> UInt8 {
        let shifted = element << 1
        return shifted & 32 == 0 ? shifted : (shifted ^ 0b10_0101) & 31
    }

    private static func symbol(of character: UInt8) -> UInt8? {
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character) ? character - 32 : character
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return Self.alphabet.firstIndex(of: upper).map { UInt8($0) }
        }
    }

    private static let byteCount = 10
    private static let symbolCount = 16
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let separators = Array("- \t".utf8)
}

extension ReceiptCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        "<receipt code>"
    }

    package var debugDescription: String {
        self.description
    }

    package var customMirror: Mirror {
        Mirror(self, children: [])
    }
}
