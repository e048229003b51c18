// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The disguises that ``CanarySearch`` knows, for positive controls.
package enum CanaryEncodings {
    /// Every encoding with a function that writes a value in it.
    ///
    /// A control plants one value of at least eight letters or digits per encoding and requires a match that begins
    /// inside the planted bytes; the name reported may be that of a wider encoding ("canonical" for spaced letters).
    package static let all: [(name: String, encode: @Sendable (String) -> [UInt8])] = [
        ("utf-8", { Array($0.utf8) }),
        ("lowercase", { Array($0.lowercased().utf8) }),
        ("uppercase", { Array($0.uppercased().utf8) }),
        ("latin-1", { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }),
        ("utf-16le", { $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
        ("utf-16be", { $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }),
        ("base64", { Self.base64(Array($0.utf8), lead: 0, url: false) }),
        ("base64-offset-1", { Self.base64(Array($0.utf8), lead: 1, url: false) }),
        ("base64-offset-2", { Self.base64(Array($0.utf8), lead: 2, url: false) }),
        ("base64url", { Self.base64(Array($0.utf8), lead: 0, url: true) }),
        ("base64url-offset-1", { Self.base64(Array($0.utf8), lead: 1, url: true) }),
        ("base64url-offset-2", { Self.base64(Array($0.utf8), lead: 2, url: true) }),
        (
            "base64-utf-16le",
            { Self.base64($0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, lead: 0, url: false) }
        ),
        ("hex", { Self.hex(Array($0.utf8), digits: "0123456789abcdef") }),
        ("hex-uppercase", { Self.hex(Array($0.utf8), digits: "0123456789ABCDEF") }),
        ("percent", { Self.escaped($0, keepingWords: false, lead: "%") }),
        ("percent-minimal", { Self.escaped($0, keepingWords: true, lead: "%") }),
        ("quoted-printable", { Self.escaped($0, keepingWords: false, lead: "=") }),
        ("quoted-printable-minimal", { Self.escaped($0, keepingWords: true, lead: "=") }),
        ("backslash-x", { Self.escaped($0, keepingWords: false, lead: "\\x") }),
        ("json-escape", { Self.units($0, keepingASCII: false) }),
        ("json-escape-minimal", { Self.units($0, keepingASCII: true) }),
        ("html-entity", { $0.unicodeScalars.flatMap { Array("&#\($0.value);".utf8) } }),
        ("html-entity-hex", { $0.unicodeScalars.flatMap { Array("&#x\(String($0.value, radix: 16));".utf8) } }),
        ("reversed", { Array(String(String.UnicodeScalarView($0.unicodeScalars.reversed())).utf8) }),
        ("rot13", { Self.rot13(Array($0.utf8)) }),
        ("separators-dropped", { Array(String(String.UnicodeScalarView(Self.signs($0))).utf8) }),
        ("hyphenated", { Array(Self.signs($0).map { String($0) }.joined(separator: "-").utf8) }),
        ("spaced", { Array(Self.signs($0).map { String($0) }.joined(separator: " ").utf8) }),
        ("dotted", { Array(Self.signs($0).map { String($0) }.joined(separator: ".").utf8) }),
        ("zero-width", { Array($0.unicodeScalars.map { String($0) }.joined(separator: "\u{200B}").utf8) }),
        ("soft-hyphen", { Array($0.unicodeScalars.map { String($0) }.joined(separator: "\u{AD}").utf8) }),
        ("line-broken", { Self.broken($0) }),
        ("marks-removed", { Self.folded($0) }),
        ("marks-apart", { Array($0.unicodeScalars.flatMap { [$0, "\u{301}"] }.map { String($0) }.joined().utf8) }),
        ("full-width", { Self.shifted($0) }),
        ("look-alike", { Self.lookAlike($0) }),
        ("leetspeak", { Self.leetspeak($0) }),
    ]

    static func base64(_ bytes: [UInt8], lead: Int, url: Bool) -> [UInt8] {
        let alphabet =
            Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
            + Array(url ? "-_".utf8 : "+/".utf8)
        let source = Array("{\"".utf8.prefix(lead)) + bytes
        var output: [UInt8] = []
        for start in stride(from: 0, to: source.count, by: 3) {
            let part = source[start..<min(start + 3, source.count)]
            var word = part.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            word <<= UInt32(8 * (3 - part.count))
            for position in 0...part.count {
                output.append(alphabet[Int(word >> UInt32(18 - 6 * position) & 63)])
            }
            if !url { output += [UInt8](repeating: 0x3D, count: 3 - part.count) }
        }
        return output
    }

    static func hex(_ bytes: [UInt8], digits: String) -> [UInt8] {
        let digits = Array(digits.utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    static func escaped(_ value: String, keepingWords: Bool, lead: String) -> [UInt8] {
        value.utf8.flatMap { byte -> [UInt8] in
            let isWord = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if keepingWords, isWord || lead == "=" && (0x20...0x7E).contains(byte) && byte != 0x3D { return [byte] }
            return Array(lead.utf8) + Self.hex([byte], digits: "0123456789ABCDEF")
        }
    }

    static func units(_ value: String, keepingASCII: Bool) -> [UInt8] {
        value.utf16.flatMap { unit -> [UInt8] in
            if keepingASCII, unit < 0x80 { return [UInt8(unit)] }
            return Array("\\u".utf8) + Self.hex([UInt8(unit >> 8), UInt8(unit & 0xFF)], digits: "0123456789abcdef")
        }
    }

    static func rot13(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { byte in
            switch byte {
            case 0x41...0x5A: (byte - 0x41 + 13) % 26 + 0x41
            case 0x61...0x7A: (byte - 0x61 + 13) % 26 + 0x61
            default: byte
            }
        }
    }

    private static func signs(_ value: String) -> [Unicode.Scalar] {
        value.unicodeScalars.filter(Signs.isWordSign)
    }

    private static func broken(_ value: String) -> [UInt8] {
        let scalars = Array(value.unicodeScalars)
        let middle = scalars.count / 2
        let halves = [scalars[..<middle], scalars[middle...]].map { String(String.UnicodeScalarView($0)) }
        return Array(halves.joined(separator: "-\r\n").utf8)
    }

    private static func folded(_ value: String) -> [UInt8] {
        value.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.value < 0x80 { return [UInt8(scalar.value)] }
            guard case .letters(var packed) = ScalarFolding.lookAlike.reading(of: scalar) else {
                return Array(String(scalar).utf8)
            }
            var bytes: [UInt8] = []
            while packed != 0 {
                bytes.append(UInt8(truncatingIfNeeded: packed))
                packed >>= 8
            }
            return bytes
        }
    }

    private static func shifted(_ value: String) -> [UInt8] {
        let wide = value.unicodeScalars.map { scalar -> Unicode.Scalar in
            (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }
        return Array(String(String.UnicodeScalarView(wide)).utf8)
    }

    private static func lookAlike(_ value: String) -> [UInt8] {
        let pairs: [Unicode.Scalar: Unicode.Scalar] = [
            "a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "i": "і", "A": "А", "B": "В", "E": "Е",
            "H": "Н",
            "K": "К", "M": "М", "O": "О", "P": "Р", "C": "С", "T": "Т",
        ]
        return Array(String(String.UnicodeScalarView(value.unicodeScalars.map { pairs[$0] ?? $0 })).utf8)
    }

    private static func leetspeak(_ value: String) -> [UInt8] {
        let pairs: [UInt8: UInt8] = [
            0x61: 0x34, 0x65: 0x33, 0x69: 0x31, 0x6F: 0x30, 0x73: 0x35, 0x41: 0x34, 0x45: 0x33, 0x4F: 0x30,
        ]
        return Self.folded(value).map { pairs[$0] ?? $0 }
    }
}
