// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Reads `ports.csv`.
package enum PortsFile {
    /// Parses the file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    ///   - countries: that a port may lie in.
    /// - Returns: the ports; coordinates are not used.
    /// - Throws: the first fault with its line.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        countries: CountryList
    ) throws(PolicyFileError) -> PortList {
        let columns = [
            "locode", "country", "name", "name_ascii", "wco_region", "container_terminal", "lat", "lon", "coord_source",
        ]
        let document = try CSVDocument(bytes, file: file, columns: columns)
        var ports: [Port] = []
        var seen: Set<String> = []
        for row in document.rows {
            let code = row.fields[0]
            guard Locode.isValid(code) else { throw document.failure(row, .invalidValue(key: "locode")) }
            guard countries.contains(row.fields[1]), Locode.country(of: code) == row.fields[1] else {
                throw document.failure(row, .unknownCode(row.fields[1], list: "countries"))
            }
            guard seen.insert(code).inserted else { throw document.failure(row, .duplicateCode(code)) }
            ports.append(
                Port(code: code, name: row.fields[2], region: row.fields[4].isEmpty ? nil : row.fields[4])
            )
        }
        do throws(VocabularyError) {
            return try PortList(ports)
        } catch {
            throw PolicyFileError(file: file, line: nil, rule: .listContradiction)
        }
    }
}
