// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Casework
import EgressGuard
import Policy
import Redaction
import StrictJSON
import Testing

/// A guard that objects to nothing.
struct SilentGuard: TextGuard {
    func scan(text: String, level: GuardLevel) -> [GuardFinding] { [] }
}

@Suite("the crowd decides place and period")
struct CrowdTests {
    /// Fremantle, 29 February 2024.
    private static let name = "en-01-abandoned-dry-container.json"

    private static func draft(_ rows: String, as type: DocumentType = .analysis, isUrgent: Bool = false) throws -> Draft
    {
        let example = try DossierExample(name)
        let standard = try Gate.standard()
        let redactor = Redactor(
            policy: standard.policy,
            vocabularies: standard.vocabularies,
            populations: try Gate.populations(rows)
        )
        return try redactor.draft(
            example.incident,
            as: type,
            facts: DocumentFacts(isUrgent: isUrgent),
            circumstances: Circumstances(
                referrer: nil,
                identifiersAreWidelyKnown: true,
                incident: example.incident.coded,
                isUrgent: isUrgent
            ),
            textGuard: SilentGuard()
        )
    }

    private static func claims(_ draft: Draft, _ tier: Tier) -> [String: JSONValue] {
        Dictionary(uniqueKeysWithValues: draft.bulletin.claims.filter { $0.tier == tier }.map { ($0.name, $0.value) })
    }

    @Test("a large port gives each level its finest form")
    func largePort() throws {
        let draft = try Self.draft("AUFRE,*,100,30,5\nap,*,900,90,6")
        let customs = Self.claims(draft, .customs)
        #expect(customs["port"] == "AUFRE")
        #expect(customs["incident_month"] == "2024-02")
        #expect(customs["vessel_name"] == "MV Halcyon Strand")
        #expect(customs["container_number"] == "QXZU4172083")
        let partners = Self.claims(draft, .partners)
        #expect(partners["country"] == "AU")
        #expect(partners["incident_quarter"] == "2024-Q1")
        let everyone = Self.claims(draft, .everyone)
        #expect(everyone["wco_region"] == "ap")
        #expect(everyone["incident_year"] == "2024")
    }

    @Test("a small port becomes its region, and the ship and the box stay at home with it")
    func smallPort() throws {
        let draft = try Self.draft("AUFRE,*,2,1,2\nap,*,900,90,6")
        let all = draft.bulletin.claims.map(\.name)
        for claim in ["port", "country", "route", "vessel_name", "vessel_imo", "container_number"] {
            #expect(!all.contains(claim), "\(claim)")
        }
        #expect(Self.claims(draft, .everyone)["wco_region"] == "ap")
        #expect(Self.claims(draft, .customs)["incident_month"] == "2024-02")
        #expect(Self.claims(draft, .everyone)["flows"] == "ap>ap")
    }

    @Test("a form that partners may not see travels to customs if the crowd allows it there")
    func formMovesToNarrowerTier() throws {
        // Enough for customs in the country, not for partners.
        let draft = try Self.draft("AU,*,4,4,1\nap,*,900,90,6")
        #expect(Self.claims(draft, .customs)["country"] == "AU")
        #expect(Self.claims(draft, .partners)["country"] == nil)
        #expect(Self.claims(draft, .customs)["port"] == nil)
    }

    @Test("what a reader merges over the tiers is a cell whose crowd was checked", arguments: [1, 2, 3] as [UInt64])
    func mergedCellsAreLargeEnough(seed: UInt64) throws {
        var state = seed
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % limit
        }
        let policy = try Gate.standard().policy
        for _ in 0..<40 {
            let rows = ["AUFRE", "AU", "ap"]
                .map {
                    "\($0),2024-02,\(random(20)),\(random(12)),\(random(4))\n\($0),*,\(random(20)),\(random(3)),\(random(4))"
                }
                .joined(separator: "\n")
            let populations = try Gate.populations(rows)
            guard let draft = try? Self.draft(rows) else { continue }
            for level in ConfidentialityLevel.travelling {
                let readable = draft.bulletin.claims.filter { level.mayRead($0.tier.level) }.map(\.name)
                let place = readable.contains("port") ? "AUFRE" : readable.contains("country") ? "AU" : "ap"
                let grain: Generalisation =
                    readable.contains("incident_month")
                    ? .month : readable.contains("incident_quarter") ? .quarter : .year
                let period = try #require(IncidentPeriod(year: 2024, month: 2, grain: grain))
                let threshold = try #require(policy.crowd[level])
                #expect(threshold.isMet(by: populations.crowd(in: place, during: period)), "\(level) \(place) \(grain)")
            }
        }
    }

    @Test("a document is held when even region and year hold too few")
    func hold() throws {
        let expected = CrowdVerdict(
            level: .everyone,
            place: .region,
            period: .year,
            found: Crowd(referrers: 9, incidents: 36, sourceKinds: 6),
            needed: CrowdThreshold(referrers: 10, incidents: 10, sourceKinds: 2)
        )
        #expect(throws: RedactionRefusal.crowdTooSmall(expected)) { _ = try Self.draft("ap,*,9,3,6") }
        #expect(throws: RedactionRefusal.self) { _ = try Self.draft("") }
    }

    @Test("a bulletin that departs at once carries neither place nor date, and needs no crowd for them")
    func urgentBulletin() throws {
        let draft = try Self.draft("", as: .modusOperandiBulletin, isUrgent: true)
        let names = draft.bulletin.claims.map(\.name)
        for claim in ["wco_region", "flows", "first_seen", "last_seen", "first_seen_year"] {
            #expect(!names.contains(claim))
        }
        #expect(names.contains("mo"))
        #expect(Self.claims(draft, .partners)["urgency"] == "urgent")
    }

    @Test("the demo holds one dossier and lets the others go")
    func demo() throws {
        let redactor = try Gate.demo()
        var held: [String] = []
        for name in DossierExample.names {
            let example = try DossierExample(name)
            for type in DocumentType.allCases {
                do throws(RedactionRefusal) {
                    _ = try redactor.draft(
                        example.incident,
                        as: type,
                        facts: DocumentFacts(),
                        circumstances: example.circumstances,
                        textGuard: SilentGuard()
                    )
                } catch {
                    guard case .crowdTooSmall = error else {
                        Issue.record("\(name): \(error)")
                        continue
                    }
                    held.append(name)
                }
            }
        }
        #expect(held == Array(repeating: "fr-02-medicaments-contrefaits.json", count: 2))
    }
}
