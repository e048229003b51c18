// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The WCO regions in the order of their file.
package struct RegionList: Hashable, Sendable {
    package let version: String
    package let regions: [Region]

    /// Checks the regions.
    ///
    /// - Parameters:
    ///   - version: of the list, as in its file.
    ///   - regions: in the order of the file.
    /// - Throws: `duplicateCode` for a region listed twice or a country in two regions.
    package init(version: String, regions: [Region]) throws(VocabularyError) {
        var seen: Set<String> = []
        for region in regions {
            for code in [region.code] + region.members {
                guard seen.insert(code).inserted else { throw .duplicateCode(code, list: "regions") }
            }
        }
        self.version = version
        self.regions = regions
    }

    package subscript(code: String) -> Region? { regions.first { $0.code == code } }

    package func contains(_ code: String) -> Bool { self[code] != nil }

    /// The name for people; English where the language is missing, `nil` for an unknown code.
    package func label(_ code: String, _ language: Language) -> String? {
        guard let region = self[code] else { return nil }
        return region.labels[language] ?? region.labels[.en]
    }
}
