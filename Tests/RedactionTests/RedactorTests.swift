// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Casework
import EgressGuard
import Policy
import Redaction
import StrictJSON
import Testing
import Vocabulary

/// A guard that finds one word.
struct WordGuard: TextGuard {
    let word: String
    let action: GuardAction

    func scan(text: String, level: GuardLevel) -> [GuardFinding] {
        let scalars = Array(text.unicodeScalars)
        let wanted = Array(word.unicodeScalars)
        guard scalars.count >= wanted.count else { return [] }
        return (0...scalars.count - wanted.count).filter { Array(scalars[$0..<$0 + wanted.count]) == wanted }.map {
            GuardFinding(range: $0..<$0 + wanted.count, byteRange: $0..<$0 + wanted.count, rule: "test", action: action)
        }
    }
}

@Suite("drafting a document")
struct RedactorTests {
    private static func draft(
        _ name: String,
        as type: DocumentType = .analysis,
        facts: DocumentFacts = DocumentFacts(),
        isKnownWidely: Bool = false,
        textGuard: some TextGuard = SilentGuard()
    ) throws -> Draft {
        let example = try DossierExample(name)
        return try Gate.demo().draft(
            example.incident,
            as: type,
            facts: facts,
            circumstances: Circumstances(
                referrer: example.referrer,
                posts: example.posts,
                identifiersAreWidelyKnown: isKnownWidely,
                incident: example.incident.coded
            ),
            textGuard: textGuard
        )
    }

    private static func value(_ draft: Draft, _ claim: String) -> JSONValue? {
        draft.bulletin.claims.first { $0.name == claim }?.value
    }

    private static let draftable = DossierExample.names.filter { !$0.hasPrefix("fr-02") }

    @Test("no value of a referrer is in any claim of any tier", arguments: draftable, DocumentType.allCases)
    func nothingOfTheReferrer(name: String, type: DocumentType) throws {
        let example = try DossierExample(name)
        let draft = try Self.draft(name, as: type)
        let text = draft.bulletin.claims.map { JSONWriter.text($0.value) }.joined(separator: "\n").lowercased()
        for value in example.referrerTexts { #expect(!text.contains(value.lowercased())) }
        for value in example.incident.identifying.seals { value.withText { #expect(!text.contains($0.lowercased())) } }
    }

    @Test("claims are distinct, may be disclosed and stand in the tier of their level", arguments: draftable)
    func claims(name: String) throws {
        for type in DocumentType.allCases {
            let draft = try Self.draft(name, as: type)
            let names = draft.bulletin.claims.map(\.name)
            #expect(Set(names).count == names.count)
            #expect(names.allSatisfy { ClaimName.isDisclosable($0) })
            #expect(names.count <= 64)
            #expect(draft.bulletin.type == type)
            for line in draft.report.lines {
                for claim in line.claims {
                    let tier = draft.bulletin.claims.first { $0.name == claim.name }?.tier
                    #expect(tier == Tier(level: claim.level))
                }
            }
        }
    }

    @Test("a report reaches partners as information, and customs as it is")
    func detection() throws {
        let draft = try Self.draft("en-02-reefer-rip-off.json")
        #expect(Self.value(draft, "detection_class") == ["information", "sensor-alert", "physical", "detector-dog"])
        #expect(Self.value(draft, "detection")?.arrayValue?.first == "industry-referral")
        #expect(draft.bulletin.claims.first { $0.name == "detection" }?.tier == .customs)
    }

    @Test("the post that the referrer shares is withheld from partners, and a class at customs")
    func sharedPost() throws {
        let draft = try Self.draft("en-02-reefer-rip-off.json")
        #expect(Self.value(draft, "insider_role_classes") == ["terminal-staff"])
        #expect(Self.value(draft, "insider_roles") == ["yard-machine-driver", "terminal-staff"])
        let other = try Self.draft("en-03-release-code.json")
        #expect(Self.value(other, "insider_role_classes") == nil)
        #expect(Self.value(other, "insider_roles") == ["carrier-staff"])
    }

    @Test("the ship does not leave when the referrer serves on it")
    func onBoard() throws {
        let draft = try Self.draft("en-04-sea-chest.json", isKnownWidely: true)
        #expect(!draft.bulletin.claims.contains { $0.name.hasPrefix("vessel_") })
    }

    @Test("a box number leaves only when an officer states that others hold it")
    func boxNumber() throws {
        let name = "en-02-reefer-rip-off.json"
        #expect(Self.value(try Self.draft(name), "container_number") == nil)
        #expect(Self.value(try Self.draft(name, isKnownWidely: true), "container_number") == "QRXU9033162")
    }

    @Test("while a case runs, partners get the minimum")
    func hold() throws {
        let draft = try Self.draft("en-05-trojan-container.json")
        for claim in ["outcomes", "treatments", "insider_involvement", "insider_role_classes"] {
            #expect(Self.value(draft, claim) == nil)
        }
        #expect(Self.value(draft, "mo")?.arrayValue?.contains("trojan-horse") == true)
        #expect(Self.value(draft, "restricted_set") == true)
    }

    @Test("codes that tell of a report stay with customs")
    func handlingCodes() throws {
        let draft = try Self.draft("en-01-abandoned-dry-container.json")
        let outcomes = try #require(Self.value(draft, "outcomes")?.arrayValue)
        for code in ["feedback-given", "validated-with-carrier", "pia-held"] {
            #expect(!outcomes.contains(.string(code)))
        }
        #expect(outcomes.contains("seizure"))
        #expect(Self.value(draft, "treatments")?.arrayValue?.contains("ask-referrer") == false)
        #expect(Self.value(draft, "outcomes_full")?.arrayValue?.count == 8)
    }

    @Test("numbers become bands")
    func bands() throws {
        let draft = try Self.draft("en-01-abandoned-dry-container.json")
        #expect(
            Self.value(draft, "quantity_band")
                == [.object(["commodity": "methamphetamine", "band": "300-1000", "unit": "l"])]
        )
        #expect(
            Self.value(draft, "quantity")
                == [.object(["commodity": "methamphetamine", "quantity": 412, "unit": "l"])]
        )
        #expect(Self.value(draft, "hs_chapter") == "22")
        #expect(Self.value(draft, "container_group") == "dry")
    }

    @Test("an MO bulletin is made of the case's terms")
    func bulletin() throws {
        let facts = DocumentFacts(language: .fr, incidentCount: 7, novelty: .new)
        let draft = try Self.draft("en-02-reefer-rip-off.json", as: .modusOperandiBulletin, facts: facts)
        let title = try #require(Self.value(draft, "title")?.stringValue)
        #expect(title.unicodeScalars.count <= 120)
        #expect(title.contains("Clonage"))
        #expect(Self.value(draft, "incident_count") == "6-10")
        #expect(Self.value(draft, "first_seen") == "2023-Q4")
        #expect(Self.value(draft, "wco_region") == "eur")
        #expect(Self.value(draft, "what_not_to_do")?.arrayValue?.count == 4)
        #expect(Self.value(draft, "novelty") == "new")
        #expect(Self.value(draft, "reply_requested") == true)
        #expect(Self.value(draft, "port") == nil)
        let single = try Self.draft("en-02-reefer-rip-off.json", as: .modusOperandiBulletin)
        #expect(Self.value(single, "incident_count") == nil)
    }

    @Test("a text that the guard refuses stops the draft, and an open mark waits for a person")
    func texts() throws {
        let name = "en-02-reefer-rip-off.json"
        let facts = DocumentFacts(lessons: OfficerText("ask Wouter about the racks"))
        #expect(throws: RedactionRefusal.self) {
            _ = try Self.draft(name, facts: facts, textGuard: WordGuard(word: "Wouter", action: .remove))
        }
        do throws(RedactionRefusal) {
            let example = try Result { try DossierExample(name) }.mapError { _ in
                RedactionRefusal.typeNotInPolicy(.analysis)
            }.get()
            let redactor = try Result { try Gate.demo() }.mapError { _ in RedactionRefusal.typeNotInPolicy(.analysis) }
                .get()
            _ = try redactor.draft(
                example.incident,
                as: .analysis,
                facts: facts,
                circumstances: example.circumstances,
                textGuard: WordGuard(word: "racks", action: .flag)
            )
            Issue.record("accepted")
        } catch {
            guard case .marksOpen(.lessons, let findings) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(findings.map(\.range) == [21..<26])
        }
        let reviewed = DocumentFacts(lessons: OfficerText("ask Wouter about the racks", reviewed: [20..<26]))
        let draft = try Self.draft(name, facts: reviewed, textGuard: WordGuard(word: "racks", action: .flag))
        #expect(Self.value(draft, "lessons") == "ask Wouter about the racks")
    }

    @Test("a text over its limit is refused")
    func longText() throws {
        let facts = DocumentFacts(lessons: OfficerText(String(repeating: "a", count: 601)))
        #expect(throws: RedactionRefusal.textTooLong(field: .lessons, limit: 600, found: 601)) {
            _ = try Self.draft("en-02-reefer-rip-off.json", facts: facts)
        }
    }

    @Test("the text of an officer does not print itself")
    func description() {
        let text = OfficerText("secret words")
        #expect(!"\(text)".contains("secret"))
        #expect(!String(reflecting: text).contains("secret"))
        var dumped = ""
        dump(text, to: &dumped)
        #expect(!dumped.contains("secret"))
    }
}
