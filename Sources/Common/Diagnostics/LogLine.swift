// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Builds one JSON object, member by member, for a log line.
///
/// Kept apart from the strict JSON reader because a log line must be cheap and must never fail: whatever text comes in,
/// valid JSON of at most ``byteLimit`` bytes goes out.
struct LogLine {
    /// Bytes of one line; a longer text is cut and marked.
    static let byteLimit = 4_096

    /// Bytes of one member's text.
    static let textByteLimit = 1_024

    private(set) var bytes: [UInt8]
    private var isEmpty = true

    /// Starts a line.
    ///
    /// - Parameter priority: the prefix by which journald learns the severity, empty elsewhere.
    init(priority: String) {
        self.bytes = Array(priority.utf8)
        self.bytes.reserveCapacity(256)
        self.bytes.append(UInt8(ascii: "{"))
    }

    /// Adds a text member, unless the line is full.
    mutating func add(_ name: String, _ text: String) {
        let value = Self.quoted(Self.shortened(text))
        self.add(name, rendered: value)
    }

    /// Adds a number member, unless the line is full.
    mutating func add(_ name: String, _ number: Int) {
        self.add(name, rendered: Array(String(number).utf8))
    }

    /// Ends the line.
    mutating func finish() -> [UInt8] {
        self.bytes.append(UInt8(ascii: "}"))
        self.bytes.append(UInt8(ascii: "\n"))
        return self.bytes
    }

    private mutating func add(_ name: String, rendered value: [UInt8]) {
        let label = Self.quoted(name)
        guard self.bytes.count + label.count + value.count + 4 <= Self.byteLimit else { return }
        if !self.isEmpty {
            self.bytes.append(UInt8(ascii: ","))
        }
        self.isEmpty = false
        self.bytes += label
        self.bytes.append(UInt8(ascii: ":"))
        self.bytes += value
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > Self.textByteLimit else { return text }
        var short = ""
        var count = 0
        for character in text.unicodeScalars {
            count += String(character).utf8.count
            guard count <= Self.textByteLimit else { break }
            short.unicodeScalars.append(character)
        }
        return short + "[cut]"
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var out: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F:
                // Control characters could rewrite a terminal or start a line of their own.
                out += Array("\\u00".utf8) + Self.hex(byte)
            default:
                out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
        return out
    }

    private static func hex(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
    }
}
