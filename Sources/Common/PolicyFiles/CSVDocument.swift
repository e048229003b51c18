// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A parsed CSV file whose rows know their lines.
///
/// RFC 4180 with lines that begin with `#` skipped; a quoted field may hold commas and doubled quotation marks, but no
/// line break.
struct CSVDocument {
    struct Row {
        let line: Int
        let fields: [String]
    }

    let file: String

    /// Names of the first row.
    let columns: [String]
    let rows: [Row]

    /// Parses one file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    ///   - columns: names that the first row must have, in order; `nil` for any.
    ///   - further: names that may follow them, all or none; their fields are empty when they are left out.
    /// - Throws: size, encoding, columns and quotation, with the line.
    init(_ bytes: [UInt8], file: String, columns: [String]? = nil, further: [String] = []) throws(PolicyFileError) {
        guard bytes.count <= PolicyFileLimits.fileBytes else {
            let rule = PolicyFileRule.tooLong(byteCount: bytes.count, limit: PolicyFileLimits.fileBytes)
            throw PolicyFileError(file: file, line: nil, rule: rule)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw PolicyFileError(file: file, line: nil, rule: .notUTF8)
        }
        var rows: [Row] = []
        var header: [String]?
        var line = 0
        for var octets in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            if octets.last == UInt8(ascii: "\r") { octets.removeLast() }
            if octets.isEmpty || octets.first == UInt8(ascii: "#") { continue }
            let fields = try Self.fields(octets, file: file, line: line)
            let columns = columns ?? header ?? fields
            let expected = header?.count ?? (fields.count == columns.count ? columns.count : (columns + further).count)
            guard fields.count == expected else {
                let rule = PolicyFileRule.columnCount(expected: header?.count ?? columns.count, found: fields.count)
                throw PolicyFileError(file: file, line: line, rule: rule)
            }
            if header == nil {
                if let unknown = zip(fields, columns + further).first(where: { $0 != $1 }) {
                    throw PolicyFileError(file: file, line: line, rule: .unknownColumn(unknown.0))
                }
                header = fields
            } else {
                let missing = Array(repeating: "", count: columns.count + further.count - fields.count)
                rows.append(Row(line: line, fields: fields + missing))
            }
        }
        guard let header else {
            throw PolicyFileError(file: file, line: nil, rule: .missingKey(columns?.first ?? "columns"))
        }
        self.file = file
        self.columns = header
        self.rows = rows
    }

    /// An error in one row.
    func failure(_ row: Row, _ rule: PolicyFileRule) -> PolicyFileError {
        PolicyFileError(file: file, line: row.line, rule: rule)
    }

    private static func fields(
        _ octets: ArraySlice<UInt8>,
        file: String,
        line: Int
    ) throws(PolicyFileError) -> [String] {
        var fields: [String] = []
        var field: [UInt8] = []
        var position = octets.startIndex
        let quotation = UInt8(ascii: "\"")
        while true {
            if field.isEmpty, position < octets.endIndex, octets[position] == quotation {
                position += 1
                while true {
                    guard position < octets.endIndex else {
                        throw PolicyFileError(
                            file: file,
                            line: line,
                            rule: .wrongKind(expected: "a closing quotation mark")
                        )
                    }
                    if octets[position] == quotation {
                        position += 1
                        guard position < octets.endIndex, octets[position] == quotation else { break }
                    }
                    field.append(octets[position])
                    position += 1
                }
                guard position == octets.endIndex || octets[position] == UInt8(ascii: ",") else {
                    throw PolicyFileError(file: file, line: line, rule: .wrongKind(expected: "a comma"))
                }
            }
            guard position < octets.endIndex else { break }
            if octets[position] == UInt8(ascii: ",") {
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            } else {
                field.append(octets[position])
            }
            position += 1
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }
}
