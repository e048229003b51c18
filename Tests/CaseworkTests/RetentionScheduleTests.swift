// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import Testing

@Suite("the day of destruction") struct RetentionScheduleTests {
    static let retention = Retention(identityDaysAfterFeedback: 90, identityDaysAtMost: 730, caseDaysAfterClosing: 60)
    static let telling = FeedbackMachine.Telling(usefulness: .useful, outcomes: [], requests: [])

    static func day(_ number: Int) throws -> CalendarDay { try #require(CalendarDay(daysSinceEpoch: 20_000 + number)) }

    static func referral(_ change: (inout Referral) throws -> Void = { _ in }) throws -> Referral {
        var referral = Referral(
            caseID: CaseID(randomBytes: [UInt8](repeating: 1, count: 16)),
            dossierID: "d-1",
            receivedOn: try Self.day(0),
            progress: .received(CaseStep(actor: "officer-1", day: try Self.day(0))),
            feedback: .due(by: try Self.day(30))
        )
        try change(&referral)
        return referral
    }

    static func due(_ referral: Referral) throws -> String {
        let due = try #require(RetentionSchedule.due(referral, Self.retention))
        return "\(due.day.daysSinceEpoch - 20_000) \(due.rule.rawValue)"
    }

    @Test("is counted from the referral while nothing was told, or not all of it")
    func withoutFeedback() throws {
        #expect(try Self.due(Self.referral()) == "730 after-referral")
        let partial = try Self.referral {
            try $0.feedback.tell(
                Self.telling,
                at: CaseStep(actor: "officer-1", day: try Self.day(10)),
                restDueBy: try Self.day(40)
            )
        }
        #expect(try Self.due(partial) == "730 after-referral")
    }

    @Test("is counted from the feedback once all was told, not from its acknowledgement")
    func afterFeedback() throws {
        let told = try Self.referral {
            try $0.feedback.tell(Self.telling, at: CaseStep(actor: "officer-1", day: try Self.day(10)))
        }
        #expect(try Self.due(told) == "100 after-feedback")
        let acknowledged = try Self.referral {
            try $0.feedback.tell(Self.telling, at: CaseStep(actor: "officer-1", day: try Self.day(10)))
            try $0.feedback.acknowledge(on: try Self.day(50))
        }
        #expect(try Self.due(acknowledged) == "100 after-feedback")
    }

    @Test("is the earliest that any number of the policy gives")
    func earliest() throws {
        let closed = try Self.referral {
            let step = CaseStep(actor: "officer-1", day: try Self.day(20))
            try $0.progress.assess(
                ReferralMachine.Assessment(priority: .routine, proposedTreatments: []),
                at: step
            )
            try $0.progress.close(outcomes: ["outcome-none"], at: step)
            try $0.feedback.tell(Self.telling, at: step)
        }
        #expect(try Self.due(closed) == "80 after-closing")
    }

    @Test("passes a case that is held, until the hold's last day")
    func hold() throws {
        let kept = CaseRetention(
            hold: CaseRetention.Hold(until: try Self.day(5), reason: "court-order", officer: "officer-1")
        )
        #expect(kept.isHeld(on: try Self.day(5)))
        #expect(!kept.isHeld(on: try Self.day(6)))
        #expect(!CaseRetention().isHeld(on: try Self.day(0)))
    }
}
