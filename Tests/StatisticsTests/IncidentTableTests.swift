// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Statistics
import StrictJSON
import Testing
import Vocabulary

@Suite("the incident table") struct IncidentTableTests {
    typealias Incident = IncidentTableBuilder.Incident

    let terms: TermList

    init() throws {
        func term(_ code: String, below parent: String? = nil) -> Term {
            Term(code: code, parent: parent, labels: [.en: code], definition: code)
        }
        self.terms = try TermList(
            name: "modus-operandi",
            version: "1",
            terms: [
                term("contamination"), term("rip-off", below: "contamination"),
                term("haulage", below: "contamination"), term("diversion", below: "haulage"), term("front"),
            ]
        )
    }

    private static let coverage = Coverage(expected: ["beta", "alpha", "gamma"], heard: ["gamma", "alpha"])

    private func table(
        _ incidents: [Incident],
        incidentsAtLeast incidentCount: Int = 1,
        contributorsAtLeast contributorCount: Int = 1
    ) -> IncidentTable {
        let threshold = StatisticsThreshold(incidents: incidentCount, contributors: contributorCount)
        return IncidentTableBuilder(modusOperandi: self.terms, threshold: threshold)
            .table(of: incidents, coverage: Self.coverage)
    }

    private static func incident(
        _ contributor: String = "alpha",
        quarter: String? = "2026-Q2",
        month: String? = nil,
        region: String? = "europe",
        codes: JSONValue? = ["rip-off"],
        classes: JSONValue? = nil
    ) -> Incident {
        var claims: JSONObject = [:]
        claims["incident_quarter"] = quarter.map { .string($0) }
        claims["incident_month"] = month.map { .string($0) }
        claims["wco_region"] = region.map { .string($0) }
        claims["mo"] = codes
        claims["mo_class"] = classes
        return Incident(contributor: contributor, claims: claims)
    }

    private static func key(
        _ quarter: String = "2026-Q2",
        _ region: String = "europe",
        _ family: String = "contamination"
    ) -> IncidentTable.Key {
        IncidentTable.Key(quarter: quarter, region: region, family: family)
    }

    @Test("counts each incident once, in one cell, whatever else it lists")
    func countingRule() {
        let table = self.table([
            Self.incident(codes: ["rip-off", "front"]), Self.incident("beta", codes: ["front", "rip-off"]),
            Self.incident("beta"), Self.incident("beta", region: "africa"),
        ])
        #expect(
            table.cells.map(\.key) == [
                Self.key("2026-Q2", "africa"), Self.key(), Self.key("2026-Q2", "europe", "front"),
            ]
        )
        let expected: [IncidentTable.Count] = [
            .shown(incidents: 1, contributors: 1), .shown(incidents: 2, contributors: 2),
            .shown(incidents: 1, contributors: 1),
        ]
        #expect(table.cells.map(\.count) == expected)
        #expect(table.notAssessed == 0)
    }

    @Test(
        "puts a modus operandi into its family",
        arguments: [
            ("diversion", "contamination"), ("haulage", "contamination"), ("contamination", "contamination"),
            ("front", "front"), ("of-tomorrow", "of-tomorrow"),
        ]
    )
    func family(code: String, family: String) {
        #expect(self.table([Self.incident(codes: [.string(code)])]).cells.map(\.key.family) == [family])
        #expect(self.table([Self.incident(codes: .string(code))]).cells.map(\.key.family) == [family])
    }

    @Test("takes the class where the codes are not disclosed")
    func classes() {
        let incidents = [
            Self.incident(codes: nil, classes: ["contamination"]), Self.incident(codes: [], classes: "contamination"),
            Self.incident(codes: ["rip-off"], classes: ["front"]),
        ]
        let table = self.table(incidents)
        #expect(table.cells.map(\.key) == [Self.key()])
        #expect(table.cells.map(\.count) == [.shown(incidents: 3, contributors: 1)])
    }

    @Test(
        "takes the quarter from a month where no quarter is disclosed",
        arguments: [
            ("2026-01", "2026-Q1"), ("2026-03", "2026-Q1"), ("2026-04", "2026-Q2"), ("2026-09", "2026-Q3"),
            ("2025-10", "2025-Q4"), ("2025-12", "2025-Q4"),
        ]
    )
    func quarterOfMonth(month: String, quarter: String) {
        let table = self.table([Self.incident(quarter: nil, month: month)])
        #expect(table.cells.map(\.key.quarter) == [quarter])
        let claimed = self.table([Self.incident(quarter: "2024-Q1", month: month)])
        #expect(claimed.cells.map(\.key.quarter) == ["2024-Q1"])
    }

    @Test("counts as not assessed what does not give all three dimensions")
    func notAssessed() {
        let table = self.table([
            Self.incident(), Self.incident(quarter: nil), Self.incident(region: nil), Self.incident(codes: nil),
            Self.incident(quarter: nil, month: "2026-13"), Self.incident(quarter: nil, month: "2026-00"),
            Self.incident(quarter: nil, month: "2026"), Self.incident(quarter: nil, month: "2026-01-02"),
            Self.incident(codes: 7), Incident(contributor: "alpha", claims: [:]),
        ])
        #expect(table.cells.map(\.count) == [.shown(incidents: 1, contributors: 1)])
        #expect(table.notAssessed == 9)
    }

    @Test("shows a cell only with enough incidents and enough contributors")
    func threshold() {
        let few = [Self.incident("alpha"), Self.incident("beta")]
        let oneSided = [Self.incident("alpha"), Self.incident("alpha"), Self.incident("alpha")]
        let enough = [Self.incident("alpha"), Self.incident("alpha"), Self.incident("beta")]
        func counts(_ incidents: [Incident]) -> [IncidentTable.Count] {
            self.table(incidents, incidentsAtLeast: 3, contributorsAtLeast: 2).cells.map(\.count)
        }
        #expect(counts(few) == [.belowThreshold])
        #expect(counts(oneSided) == [.belowThreshold])
        #expect(counts(enough) == [.shown(incidents: 3, contributors: 2)])
    }

    @Test("keeps no number of a suppressed cell: tables that differ only there are equal")
    func suppressedCellHoldsNothing() {
        let shown = [Self.incident("alpha", region: "africa"), Self.incident("beta", region: "africa")]
        let threshold = (incidents: 2, contributors: 2)
        func table(_ more: [Incident]) -> IncidentTable {
            self.table(
                shown + more,
                incidentsAtLeast: threshold.incidents,
                contributorsAtLeast: threshold.contributors
            )
        }
        let one = table([Self.incident("alpha")])
        let three = table([Self.incident("gamma"), Self.incident("gamma"), Self.incident("gamma")])
        #expect(one == three)
        #expect(one.cells.map(\.count) == [.shown(incidents: 2, contributors: 2), .belowThreshold])
        #expect(String(reflecting: one) == String(reflecting: three))
    }

    @Test("has no margins: it holds nothing but its cells, its threshold, its coverage and what is not assessed")
    func noMargins() {
        let names = Mirror(reflecting: self.table([Self.incident()])).children.compactMap(\.label)
        #expect(names.sorted() == ["cells", "coverage", "notAssessed", "threshold"])
    }

    @Test("says who was expected, who is heard and who is silent")
    func coverage() {
        let table = self.table([], incidentsAtLeast: 5, contributorsAtLeast: 3)
        #expect(table.cells == [])
        #expect(table.coverage.expected == ["alpha", "beta", "gamma"])
        #expect(table.coverage.heard == ["alpha", "gamma"])
        #expect(table.coverage.silent == ["beta"])
        #expect(table.threshold == StatisticsThreshold(incidents: 5, contributors: 3))
    }

    @Test("does not depend on the order of the incidents, and is sorted by quarter, region and family")
    func order() {
        let incidents = [
            Self.incident("beta", quarter: "2026-Q3"), Self.incident(region: "africa"), Self.incident(codes: ["front"]),
            Self.incident("gamma", quarter: "2025-Q4"), Self.incident(),
        ]
        let table = self.table(incidents)
        #expect(table == self.table(incidents.reversed()))
        #expect(table.cells.map(\.key) == table.cells.map(\.key).sorted())
        #expect(table.cells.count == 5)
    }

    @Test("carries its definition as one line of running text")
    func definition() {
        #expect(!IncidentTable.definition.contains("  "))
        #expect(!IncidentTable.definition.contains("\n"))
        #expect(IncidentTable.definition.contains("no rates"))
    }
}
