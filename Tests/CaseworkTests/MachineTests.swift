// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Testing

@Suite("referral and feedback machines")
struct MachineTests {
    private static func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(text: text))
    }

    private static func step(_ text: String) throws -> CaseStep {
        CaseStep(actor: "officer-1", day: try Self.day(text))
    }

    @Test("a referral goes from received to closed and keeps who brought it there")
    func wholeWay() throws {
        var machine = ReferralMachine.received(try Self.step("2024-02-26"))
        try machine.validate(.confirmed, at: try Self.step("2024-02-28"))
        try machine.assess(
            .init(priority: .soon, proposedTreatments: ["full-examination"]),
            at: Self.step("2024-02-28")
        )
        try machine.act(treatments: ["full-examination"], at: try Self.step("2024-02-29"))
        try machine.close(outcomes: ["seizure"], at: try Self.step("2024-06-14"))
        #expect(machine == .closed(try Self.step("2024-06-14"), outcomes: ["seizure"]))
    }

    @Test("a referral that cannot be acted on without exposing the source closes without action")
    func protectsReferrer() throws {
        var machine = ReferralMachine.received(try Self.step("2024-02-26"))
        try machine.assess(
            .init(priority: .routine, proposedTreatments: ["protect-referrer"]),
            at: try Self.step("2024-02-27")
        )
        try machine.close(outcomes: ["explained"], at: try Self.step("2024-02-27"))
        #expect(machine.state == .closed)
    }

    @Test("a step out of order, back in time or without outcome is refused and changes nothing")
    func refusals() throws {
        let first = ReferralMachine.received(try Self.step("2024-02-26"))
        var machine = first
        let later = try Self.step("2024-03-01")
        let earlier = try Self.step("2024-02-25")
        #expect(throws: ReferralRefusal.notPossible(from: .received, to: .acted)) {
            try machine.act(treatments: [], at: later)
        }
        #expect(throws: ReferralRefusal.notPossible(from: .received, to: .closed)) {
            try machine.close(outcomes: ["seizure"], at: later)
        }
        #expect(throws: ReferralRefusal.beforePreviousStep(first.step.day)) {
            try machine.validate(.confirmed, at: earlier)
        }
        #expect(throws: ReferralRefusal.outcomeMissing) { try machine.close(outcomes: [], at: later) }
        #expect(machine == first)
    }

    @Test("withheld feedback comes back on its review day and not before")
    func withheldComesBack() throws {
        let review = try Self.day("2024-06-01")
        let dayBefore = try Self.day("2024-05-31")
        var machine = FeedbackMachine.due(by: try Self.day("2024-03-27"))
        try machine.withhold(reason: "operational-hold", reviewOn: review, at: try Self.step("2024-03-20"))
        let early = machine.review(on: dayBefore)
        #expect(!early)
        #expect(!machine.isOverdue(on: review))
        let due = machine.review(on: review)
        #expect(due)
        #expect(machine == .due(by: review))
    }

    @Test("feedback is told once, a part of it may follow, and only then is it acknowledged")
    func tellsInParts() throws {
        let telling = FeedbackMachine.Telling(usefulness: .useful, outcomes: ["seizure"], requests: [.keepEvidence])
        var machine = FeedbackMachine.due(by: try Self.day("2024-03-27"))
        let first = try Self.step("2024-03-20")
        let last = try Self.step("2024-06-03")
        let acknowledged = try Self.day("2024-06-04")
        #expect(throws: ReferralRefusal.feedbackNotGiven) { try machine.acknowledge(on: acknowledged) }
        try machine.tell(telling, at: first, restDueBy: last.day)
        #expect(machine.nextDay == last.day)
        #expect(throws: ReferralRefusal.feedbackNotGiven) { try machine.acknowledge(on: acknowledged) }
        try machine.tell(telling, at: last)
        #expect(throws: ReferralRefusal.feedbackAlreadyGiven) { try machine.tell(telling, at: last) }
        #expect(throws: ReferralRefusal.feedbackAlreadyGiven) {
            try machine.withhold(reason: "operational-hold", reviewOn: acknowledged, at: first)
        }
        try machine.acknowledge(on: acknowledged)
        #expect(machine == .acknowledged(last, telling, on: acknowledged))
        #expect(machine.nextDay == nil)
    }

    @Test("withholding needs a later review day")
    func reviewIsLater() throws {
        var machine = FeedbackMachine.due(by: try Self.day("2024-03-27"))
        let step = try Self.step("2024-03-20")
        #expect(throws: ReferralRefusal.reviewNotLater(step.day)) {
            try machine.withhold(reason: "operational-hold", reviewOn: step.day, at: step)
        }
    }
}
