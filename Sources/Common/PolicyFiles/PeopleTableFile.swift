// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// Reads a table with one line per person, with any columns.
package enum PeopleTableFile {
    /// Parses one table.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    ///   - columns: names of the columns that cut the cells.
    ///   - kind: name of the column that tells kinds of people apart.
    /// - Returns: the crowds.
    /// - Throws: the first fault with its line; `unknownColumn` for a name that the first line does not have.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        columns: [String],
        kind: String
    ) throws(PolicyFileError) -> CrowdTable {
        let document = try CSVDocument(bytes, file: file)
        var places: [Int] = []
        for name in columns + [kind] {
            guard let place = document.columns.firstIndex(of: name) else {
                throw PolicyFileError(file: file, line: 1, rule: .unknownColumn(name))
            }
            places.append(place)
        }
        return CrowdTable(
            document.rows.map { row in
                let values = places.map { row.fields[$0] }
                return (values: Array(values.dropLast()), kind: values[values.count - 1])
            }
        )
    }
}
