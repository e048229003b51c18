// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Ledger
import Policy
import Redaction
import Release
import StrictJSON
import Testing

@Suite("The urgent class")
struct UrgentClassTests {
    private static let method = DraftClaim(name: "mo", value: .array(["abandoned-shipment"]), tier: .partners)
    private static let report = DraftClaim(name: Redactor.reportClaim, value: .object([:]), tier: .everyone)

    private static func candidate(
        _ claims: [DraftClaim],
        type: DocumentType = .modusOperandiBulletin
    ) throws(ReleaseRefusal) -> ReleaseCandidate {
        try Fixture.candidate(
            Fixture.draft(type: type, claims: [Self.report, Self.method] + claims),
            terms: ReleaseTerms(isUrgent: true)
        )
    }

    @Test("a method with its region leaves on any day, marked urgent, and the header says so")
    func leavesDaily() throws {
        let region = DraftClaim(name: "wco_region", value: "eur", tier: .partners)
        let candidate = try Self.candidate([region])
        let day = Fixture.today + 7
        let departure = try Fixture.departure(
            of: try Fixture.approved(candidate, day: day),
            manifest: candidate.manifest,
            today: day
        )
        let draft = try departure.entry(
            recipients: Fixture.recipients,
            subject: nil,
            key: Fixture.nodeKey,
            outgoing: WordGuard()
        )
        #expect(draft.priority == .urgent)
        #expect(draft.day == UInt64(day))
    }

    @Test(
        "a place, a date, a ship or an unknown claim keeps a bulletin out of the class, whatever the policy lets out",
        arguments: ["country", "first_seen", "vessel_name", "shore_leave"]
    )
    func obstacles(_ claim: String) {
        #expect(throws: ReleaseRefusal.notUrgentClass(claim)) {
            try Self.candidate([DraftClaim(name: claim, value: "x", tier: .customs)])
        }
    }

    @Test("an analysis is never urgent")
    func analysis() {
        #expect(throws: ReleaseRefusal.notUrgentClass("pia/1")) { try Self.candidate([], type: .analysis) }
    }
}
