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
        try Fixture.departure(
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
            try Fixture.departure(
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
            try Fixture.departure(
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

    @Test("a correction whose replaced entry is not known here is held, and never leaves as a plain publication")
    func correctionNeedsItsSubject() throws {
        let replaced = BulletinIdentifier.random()
        let correction = try departure(try Fixture.candidate(Fixture.draft(supersedes: replaced)))
        #expect(throws: Departure.Hold.replacedEntryUnknown) { try entry(correction) }
        let subject = try #require(EntryID(bytes: [UInt8](repeating: 7, count: 32)))
        let draft = try correction.entry(
            recipients: Fixture.recipients,
            subject: subject,
            key: Fixture.nodeKey,
            outgoing: WordGuard()
        )
        #expect(draft.kind == .correct && draft.subject == subject)
        let plain = try departure(try Fixture.candidate())
        #expect(throws: Departure.Hold.replacedEntryUnknown) {
            try plain.entry(
                recipients: Fixture.recipients,
                subject: subject,
                key: Fixture.nodeKey,
                outgoing: WordGuard()
            )
        }
    }

    @Test("an approval counts at departure only while both signers are officers with these keys")
    func officersAgain() throws {
        let candidate = try Fixture.candidate()
        let machine = try Fixture.approved(candidate)
        for officers in [
            [:], ["ana": Fixture.author.publicKey], ["ben": Fixture.second.publicKey],
            ["ana": Fixture.author.publicKey, "ben": SigningKey().publicKey],
        ] {
            #expect(throws: Departure.Hold.officerChanged) {
                try Fixture.departure(of: machine, manifest: candidate.manifest, officers: officers)
            }
        }
    }

    @Test("an author whose name was taken out of the stored state is still no second person at departure")
    func authorsAreInTheManifest() throws {
        // The record names nobody else; the manifest, which both signed, names ben.
        let candidate = try Fixture.candidate(terms: ReleaseTerms(authors: ["ana", "ben"]))
        let bare = try Fixture.candidate()
        var record = try Fixture.approved(bare).encoded()
        let (old, new) = (bare.manifest.digest, candidate.manifest.digest)
        func replace(_ from: [UInt8], _ to: [UInt8]) throws {
            let place = try #require(record.firstRange(of: from))
            record.replaceSubrange(place, with: to)
        }
        try replace(old, new)
        try replace(
            Decision(.approve, on: old, by: Fixture.author).signature,
            Decision(.approve, on: new, by: Fixture.author).signature
        )
        try replace(
            Decision(.approve, on: old, by: Fixture.second).signature,
            Decision(.approve, on: new, by: Fixture.second).signature
        )
        try replace(Fixture.drawn(old).signature, Fixture.drawn(new).signature)
        let machine = try ReleaseMachine.decode(record)
        #expect(throws: Departure.Hold.officerChanged) {
            try Fixture.departure(of: machine, manifest: candidate.manifest)
        }
    }

    @Test("a stored day that the desk did not draw holds")
    func dayIsSigned() throws {
        let candidate = try Fixture.candidate()
        let digest = candidate.manifest.digest
        let genuine = Fixture.drawn(digest)
        let forged = [
            DrawnDay(day: genuine.day - 31, isEarly: false, signature: genuine.signature),
            DrawnDay(day: genuine.day, isEarly: true, signature: genuine.signature),
            DrawnDay(day: genuine.day, for: digest, by: Fixture.author),
            DrawnDay(day: genuine.day, for: [UInt8](repeating: 1, count: 32), by: Fixture.nodeKey),
            // Signed by the desk, but nobody gave a word for leaving early.
            DrawnDay(day: genuine.day, isEarly: true, for: digest, by: Fixture.nodeKey),
        ]
        for day in forged {
            var machine = try Fixture.submitted(candidate)
            try machine.approve(
                officer: "ben",
                decision: Decision(.approve, on: digest, by: Fixture.second),
                departure: day
            )
            #expect(throws: Departure.Hold.dayChanged) {
                try Fixture.departure(of: machine, manifest: candidate.manifest)
            }
        }
    }

    @Test("two officers with one reason let it leave between two boundaries, one does not")
    func early() throws {
        let candidate = try Fixture.candidate()
        let digest = candidate.manifest.digest
        let later = CalendarMonth(containing: Fixture.today).next.next.firstDay
        let tomorrow = DrawnDay(day: Fixture.today + 4, isEarly: true, for: digest, by: Fixture.nodeKey)
        var machine = try Fixture.approved(candidate, day: later)
        let first = Decision(.departEarly, on: digest, by: Fixture.author)
        try machine.hurry(
            EarlyWord(officer: "ana", decision: first, reason: .dangerToPeople),
            departure: tomorrow
        )
        #expect(throws: Departure.Hold.notDue(day: later)) {
            try Fixture.departure(of: machine, manifest: candidate.manifest, today: Fixture.today + 4)
        }
        let second = Decision(.departEarly, on: digest, by: Fixture.second)
        try machine.hurry(
            EarlyWord(officer: "ben", decision: second, reason: .dangerToPeople),
            departure: tomorrow
        )
        #expect(try ReleaseMachine.decode(machine.encoded()) == machine)
        _ = try Fixture.departure(of: machine, manifest: candidate.manifest, today: Fixture.today + 4)
        #expect(throws: Departure.Hold.notDue(day: Fixture.today + 4)) {
            try Fixture.departure(of: machine, manifest: candidate.manifest, today: Fixture.today + 3)
        }
    }

    @Test("leaving early goes not before a day that was approved with the content")
    func earlyKeepsTheEarliestDay() throws {
        let wished = Fixture.today + 20
        let candidate = try Fixture.candidate(terms: ReleaseTerms(earliestDay: wished))
        let machine = try Fixture.hurried(candidate, day: Fixture.today + 4)
        #expect(throws: Departure.Hold.notDue(day: wished)) {
            try Fixture.departure(of: machine, manifest: candidate.manifest, today: Fixture.today + 4)
        }
    }
}
