// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import StrictJSON

/// Plain text made of an answer's JSON: aligned columns for lists, one field a line for one thing.
enum TextTable {
    /// A list's rows under their headings.
    ///
    /// - Parameters:
    ///   - items: the objects of an answer's array.
    ///   - columns: heading and member name.
    /// - Returns: the lines, without a last line break.
    static func rows(_ items: [JSONValue], _ columns: [(heading: String, member: String)]) -> String {
        let cells = items.map { item in columns.map { Self.cell(item.objectValue?[$0.member]) } }
        guard !cells.isEmpty else { return "(none)" }
        let widths = columns.indices.map { column in
            max(columns[column].heading.count, cells.map { $0[column].count }.max() ?? 0)
        }
        let lines = [columns.map(\.heading)] + cells
        return lines.map { line in
            line.indices.map { index in
                index == line.count - 1
                    ? line[index] : line[index] + String(repeating: " ", count: widths[index] - line[index].count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// One object, a member a line, nested objects indented.
    static func record(_ json: JSONValue, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        guard let object = json.objectValue else { return margin + Self.cell(json) }
        return object.members.map { member in
            if member.value.objectValue != nil {
                return "\(margin)\(member.name):\n" + Self.record(member.value, indent: indent + 2)
            }
            if let items = member.value.arrayValue, items.contains(where: { $0.objectValue != nil }) {
                let lines = items.map { Self.record($0, indent: indent + 4) }
                return "\(margin)\(member.name):\n" + lines.joined(separator: "\n\(margin)  -\n")
            }
            return "\(margin)\(member.name): \(Self.cell(member.value))"
        }.joined(separator: "\n")
    }

    /// One value on one line.
    static func cell(_ value: JSONValue?) -> String {
        guard let value else { return "-" }
        switch value {
        case .null: return "-"
        case .string(let text): return text
        case .array(let items): return items.map { Self.cell($0) }.joined(separator: ", ")
        default: return JSONWriter.text(value)
        }
    }
}
