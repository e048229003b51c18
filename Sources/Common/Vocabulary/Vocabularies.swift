// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// All code lists of a node, loaded once at start.
package struct Vocabularies: Hashable, Sendable {
    private let lists: [VocabularyName: TermList]

    package let countries: CountryList
    package let ports: PortList
    package let containerSizeTypes: ContainerSizeTypes
    package let hsChapters: HSChapters
    package let regions: RegionList

    /// Takes checked lists.
    ///
    /// - Parameters:
    ///   - lists: one per name; a missing one is an error of the loader and stops the program.
    ///   - countries: by two-letter code.
    ///   - ports: by UN/LOCODE.
    ///   - containerSizeTypes: by size-type code.
    ///   - hsChapters: by two digits.
    ///   - regions: the WCO regions.
    package init(
        lists: [VocabularyName: TermList],
        countries: CountryList,
        ports: PortList,
        containerSizeTypes: ContainerSizeTypes,
        hsChapters: HSChapters,
        regions: RegionList
    ) {
        for name in VocabularyName.allCases {
            precondition(lists[name] != nil, "no list \(name.rawValue)")
        }
        self.lists = lists
        self.countries = countries
        self.ports = ports
        self.containerSizeTypes = containerSizeTypes
        self.hsChapters = hsChapters
        self.regions = regions
    }

    /// The list of a name.
    package subscript(name: VocabularyName) -> TermList {
        guard let list = lists[name] else { preconditionFailure("no list \(name.rawValue)") }
        return list
    }

    package var assessment: TermList { self[.assessment] }
    package var chainStages: TermList { self[.chainStages] }
    package var commodities: TermList { self[.commodities] }
    package var concealment: TermList { self[.concealment] }
    package var confidentiality: TermList { self[.confidentiality] }
    package var conveyances: TermList { self[.conveyances] }
    package var detection: TermList { self[.detection] }
    package var documentTypes: TermList { self[.documentTypes] }
    package var drugForms: TermList { self[.drugForms] }
    package var indicators: TermList { self[.indicators] }
    package var insiderRoles: TermList { self[.insiderRoles] }
    package var modusOperandi: TermList { self[.modusOperandi] }
    package var outcomes: TermList { self[.outcomes] }
    package var recommendations: TermList { self[.recommendations] }
    package var securityGaps: TermList { self[.securityGaps] }
    package var stakeholders: TermList { self[.stakeholders] }
    package var transportModes: TermList { self[.transportModes] }
    package var treatments: TermList { self[.treatments] }
    package var withholdingReasons: TermList { self[.withholdingReasons] }

    /// The WCO region of a port: its own entry, else that of its country.
    package func region(ofPort locode: String) -> String? {
        ports[locode]?.region ?? Locode.country(of: locode).flatMap { countries.region(of: $0) }
    }
}
