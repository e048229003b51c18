// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Reads `countries.csv`.
package enum CountriesFile {
    /// Parses the file.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    ///   - regions: that a country may name.
    /// - Returns: the countries.
    /// - Throws: the first fault with its line.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        regions: RegionList
    ) throws(PolicyFileError) -> CountryList {
        let columns = ["alpha2", "alpha3", "numeric", "name_en", "name_fr", "name_es", "wco_region"]
        let document = try CSVDocument(bytes, file: file, columns: columns)
        var countries: [Country] = []
        var seen: Set<String> = []
        for row in document.rows {
            let region = row.fields[6].isEmpty ? nil : row.fields[6]
            if let region, !regions.contains(region) {
                throw document.failure(row, .unknownCode(region, list: "regions"))
            }
            guard seen.insert(row.fields[0]).inserted else {
                throw document.failure(row, .duplicateCode(row.fields[0]))
            }
            let names: [Language: String] = [.en: row.fields[3], .fr: row.fields[4], .es: row.fields[5]]
            countries.append(
                Country(code: row.fields[0], alpha3: row.fields[1], names: names, region: region)
            )
        }
        do throws(VocabularyError) {
            return try CountryList(countries)
        } catch {
            throw PolicyFileError(file: file, line: nil, rule: .listContradiction)
        }
    }
}
