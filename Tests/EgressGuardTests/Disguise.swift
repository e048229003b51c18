// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// The ways of writing a value that the corpus applies, each independent of the guard's own code.
enum Disguise: String, CaseIterable, Sendable {
    case verbatim, lower, upper, withoutMarks, decomposed, fullWidth, zeroWidth, softHyphen, spaced, noBreakSpaces,
        doubleSpaces, withoutSpaces, hyphens, dots, newline, reversedOrder, surnameFirst, initialAndSurname, leetspeak,
        arabicDigits, cyrillicLookAlikes, reversed, base64, base64URLInJSON, hexadecimal, htmlEntities, percent,
        jsonEscapes, quotedPrintable, rot13, mathematicalBold, base64Nested

    /// The value in disguise; nil when the disguise changes nothing about it.
    func applied(to value: String) -> String? {
        let changed = self.written(value)
        return self == .verbatim || changed != value ? changed : nil
    }

    private func written(_ value: String) -> String {
        let words = value.split(separator: " ").map(String.init)
        switch self {
        case .verbatim: return value
        case .lower: return value.lowercased()
        case .upper: return value.uppercased()
        case .withoutMarks: return value.folding(options: .diacriticInsensitive, locale: nil)
        case .decomposed: return value.decomposedStringWithCanonicalMapping
        case .fullWidth: return Self.shifted(value) { (0x21...0x7E).contains($0) ? $0 + 0xFEE0 : $0 }
        case .zeroWidth: return value.map { String($0) }.joined(separator: "\u{200B}")
        case .softHyphen: return value.map { String($0) }.joined(separator: "\u{AD}")
        case .spaced: return value.filter { $0.isLetter || $0.isNumber }.map { String($0) }.joined(separator: " ")
        case .noBreakSpaces: return value.replacingOccurrences(of: " ", with: "\u{A0}")
        case .doubleSpaces: return value.replacingOccurrences(of: " ", with: "  ")
        case .withoutSpaces: return value.filter { $0.isLetter || $0.isNumber }
        case .hyphens: return value.replacingOccurrences(of: " ", with: "-")
        case .dots: return value.replacingOccurrences(of: " ", with: ".").replacingOccurrences(of: "-", with: ".")
        case .newline:
            let middle = value.index(value.startIndex, offsetBy: value.count / 2)
            return value[..<middle] + "\n" + value[middle...]
        case .reversedOrder: return words.reversed().joined(separator: " ")
        case .surnameFirst: return words.count == 2 ? "\(words[1]), \(words[0])" : value
        case .initialAndSurname:
            return words.count == 2 && !value.contains { $0.isNumber } ? "\(words[0].prefix(1)). \(words[1])" : value
        case .leetspeak:
            return value.lowercased().replacingOccurrences(of: "a", with: "4").replacingOccurrences(of: "e", with: "3")
                .replacingOccurrences(of: "o", with: "0").replacingOccurrences(of: "i", with: "1")
        case .arabicDigits: return Self.shifted(value) { (0x30...0x39).contains($0) ? $0 - 0x30 + 0x660 : $0 }
        case .cyrillicLookAlikes:
            let pairs: [Character: Character] = [
                "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "A": "А", "E": "Е", "O": "О", "P": "Р",
                "C": "С",
                "H": "Н", "K": "К", "M": "М", "T": "Т", "B": "В", "i": "і", "y": "у",
            ]
            return String(value.map { pairs[$0] ?? $0 })
        case .reversed: return String(value.reversed())
        case .base64: return Data(value.utf8).base64EncodedString()
        case .base64URLInJSON:
            let text = Data("{\"note\":\"\(value)\"}".utf8).base64EncodedString()
            return text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
                .replacingOccurrences(of: "=", with: "")
        case .hexadecimal: return value.utf8.map { String(format: "%02x", $0) }.joined()
        case .htmlEntities: return value.unicodeScalars.map { "&#\($0.value);" }.joined()
        case .percent: return value.utf8.map { String(format: "%%%02X", $0) }.joined()
        case .jsonEscapes: return value.utf16.map { String(format: "\\u%04x", $0) }.joined()
        case .quotedPrintable: return value.utf8.map { String(format: "=%02X", $0) }.joined()
        case .rot13:
            return Self.shifted(value) { point in
                switch point {
                case 0x41...0x5A: (point - 0x41 + 13) % 26 + 0x41
                case 0x61...0x7A: (point - 0x61 + 13) % 26 + 0x61
                default: point
                }
            }
        case .mathematicalBold:
            return Self.shifted(value) { point in
                switch point {
                case 0x41...0x5A: point - 0x41 + 0x1D400
                case 0x61...0x7A: point - 0x61 + 0x1D41A
                default: point
                }
            }
        case .base64Nested: return Data(Disguise.percent.written(value).utf8).base64EncodedString()
        }
    }

    private static func shifted(_ value: String, _ map: (UInt32) -> UInt32) -> String {
        String(String.UnicodeScalarView(value.unicodeScalars.map { Unicode.Scalar(map($0.value)) ?? $0 }))
    }
}
