// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Vocabulary

/// Loads all code lists of a node.
package enum VocabularyFiles {
    /// Loads the operator's files where there are any, else the embedded ones.
    ///
    /// - Parameter overrides: directory with the layout of `policy/`, or `nil`.
    /// - Returns: all lists, each without contradictions.
    /// - Throws: the first fault, with file and line.
    package static func load(overrides: String? = nil) throws(PolicyFileError) -> Vocabularies {
        let directory = PolicyDirectory(overrides: overrides)
        var lists: [VocabularyName: TermList] = [:]
        for name in VocabularyName.allCases {
            let (bytes, file) = try directory.read("vocabularies/\(name.rawValue).yaml")
            lists[name] = try TermListFile.parse(bytes, name: name, file: file)
        }
        let regionsFile = try directory.read("vocabularies/regions.yaml")
        let regions = try RegionsFile.parse(regionsFile.bytes, file: regionsFile.file)
        let countriesFile = try directory.read("vocabularies/countries.csv")
        let countries = try CountriesFile.parse(countriesFile.bytes, file: countriesFile.file, regions: regions)
        let portsFile = try directory.read("vocabularies/ports.csv")
        let ports = try PortsFile.parse(portsFile.bytes, file: portsFile.file, countries: countries)
        let sizesFile = try directory.read("vocabularies/container-size-types.csv")
        let chaptersFile = try directory.read("vocabularies/hs-chapters.csv")
        return Vocabularies(
            lists: lists,
            countries: countries,
            ports: ports,
            containerSizeTypes: try LabelTableFile.containerSizeTypes(sizesFile.bytes, file: sizesFile.file),
            hsChapters: try LabelTableFile.hsChapters(chaptersFile.bytes, file: chaptersFile.file),
            regions: regions
        )
    }
}
