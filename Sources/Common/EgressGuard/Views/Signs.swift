// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Small tests on characters that several decoders need.
enum Signs {
    static func hexValue(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0x41...0x46: UInt8(scalar.value - 0x37)
        case 0x61...0x66: UInt8(scalar.value - 0x57)
        default: nil
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default: ScalarFolding.lookAlike.traits(of: scalar).contains(.letter)
        }
    }

    static func isWordSign(_ scalar: Unicode.Scalar) -> Bool { Self.isLetter(scalar) || Self.isDigit(scalar) }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value)
            || scalar.value >= 0x80 && ScalarFolding.lookAlike.traits(of: scalar).contains(.space)
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? (0x41...0x5A).contains(scalar.value) : ScalarFolding.lookAlike.traits(of: scalar).contains(.upper)
    }

    /// Whether a character is one of a few, given as a literal.
    static func contains(_ signs: StaticString, _ scalar: Unicode.Scalar) -> Bool {
        signs.withUTF8Buffer { bytes in
            if scalar.value < 0x80 { return bytes.contains(UInt8(scalar.value)) }
            let wanted = Unicode.UTF8.encode(scalar)
            guard let wanted, wanted.count <= bytes.count else { return false }
            for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted.first {
                if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
            }
            return false
        }
    }
}
