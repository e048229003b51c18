// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import Vocabulary

/// Reads a populations table: `place,month,referrers,incidents,source_kinds`, and `conveyance,goods` for parts of it.
package enum PopulationsFile {
    /// Parses one table.
    ///
    /// - Parameters:
    ///   - bytes: as read.
    ///   - file: name for errors.
    ///   - vocabularies: that places are checked against.
    /// - Returns: the table.
    /// - Throws: the first fault with its line.
    package static func parse(
        _ bytes: [UInt8],
        file: String,
        vocabularies: Vocabularies
    ) throws(PolicyFileError) -> Populations {
        let columns = ["place", "month", "referrers", "incidents", "source_kinds"]
        let document = try CSVDocument(bytes, file: file, columns: columns, further: ["conveyance", "goods"])
        var rows: [PopulationRow] = []
        var seen: Set<[String]> = []
        for row in document.rows {
            let place = row.fields[0]
            let isKnown =
                Locode.isValid(place) && vocabularies.countries.contains(String(place.prefix(2)))
                || vocabularies.countries.contains(place) || vocabularies.regions.contains(place)
                || vocabularies.regions.region(ofSubRegion: place) != nil
            guard isKnown else { throw document.failure(row, .unknownCode(place, list: "places")) }
            let traits = try traits(row, in: document, vocabularies: vocabularies)
            guard seen.insert([place, row.fields[1], row.fields[5], row.fields[6]]).inserted else {
                throw document.failure(row, .duplicateCode(place))
            }
            var numbers: [Int] = []
            for column in 2..<5 {
                guard let number = Int(row.fields[column]), number >= 0 else {
                    throw document.failure(row, .invalidValue(key: columns[column]))
                }
                numbers.append(number)
            }
            let month = try monthIndex(row, in: document)
            let crowd = Crowd(referrers: numbers[0], incidents: numbers[1], sourceKinds: numbers[2])
            rows.append(PopulationRow(place: place, monthIndex: month, traits: traits, crowd: crowd))
        }
        return Populations(rows, vocabularies: vocabularies)
    }

    /// Loads the operator's `populations.csv`, else the embedded one, which knows regions only.
    ///
    /// - Parameters:
    ///   - overrides: directory with the layout of `policy/`, or `nil`.
    ///   - vocabularies: that places are checked against.
    /// - Returns: the table.
    /// - Throws: the first fault with file and line.
    package static func load(overrides: String?, vocabularies: Vocabularies) throws(PolicyFileError) -> Populations {
        let (bytes, file) = try PolicyDirectory(overrides: overrides).read("populations.csv")
        return try parse(bytes, file: file, vocabularies: vocabularies)
    }

    /// The part of the population that a line counts; an empty field or `*` stands for all.
    private static func traits(
        _ row: CSVDocument.Row,
        in document: CSVDocument,
        vocabularies: Vocabularies
    ) throws(PolicyFileError) -> PopulationTraits {
        let codes = row.fields[5...6].map { $0.isEmpty || $0 == "*" ? nil : $0 }
        if let code = codes[0],
            !vocabularies.conveyances.contains(code) || !vocabularies.conveyances.children(of: code).isEmpty
        {
            throw document.failure(row, .unknownCode(code, list: VocabularyName.conveyances.rawValue))
        }
        if let code = codes[1], !vocabularies.hsChapters.contains(code) {
            throw document.failure(row, .unknownCode(code, list: "hs-chapters"))
        }
        return PopulationTraits(conveyance: codes[0], goods: codes[1])
    }

    private static func monthIndex(_ row: CSVDocument.Row, in document: CSVDocument) throws(PolicyFileError) -> Int? {
        let text = row.fields[1]
        if text == "*" { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 7, parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]),
            year >= 1, (1...12).contains(month)
        else { throw document.failure(row, .invalidValue(key: "month")) }
        return year * 12 + month - 1
    }
}
