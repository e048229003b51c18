// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The WCO regions in the order of their file.
package struct RegionList: Hashable, Sendable {
    package let version: String
    package let regions: [Region]

    /// Parts of the regions, in the order of the file.
    package let subRegions: [SubRegion]

    /// Checks the regions.
    ///
    /// - Parameters:
    ///   - version: of the list, as in its file.
    ///   - regions: in the order of the file.
    ///   - subRegions: in the order of the file; each lies in one region with all its countries.
    /// - Throws: `duplicateCode` for a region listed twice or a country in two regions or two parts; `unknownParent` for a
    ///   part that is not inside its region.
    package init(version: String, regions: [Region], subRegions: [SubRegion] = []) throws(VocabularyError) {
        var seen: Set<String> = []
        for region in regions {
            for code in [region.code] + region.members {
                guard seen.insert(code).inserted else { throw .duplicateCode(code, list: "regions") }
            }
        }
        var placed: Set<String> = []
        for part in subRegions {
            guard let region = regions.first(where: { $0.code == part.region }),
                Set(part.members).isSubset(of: region.members)
            else { throw .unknownParent(part.region, of: part.code, list: "regions") }
            guard seen.insert(part.code).inserted else { throw .duplicateCode(part.code, list: "regions") }
            for code in part.members {
                guard placed.insert(code).inserted else { throw .duplicateCode(code, list: "regions") }
            }
        }
        self.version = version
        self.subRegions = subRegions
        self.regions = regions
    }

    package subscript(code: String) -> Region? { regions.first { $0.code == code } }

    package func contains(_ code: String) -> Bool { self[code] != nil }

    /// The part of a region that holds a country; `nil` when no part lists it.
    package func subRegion(of country: String) -> String? {
        subRegions.first { $0.members.contains(country) }?.code
    }

    /// The region around a part; `nil` for another code.
    package func region(ofSubRegion code: String) -> String? { subRegions.first { $0.code == code }?.region }

    /// The name for people; English where the language is missing, `nil` for an unknown code.
    package func label(_ code: String, _ language: Language) -> String? {
        guard let region = self[code] else { return nil }
        return region.labels[language] ?? region.labels[.en]
    }
}
