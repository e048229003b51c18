// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// Armour of RFC 7468, for the two TLS files: what `openssl` and operators' tools read.
enum PEM {
    /// Wraps DER bytes.
    static func encode(_ der: [UInt8], label: String) -> [UInt8] {
        let letters = Base64URL.encodeUTF8(der).map { letter in
            switch letter {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: letter
            }
        }
        let padded = letters + Array(repeating: UInt8(ascii: "="), count: (4 - letters.count % 4) % 4)
        var text = Array("-----BEGIN \(label)-----\n".utf8)
        for start in stride(from: 0, to: padded.count, by: 64) {
            text += padded[start..<min(start + 64, padded.count)]
            text.append(UInt8(ascii: "\n"))
        }
        return text + Array("-----END \(label)-----\n".utf8)
    }

    /// Unwraps the one block of that label; nil for anything else.
    static func decode(_ text: [UInt8], label: String) -> [UInt8]? {
        let lines = text.split(separator: UInt8(ascii: "\n")).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        guard lines.count >= 3, lines.first.map(Array.init) == Array("-----BEGIN \(label)-----".utf8),
            lines.last.map(Array.init) == Array("-----END \(label)-----".utf8)
        else { return nil }
        var letters: [UInt8] = []
        for letter in lines.dropFirst().dropLast().joined() {
            switch letter {
            case UInt8(ascii: "+"): letters.append(UInt8(ascii: "-"))
            case UInt8(ascii: "/"): letters.append(UInt8(ascii: "_"))
            case UInt8(ascii: "-"), UInt8(ascii: "_"): return nil
            default: letters.append(letter)
            }
        }
        while letters.last == UInt8(ascii: "=") {
            letters.removeLast()
        }
        do {
            return try Base64URL.decode(utf8: letters)
        } catch {
            return nil
        }
    }
}
