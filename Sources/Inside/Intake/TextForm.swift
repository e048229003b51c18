// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Forms that a text of a dossier can be required to have, in the words of a message.
package enum TextForm: String, Hashable, Sendable, CaseIterable {
    case format = "dossier/1"
    case dossierID = "lowercase letters, digits and hyphens, at most 80"
    case caseID = "a lowercase UUID"
    case nodeName = "lowercase letters, digits and hyphens, at most 40"
    case language = "en, fr or es"
    case languageTag = "a language code of two or three lowercase letters"
    case line = "one line without control characters"
    case paragraphs = "text without control characters other than line feed and tab"
    case day = "a day as YYYY-MM-DD"
    case time = "a time as RFC 3339"
    case imo = "an IMO number of seven digits"
    case containerNumber = "an ISO 6346 number of four letters and seven digits"
    case sizeType = "an ISO 6346 size and type code"
    case seal = "capital letters, digits, spaces and hyphens, at most 20"
    case billOfLading = "capital letters, digits and hyphens, 4 to 35"
    case voyage = "capital letters, digits and hyphens, at most 12"
    case callSign = "capital letters and digits, 3 to 7"
    case mmsi = "nine digits beginning with 2 to 7"
    case legRole = "load, tranship or discharge"
    case unit = "kg, g, l, tablets, items or persons"

    /// Whether a text has the form; days, check digits and code lists are checked after it.
    func holds(for text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .format: return text == "dossier/1"
        case .dossierID: return Self.isName(bytes, limit: 80)
        case .nodeName: return Self.isName(bytes, limit: 40)
        case .caseID: return bytes.count == 36
        case .language: return ["en", "fr", "es"].contains(text)
        case .languageTag: return (2...3).contains(bytes.count) && bytes.allSatisfy(Self.isLower)
        case .line: return !text.unicodeScalars.contains { Self.isControl($0) }
        case .paragraphs: return !text.unicodeScalars.contains { Self.isControl($0) && $0 != "\n" && $0 != "\t" }
        case .day: return Self.matches(bytes, "0000-00-00")
        case .time: return Self.isTime(bytes)
        case .imo: return Self.matches(bytes, "0000000")
        case .containerNumber: return Self.matches(bytes, "AAAA0000000")
        case .sizeType: return bytes.count == 4 && bytes.allSatisfy { Self.isUpper($0) || Self.isDigit($0) }
        case .seal: return Self.isNumberText(bytes, lengths: 1...20, also: [0x20, 0x2D])
        case .billOfLading: return Self.isNumberText(bytes, lengths: 4...35, also: [0x2D])
        case .voyage: return Self.isNumberText(bytes, lengths: 1...12, also: [0x2D])
        case .callSign: return Self.isNumberText(bytes, lengths: 3...7, also: [])
        case .mmsi: return Self.matches(bytes, "000000000") && (0x32...0x37).contains(bytes[0])
        case .legRole: return ["load", "tranship", "discharge"].contains(text)
        case .unit: return ["kg", "g", "l", "tablets", "items", "persons"].contains(text)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte)
    }

    private static func isUpper(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte)
    }

    private static func isLower(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte)
    }

    private static func isName(_ bytes: [UInt8], limit: Int) -> Bool {
        guard let first = bytes.first, bytes.count <= limit, first != 0x2D else { return false }
        return bytes.allSatisfy { Self.isLower($0) || Self.isDigit($0) || $0 == 0x2D }
    }

    private static func isNumberText(_ bytes: [UInt8], lengths: ClosedRange<Int>, also: [UInt8]) -> Bool {
        lengths.contains(bytes.count)
            && bytes.allSatisfy { Self.isUpper($0) || Self.isDigit($0) || also.contains($0) }
    }

    /// Compares with a pattern in which `0` is any digit and `A` any capital letter.
    private static func matches(_ bytes: [UInt8], _ pattern: String) -> Bool {
        let pattern = Array(pattern.utf8)
        guard bytes.count == pattern.count else { return false }
        return zip(bytes, pattern).allSatisfy { byte, expected in
            switch expected {
            case 0x30: isDigit(byte)
            case 0x41: isUpper(byte)
            default: byte == expected
            }
        }
    }

    /// `2024-02-26T07:52:00+08:00` or the same with `Z`; the day is checked apart.
    private static func isTime(_ bytes: [UInt8]) -> Bool {
        Self.matches(bytes, "0000-00-00T00:00:00Z") || Self.matches(bytes, "0000-00-00T00:00:00+00:00")
            || Self.matches(bytes, "0000-00-00T00:00:00-00:00")
    }

    /// Control characters, and the marks that reverse or hide the order of what is shown.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }
}
