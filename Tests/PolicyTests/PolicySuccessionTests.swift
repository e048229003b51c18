// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Testing

@Suite("a federation's next policy")
struct PolicySuccessionTests {
    private static func policy(referrers: Int, announced: Int = 100, effective: Int = 130, notice: Int = 30) -> Policy {
        let rule = FieldRule(
            field: .mode,
            forms: [FieldForm(claim: "mode", level: .partners, generalisation: .exact)],
            reason: "legal"
        )
        let threshold = CrowdThreshold(referrers: referrers, incidents: 5, sourceKinds: 2)
        return Policy(
            id: "f",
            version: "1",
            digestInput: [],
            documents: [.analysis: [rule]],
            crowd: [.everyone: threshold, .partners: threshold, .customs: threshold],
            delay: DelayLaw(minimumAgeDays: 21, batchSpread: 3, urgentMinimumAgeDays: 1),
            advice: [],
            textLimits: [:],
            change: PolicyChange(announcedDay: announced, effectiveDay: effective, noticeDays: notice)
        )
    }

    @Test("one that lets more out waits for its day, and then holds")
    func widening() {
        let present = Self.policy(referrers: 5)
        let wider = Self.policy(referrers: 4)
        let waits = PolicySuccession.waits(untilDay: 130, first: .crowd(.everyone))
        #expect(PolicySuccession(of: wider, after: present, today: 100) == waits)
        #expect(PolicySuccession(of: wider, after: present, today: 129) == waits)
        #expect(PolicySuccession(of: wider, after: present, today: 130) == .holds)
    }

    @Test("one that lets less out, or the same, holds at once")
    func narrowing() {
        let present = Self.policy(referrers: 5)
        let soon = Self.policy(referrers: 6, announced: 100, effective: 100)
        #expect(PolicySuccession(of: soon, after: present, today: 0) == .holds)
        #expect(PolicySuccession(of: present, after: present, today: 0) == .holds)
    }

    @Test("one that lets more out with less notice than the present one asks never holds")
    func shortNotice() {
        let present = Self.policy(referrers: 5)
        // The new policy's own notice period does not count.
        let hasty = Self.policy(referrers: 4, announced: 101, effective: 130, notice: 0)
        let refused = PolicySuccession.noticeTooShort(neededDays: 30, givenDays: 29, first: .crowd(.everyone))
        #expect(PolicySuccession(of: hasty, after: present, today: 1_000) == refused)
    }
}
