// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Casework
import Policy
import Redaction
import StrictJSON
import Testing
import Vocabulary

@Suite("the report that travels")
struct OutgoingReportTests {
    private static let draftable = DossierExample.names.filter { !$0.hasPrefix("fr-02") }

    /// Every kind of referrer that the policy can tell apart, and nobody.
    private static func circumstances(_ example: DossierExample) throws -> [Circumstances] {
        var all = [Circumstances(referrer: nil, incident: example.incident.coded), example.circumstances]
        let stakeholders = ["ship-and-crew", "carrier-security-officer", "frontline-worker", "terminal-operator"]
        for (index, stakeholder) in stakeholders.enumerated() {
            for bits in 0..<8 {
                let referrer = ReferrerClass(
                    stakeholder: TermCode(rawValue: stakeholder),
                    isOnBoard: bits & 1 != 0,
                    worksForOperator: bits & 2 != 0,
                    cameThroughCarrier: bits & 4 != 0
                )
                let posts = index % 2 == 0 ? example.incident.coded.insider.roles : []
                all.append(
                    Circumstances(
                        referrer: referrer,
                        posts: posts,
                        identifiersAreWidelyKnown: bits % 3 == 0,
                        incident: example.incident.coded
                    )
                )
            }
        }
        return all
    }

    private static func draft(
        _ example: DossierExample,
        _ circumstances: Circumstances,
        _ type: DocumentType
    ) throws -> Draft? {
        do {
            return try Gate.demo().draft(
                example.incident,
                as: type,
                facts: DocumentFacts(),
                circumstances: circumstances,
                textGuard: SilentGuard()
            )
        } catch RedactionRefusal.crowdTooSmall {
            return nil
        }
    }

    private static func report(_ draft: Draft) throws -> JSONObject {
        let claim = try #require(draft.bulletin.claims.first { $0.name == Redactor.reportClaim })
        #expect(claim.tier == .everyone)
        return try #require(claim.value.objectValue)
    }

    /// Size class of the public bundle as it travels.
    private static func publicBytes(_ draft: Draft) throws -> Int {
        let bulletin = try Bulletin(
            draft: draft.bulletin,
            memberName: "x",
            policyDigest: [UInt8](repeating: 0, count: 32)
        )
        return TierBundle(disclosures: bulletin.tiers[0].disclosures.map(\.encoded)).encoded().count
    }

    @Test(
        "is the same, byte for byte, whoever reported and when nobody did",
        arguments: draftable,
        DocumentType.allCases
    )
    func sameForEveryReferrer(name: String, type: DocumentType) throws {
        let example = try DossierExample(name)
        var texts: Set<[UInt8]> = []
        var sizes: Set<Int> = []
        var drafts = 0
        for circumstances in try Self.circumstances(example) {
            guard let draft = try Self.draft(example, circumstances, type) else { continue }
            drafts += 1
            texts.insert(JSONWriter.write(.object(try Self.report(draft))))
            sizes.insert(try Self.publicBytes(draft))
        }
        try #require(drafts > 10)
        #expect(texts.count == 1)
        #expect(sizes.count == 1, "size classes \(sizes)")
    }

    @Test(
        "has one shape for every case of a policy: reasons, members, classes and their order",
        arguments: DocumentType.allCases
    )
    func oneShape(type: DocumentType) throws {
        var shapes: Set<String> = []
        var contents: Set<[UInt8]> = []
        let known = try Gate.vocabularies().withholdingReasons
        for name in Self.draftable {
            let example = try DossierExample(name)
            guard let draft = try Self.draft(example, example.circumstances, type) else { continue }
            let report = try Self.report(draft)
            contents.insert(JSONWriter.write(.object(report)))
            var shape = ""
            for (reason, value) in report.members {
                #expect(known.contains(reason), "\(reason) is no code of withholding-reasons")
                let lists = try #require(value.objectValue)
                #expect(lists.names == ["withheld", "limited", "unknown"])
                func classes(_ list: String) -> [String] { lists[list]?.arrayValue?.compactMap(\.stringValue) ?? [] }
                let travelling = (classes("limited") + classes("unknown")).sorted()
                shape += "\(reason): \(classes("withheld")) \(travelling)\n"
            }
            shapes.insert(shape)
        }
        #expect(shapes.count == 1)
        // The control: the cases differ in what they lack, so the reports are not simply all equal.
        if type == .analysis { #expect(contents.count > 1) }
    }

    @Test("tells unknown from withheld: a field that the case lacks, and one that never leaves")
    func unknownIsNotWithheld() throws {
        let rules = [
            FieldRule(
                field: .containerNumber,
                forms: [FieldForm(claim: "container_number", level: .customs, generalisation: .exact)],
                reason: "protects-reporter"
            ),
            FieldRule(field: .seals, forms: [], reason: "protects-reporter"),
            FieldRule(
                field: .vesselName,
                forms: [FieldForm(claim: "vessel_name", level: .customs, generalisation: .exact)],
                reason: "protects-reporter"
            ),
        ]
        func report(_ present: Set<SourceField>) -> JSONValue { RedactionReport.outgoing(rules, present: present) }
        let lists: JSONValue = .object([
            "withheld": .strings(["seals"]), "limited": .strings(["vessel"]), "unknown": .strings(["container"]),
        ])
        #expect(report([.vesselName]) == .object(["protects-reporter": lists]))
        // Of what never leaves nothing is said, not even whether it is there.
        #expect(report([.vesselName, .seals]) == report([.vesselName]))
    }
}
