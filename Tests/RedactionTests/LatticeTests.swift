// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Casework
import Policy
import PolicyFiles
import StrictJSON
import Testing
import Vocabulary

@testable import Redaction

@Suite("the lattice of cells")
struct LatticeTests {
    /// Fremantle, 29 February 2024; a container ship with beer (HS 2203).
    private static let name = "en-01-abandoned-dry-container.json"

    /// The default policy with one text replaced.
    private static func policy(_ old: String, _ new: String) throws -> Policy {
        let bytes = try PolicyDirectory(overrides: nil).read("default.yaml").bytes
        let text = String(decoding: bytes, as: UTF8.self)
        try #require(text.contains(old))
        return try PolicyFile.parse(
            Array(text.replacing(old, with: new).utf8),
            file: "test.yaml",
            vocabularies: try Gate.vocabularies()
        )
    }

    private static func draft(_ table: String, policy: Policy? = nil) throws -> Draft {
        let vocabularies = try Gate.vocabularies()
        let incident = try DossierExample(name).incident
        let redactor = Redactor(
            policy: try policy ?? Gate.standard().policy,
            vocabularies: vocabularies,
            populations: try PopulationsFile.parse(Array(table.utf8), file: "t.csv", vocabularies: vocabularies)
        )
        return try redactor.draft(
            incident,
            as: .analysis,
            facts: DocumentFacts(),
            circumstances: Circumstances(referrer: nil, incident: incident.coded),
            textGuard: SilentGuard()
        )
    }

    private static func claims(_ draft: Draft, _ tier: Tier) -> [String: JSONValue] {
        Dictionary(uniqueKeysWithValues: draft.bulletin.claims.filter { $0.tier == tier }.map { ($0.name, $0.value) })
    }

    private static let head = "place,month,referrers,incidents,source_kinds"

    @Test(
        "of all cells that suffice the one that gives up least is taken, for every level",
        arguments: 1...6 as ClosedRange<UInt64>
    )
    func leastGeneral(seed: UInt64) throws {
        var state = seed
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % limit
        }
        // Twelfths of an axis, written down apart from the code: port, country, sub-region, region; month to year.
        let places: [(Generalisation, String, Int)] = [
            (.exact, "AUFRE", 0), (.country, "AU", 3), (.subRegion, "ap-oceania", 6), (.region, "ap", 9),
        ]
        let periods: [(Generalisation, Int)] = [(.month, 0), (.quarter, 3), (.halfYear, 6), (.year, 9)]
        let offered: [ConfidentialityLevel: ([Generalisation], [Generalisation])] = [
            .everyone: ([.region], [.year]),
            .partners: ([.country, .subRegion, .region], [.quarter, .halfYear, .year]),
            .customs: ([.exact, .country, .subRegion, .region], [.month, .quarter, .halfYear, .year]),
        ]
        var draftCount = 0
        for _ in 0..<60 {
            let table =
                Self.head + "\n"
                + places.map { "\($0.1),*,\(random(14)),\(random(3)),\(random(3))" }.joined(separator: "\n")
                + "\nNZ,2024-05,\(random(30)),\(random(20)),3\nIN,*,\(random(30)),\(random(4)),2"
            let populations = try PopulationsFile.parse(
                Array(table.utf8),
                file: "t.csv",
                vocabularies: try Gate.vocabularies()
            )
            let policy = try Gate.standard().policy
            guard let draft = try? Self.draft(table) else { continue }
            draftCount += 1
            // What the next wider level sees is seen here too, so nothing coarser is a cell of its own.
            var bound = (place: 12, period: 12)
            for verdict in draft.report.crowd {
                let forms = try #require(offered[verdict.level])
                var best: (loss: Int, cell: (Generalisation, Generalisation))?
                for (place, code, placeLoss) in places where forms.0.contains(place) && placeLoss <= bound.place {
                    for (period, periodLoss) in periods where forms.1.contains(period) && periodLoss <= bound.period {
                        let stretch = try #require(IncidentPeriod(year: 2024, month: 2, grain: period))
                        let crowd = populations.crowd(in: code, during: stretch)
                        guard policy.crowd[verdict.level]?.isMet(by: crowd) == true else { continue }
                        // Places come finest first, so of two with one loss the finer place stays.
                        if best.map({ placeLoss + periodLoss < $0.loss }) ?? true {
                            best = (placeLoss + periodLoss, (place, period))
                        }
                    }
                }
                #expect(verdict.place == best?.cell.0 && verdict.period == best?.cell.1, "\(verdict.level) \(table)")
                bound.place = places.first { $0.0 == best?.cell.0 }?.2 ?? bound.place
                bound.period = periods.first { $0.0 == best?.cell.1 }?.1 ?? bound.period
            }
        }
        #expect(draftCount > 5, "the tables let nothing out")
    }

    @Test("sub-region and half-year stand between country and region, quarter and year")
    func middleForms() throws {
        let partners = Self.claims(try Self.draft("\(Self.head)\nAU,*,4,4,1\nNZ,*,9,1,2\nap,*,90,9,4"), .partners)
        #expect(partners["sub_region"] == "ap-oceania" && partners["country"] == nil)
        let slow = Self.claims(try Self.draft("\(Self.head)\nAU,*,20,1,3\nap,*,90,9,4"), .partners)
        #expect(slow["incident_half_year"] == "2024-H1" && slow["country"] == "AU" && slow["incident_quarter"] == nil)
    }

    @Test("a country outside every sub-region has no such form")
    func outsideSubRegions() throws {
        let vocabularies = try Gate.vocabularies()
        for country in vocabularies.countries.countries {
            let part = vocabularies.regions.subRegion(of: country.code)
            #expect(part.flatMap { vocabularies.regions.region(ofSubRegion: $0) } == country.region, "\(country.code)")
        }
    }

    @Test("an axis that the policy counts coarsens or drops what the table does not count")
    func conveyanceAxis() throws {
        let policy = try Self.policy("axes: [place, period]", "axes: [conveyance]")
        let head = Self.head + ",conveyance,goods"
        let everybody = "AUFRE,*,100,30,5,,\nap,*,900,90,6,,"
        let counted = try Self.draft("\(head)\n\(everybody)\nAUFRE,*,30,20,4,container-ship,", policy: policy)
        #expect(Self.claims(counted, .everyone)["conveyance"] == "container-ship")
        // Not counted by ship at all: the kind of ship does not leave, the rest does.
        let uncounted = try Self.draft("\(head)\n\(everybody)", policy: policy)
        #expect(!uncounted.bulletin.claims.contains { $0.name == "conveyance" })
        #expect(Self.claims(uncounted, .customs)["port"] == "AUFRE")
        // Enough for customs in the port, for nobody else.
        let few = try Self.draft("\(head)\n\(everybody)\nAUFRE,*,4,4,1,container-ship,", policy: policy)
        #expect(Self.claims(few, .everyone)["conveyance"] == nil)
        #expect(Self.claims(few, .customs)["conveyance"] == "container-ship")
        // The default counts place and period only.
        #expect(Self.claims(try Self.draft("\(head)\n\(everybody)"), .everyone)["conveyance"] == "container-ship")
    }

    @Test("a class of ships counts all its kinds")
    func conveyanceClass() throws {
        let policy = try Self.policy(
            "axes: [place, period]",
            "axes: [conveyance]"
        )
        let coarser = try Self.policy(
            "{claim: conveyance, level: public, as: exact}]}\n      - field: vessel.name",
            "{claim: conveyance, level: public, as: parent-term}]}\n      - field: vessel.name"
        )
        let both = Policy(
            id: "t",
            version: "1",
            digestInput: [],
            documents: coarser.documents,
            crowd: policy.crowd,
            delay: policy.delay,
            advice: policy.advice,
            textLimits: policy.textLimits,
            crowdAxes: policy.crowdAxes
        )
        let table = "\(Self.head),conveyance,goods\nap,*,900,90,6,,\nap,*,12,2,4,container-ship,\nap,*,40,8,4,tanker,"
        #expect(Self.claims(try Self.draft(table, policy: both), .everyone)["conveyance"] == "cargo-ship")
    }

    @Test(
        "goods are counted by the beginning of their code, and a heading inside a chapter's line is not counted twice"
    )
    func goodsAxis() throws {
        let vocabularies = try Gate.vocabularies()
        let table = "\(Self.head),conveyance,goods\nAU,*,9,4,3,*,22\nAU,*,5,3,2,,2203\nAU,*,2,1,1,,24\n"
        let populations = try PopulationsFile.parse(Array(table.utf8), file: "t.csv", vocabularies: vocabularies)
        let month = IncidentPeriod.month(year: 2024, month: 2)
        func crowd(_ codes: Set<String>) -> Crowd {
            populations.crowd(in: "AU", during: month, of: PopulationQuery(goods: codes))
        }
        #expect(crowd(["2203"]) == Crowd(referrers: 5, incidents: 3, sourceKinds: 2))
        #expect(crowd(["22"]) == Crowd(referrers: 9, incidents: 4, sourceKinds: 3))
        #expect(crowd(["22", "24"]) == Crowd(referrers: 9, incidents: 5, sourceKinds: 3))
        #expect(crowd(["08"]) == .unknown)
        #expect(populations.crowd(in: "AU", during: month) == .unknown)
    }

    @Test("loss grows along every ladder and ends with one whole axis")
    func loss() {
        for axis in CrowdAxis.allCases {
            let losses = axis.ladder.map { axis.loss($0) } + [axis.loss(nil)]
            #expect(losses.first == 0 && losses.last == 12)
            #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test("powers of ten and sections are written as the reference says")
    func coarserValues() throws {
        #expect(Coarsening.logBand(0.5) == "<1" && Coarsening.logBand(1) == "1-10")
        #expect(Coarsening.logBand(214) == "100-1000" && Coarsening.logBand(1_000) == "1000-10000")
        let chapters = try Gate.vocabularies().hsChapters
        #expect(chapters.section(of: "2203") == "IV" && chapters.section(of: "870323") == "XVII")
        #expect(chapters.section(of: "98") == nil && chapters.section(of: "x") == nil)
        let listed = ["I", "IV", "XXI"].flatMap { chapters.chapters(ofSection: $0) }
        #expect(listed.first == "01" && listed.contains("24") && listed.last == "97")
    }
}
