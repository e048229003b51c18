// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Writes JSON texts that ``JSONParser`` reads back as the same value.
package enum JSONWriter {
    /// Writes one value as UTF-8.
    ///
    /// - Parameters:
    ///   - value: any value.
    ///   - pretty: with line breaks and two spaces per level, for people; else without white space.
    /// - Returns: the bytes, without a line break at the end.
    package static func write(_ value: JSONValue, pretty: Bool = false) -> [UInt8] {
        var output: [UInt8] = []
        append(value, to: &output, level: pretty ? 0 : nil)
        return output
    }

    /// Writes one value as a string.
    ///
    /// - Parameters:
    ///   - value: any value.
    ///   - pretty: as for bytes.
    /// - Returns: the text, without a line break at the end.
    package static func text(_ value: JSONValue, pretty: Bool = false) -> String {
        String(decoding: write(value, pretty: pretty), as: UTF8.self)
    }

    private static func append(_ value: JSONValue, to output: inout [UInt8], level: Int?) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let truth): output.append(contentsOf: (truth ? "true" : "false").utf8)
        case .number(let number): output.append(contentsOf: number.text.utf8)
        case .string(let text): append(text, to: &output)
        case .array(let elements): append(elements, to: &output, level: level)
        case .object(let object): append(object, to: &output, level: level)
        }
    }

    private static func append(_ elements: [JSONValue], to output: inout [UInt8], level: Int?) {
        guard !elements.isEmpty else { return output.append(contentsOf: "[]".utf8) }
        output.append(UInt8(ascii: "["))
        let inner = level.map { $0 + 1 }
        for index in elements.indices {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(inner, in: &output)
            append(elements[index], to: &output, level: inner)
        }
        breakLine(level, in: &output)
        output.append(UInt8(ascii: "]"))
    }

    private static func append(_ object: JSONObject, to output: inout [UInt8], level: Int?) {
        guard !object.isEmpty else { return output.append(contentsOf: "{}".utf8) }
        output.append(UInt8(ascii: "{"))
        let inner = level.map { $0 + 1 }
        var isFirst = true
        for member in object {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            breakLine(inner, in: &output)
            append(member.name, to: &output)
            output.append(contentsOf: (level == nil ? ":" : ": ").utf8)
            append(member.value, to: &output, level: inner)
        }
        breakLine(level, in: &output)
        output.append(UInt8(ascii: "}"))
    }

    private static func breakLine(_ level: Int?, in output: inout [UInt8]) {
        guard let level else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    private static func append(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
            case 0x08: output.append(contentsOf: #"\b"#.utf8)
            case 0x09: output.append(contentsOf: #"\t"#.utf8)
            case 0x0A: output.append(contentsOf: #"\n"#.utf8)
            case 0x0C: output.append(contentsOf: #"\f"#.utf8)
            case 0x0D: output.append(contentsOf: #"\r"#.utf8)
            case 0..<0x20:
                output.append(contentsOf: (octet < 0x10 ? #"\u000"# : #"\u001"#).utf8)
                output.append(contentsOf: String(octet & 0x0F, radix: 16).utf8)
            default: output.append(octet)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
