// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Ledger
import Policy
import Release
import StrictJSON
import Testing

@Suite("Departure")
struct DepartureTests {
    private func departure(
        _ candidate: ReleaseCandidate,
        today: Int = Fixture.today,
        policy: Policy = Fixture.policy()
    ) throws -> Departure {
        try Departure(
            of: try Fixture.approved(candidate),
            manifest: candidate.manifest,
            today: today,
            policy: policy
        )
    }

    private func entry(
        _ departure: Departure,
        recipients: [String: AgreementPublicKey] = Fixture.recipients,
        readers: [ReleaseTerms.Readers] = [],
        outgoing: some OutgoingGuard = WordGuard()
    ) throws(Departure.Hold) -> EntryDraft {
        try departure.entry(
            recipients: recipients,
            readers: readers,
            subject: nil,
            isUrgent: false,
            key: Fixture.nodeKey,
            outgoing: outgoing
        )
    }

    @Test("what two people approved leaves, sealed to the audiences, with the month of the day")
    func leaves() throws {
        let candidate = try Fixture.candidate()
        let draft = try entry(try departure(candidate))
        #expect(draft.kind == .publish)
        #expect(draft.day == UInt64(Fixture.today))
        #expect(draft.parts.map(\.ordinal) == [0, 1, 2])
        let opened = try BulletinReader.open(
            core: draft.core,
            parts: draft.parts.map(\.bytes),
            issuerKey: Fixture.nodeKey.publicKey,
            issuer: "urn:node:customs-nl",
            openingKeys: [Fixture.customs, Fixture.partners]
        )
        #expect(opened.identifier == candidate.manifest.bulletin.identifier)
        #expect(opened.month == CalendarMonth(containing: Fixture.today))
        #expect(opened.claims["port"] == "NLRTM")
        #expect(opened.tiersOpened == Tier.allCases)
    }

    @Test("nothing leaves before its day, nor before the approved earliest day")
    func notDue() throws {
        #expect(throws: Departure.Hold.notDue(day: Fixture.today)) {
            try departure(try Fixture.candidate(), today: Fixture.today - 1)
        }
        let late = try Fixture.candidate(terms: ReleaseTerms(earliestDay: Fixture.today + 1))
        let next = CalendarMonth(containing: Fixture.today).next.firstDay
        #expect(throws: Departure.Hold.notDue(day: next)) { try departure(late, today: Fixture.today + 1) }
    }

    @Test("an analysis leaves on a month's first day, whatever day was given to it")
    func onlyOnBoundaries() throws {
        let candidate = try Fixture.candidate()
        let machine = try Fixture.approved(candidate, day: Fixture.today + 5)
        let next = CalendarMonth(containing: Fixture.today).next.firstDay
        #expect(throws: Departure.Hold.notDue(day: next)) {
            try Departure(
                of: machine,
                manifest: candidate.manifest,
                today: Fixture.today + 6,
                policy: Fixture.policy()
            )
        }
    }

    @Test("nothing leaves that is not approved")
    func notApproved() throws {
        let candidate = try Fixture.candidate()
        #expect(throws: ReleaseRefusal.wrongState("submitted")) {
            try Departure(
                of: try Fixture.submitted(candidate),
                manifest: candidate.manifest,
                today: Fixture.today,
                policy: Fixture.policy()
            )
        }
    }

    @Test("a policy that allows less holds; another text of it that allows the same does not")
    func policyChanges() throws {
        let candidate = try Fixture.candidate()
        _ = try departure(candidate, policy: Fixture.policy(text: "policy 2"))
        let narrower = [
            Fixture.policy(text: "policy 2", portLevel: .originOnly),
            Fixture.policy(text: "policy 2", isDropped: true),
            Fixture.policy(text: "policy 2", threshold: 8),
        ]
        for policy in narrower {
            #expect(throws: Departure.Hold.policyChanged) { try departure(candidate, policy: policy) }
        }
        #expect(throws: Departure.Hold.policyChanged) {
            try Departure(
                of: try Fixture.approved(candidate),
                manifest: candidate.manifest,
                today: Fixture.today,
                policyDigest: Fixture.digest(of: Fixture.policy(text: "policy 2"))
            )
        }
    }

    @Test("a missing key of an audience holds")
    func keyMissing() throws {
        let departure = try departure(try Fixture.candidate())
        #expect(throws: Departure.Hold.audienceKeyMissing("customs")) {
            try entry(departure, recipients: ["partners": Fixture.partners.publicKey])
        }
    }

    @Test("members who joined or left hold a release that names its readers")
    func readersChanged() throws {
        let one = [SigningKey().publicKey]
        let two = one + [SigningKey().publicKey]
        let terms = ReleaseTerms(readers: [.init(tier: .partners, members: one), .init(tier: .customs, members: two)])
        let departure = try departure(try Fixture.candidate(terms: terms))
        _ = try entry(departure, readers: terms.readers)
        for changed in [
            [], [ReleaseTerms.Readers(tier: .partners, members: one)],
            [.init(tier: .partners, members: two), .init(tier: .customs, members: two)],
            [.init(tier: .partners, members: one), .init(tier: .customs, members: one)],
        ] {
            #expect(throws: Departure.Hold.audienceChanged) { try entry(departure, readers: changed) }
        }
    }

    @Test("a referral that came in meanwhile, whose name stands in the text, holds")
    func guardAgain() throws {
        let departure = try departure(try Fixture.candidate(Fixture.draft(text: "Okonkwo")))
        #expect(throws: Departure.Hold.guardBlocked(rules: ["vault.person-name"])) {
            try entry(departure, outgoing: WordGuard(word: "Okonkwo"))
        }
    }

    @Test("the signed part itself is scanned")
    func coreIsScanned() throws {
        struct CoreGuard: OutgoingGuard {
            func brokenRules(in bytes: [UInt8]) -> [String] {
                bytes.filter { $0 == UInt8(ascii: ".") }.count == 2 ? ["core"] : []
            }
        }
        let departure = try departure(try Fixture.candidate())
        #expect(throws: Departure.Hold.guardBlocked(rules: ["core"])) { try entry(departure, outgoing: CoreGuard()) }
    }
}
