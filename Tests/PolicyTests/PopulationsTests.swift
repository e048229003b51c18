// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import PolicyFiles
import Testing
import Vocabulary

@Suite("populations")
struct PopulationsTests {
    static let vocabularies = Result { try VocabularyFiles.load() }

    static func table(_ text: String) throws -> Populations {
        let bytes = Array("place,month,referrers,incidents,source_kinds\n\(text)".utf8)
        return try PopulationsFile.parse(bytes, file: "test.csv", vocabularies: try vocabularies.get())
    }

    @Test("months add up incidents, but not the people who may be the same")
    func quarter() throws {
        let table = try Self.table("AUFRE,2024-01,10,1,2\nAUFRE,2024-02,12,2,3\nAUFRE,*,5,0,1\n")
        let quarter = table.crowd(in: "AUFRE", during: .quarter(year: 2024, quarter: 1))
        #expect(quarter == Crowd(referrers: 12, incidents: 3, sourceKinds: 3))
        let other = table.crowd(in: "AUFRE", during: .month(year: 2024, month: 3))
        #expect(other == Crowd(referrers: 5, incidents: 0, sourceKinds: 1))
    }

    @Test("a country has at least the crowd of its ports, a region that of its countries")
    func places() throws {
        let table = try Self.table("AUFRE,*,10,1,2\nAUSYD,*,7,1,4\nAU,*,3,5,1\nNZ,*,2,2,2\n")
        let month = IncidentPeriod.month(year: 2024, month: 2)
        #expect(table.crowd(in: "AU", during: month) == Crowd(referrers: 17, incidents: 5, sourceKinds: 4))
        #expect(table.crowd(in: "ap", during: month) == Crowd(referrers: 19, incidents: 7, sourceKinds: 4))
    }

    @Test("a place that nobody counted has nobody in it")
    func unknownPlace() throws {
        let table = try Self.table("AU,*,100,100,5\n")
        #expect(table.crowd(in: "AUFRE", during: .year(2024)) == .unknown)
        #expect(Populations.none.crowd(in: "ap", during: .year(2024)) == .unknown)
    }

    @Test(
        "a wrong line is named",
        arguments: [
            ("ZZ,*,1,1,1", PolicyFileRule.unknownCode("ZZ", list: "places")),
            ("AU,2024-13,1,1,1", .invalidValue(key: "month")),
            ("AU,2024-1,1,1,1", .invalidValue(key: "month")),
            ("AU,*,-1,1,1", .invalidValue(key: "referrers")),
            ("AU,*,1,x,1", .invalidValue(key: "incidents")),
            ("AU,*,1,1", .columnCount(expected: 5, found: 4)),
        ]
    )
    func wrongLines(text: String, rule: PolicyFileRule) {
        #expect(throws: PolicyFileError(file: "test.csv", line: 3, rule: rule)) {
            try Self.table("AP,*,1,1,1".lowercased() + "\n" + text)
        }
    }

    @Test("thresholds need all three numbers")
    func thresholds() {
        let threshold = CrowdThreshold(referrers: 5, incidents: 3, sourceKinds: 2)
        #expect(threshold.isMet(by: Crowd(referrers: 5, incidents: 3, sourceKinds: 2)))
        #expect(!threshold.isMet(by: Crowd(referrers: 4, incidents: 3, sourceKinds: 2)))
        #expect(!threshold.isMet(by: Crowd(referrers: 5, incidents: 2, sourceKinds: 2)))
        #expect(!threshold.isMet(by: Crowd(referrers: 5, incidents: 3, sourceKinds: 1)))
    }

    @Test("levels are ordered from the narrowest, and a reader sees his own and wider ones")
    func levels() {
        #expect(ConfidentialityLevel.allCases.sorted() == [.originOnly, .customs, .partners, .everyone])
        #expect(ConfidentialityLevel.customs.mayRead(.everyone))
        #expect(ConfidentialityLevel.partners.mayRead(.partners))
        #expect(!ConfidentialityLevel.partners.mayRead(.customs))
        for level in ConfidentialityLevel.allCases { #expect(!level.mayRead(.originOnly)) }
        #expect(ConfidentialityLevel.allCases.map(\.tierOrdinal) == [nil, 2, 1, 0])
    }

    @Test("periods hold their months")
    func periods() {
        #expect(IncidentPeriod(year: 2024, month: 5, grain: .quarter)?.text == "2024-Q2")
        #expect(IncidentPeriod(year: 2024, month: 12, grain: .month)?.text == "2024-12")
        #expect(IncidentPeriod(year: 2024, month: 12, grain: .year)?.monthIndices.count == 12)
        #expect(IncidentPeriod.quarter(year: 2024, quarter: 1).monthIndices == [24288, 24289, 24290])
        #expect(IncidentPeriod(year: 2024, month: 1, grain: .exact) == nil)
    }
}
