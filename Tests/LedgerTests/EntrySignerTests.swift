// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@Suite("Entry signer")
struct EntrySignerTests {
    @Test("an intent signed twice gives the same entry, byte for byte")
    func deterministic() throws {
        let signer = try Fixture.signer()
        let intent = try signer.intent(for: Fixture.note("one"), after: nil)
        let kept = EntryIntent(headerBytes: intent.headerBytes, body: intent.body)
        let first = try signer.sign(intent)
        let second = try Fixture.signer().sign(kept)
        #expect(first.header.signature == second.header.signature)
        #expect(first.header.bytes == second.header.bytes)
        #expect(first.id == intent.id)
    }

    @Test("entries take their places one after the other")
    func chain() throws {
        let log = try Fixture.log((1...3).map { Fixture.note("\($0)") }, signer: try Fixture.signer())
        #expect(log.map { $0.header.header.sequence } == [1, 2, 3])
        #expect(log[0].header.header.previous == nil)
        #expect(log[2].header.header.previous == log[1].id)
    }

    @Test("what others would refuse is not given a place")
    func refuses() throws {
        let signer = try Fixture.signer()
        func refusal(_ draft: EntryDraft) throws(EntrySigningError) { _ = try signer.intent(for: draft, after: nil) }
        #expect(throws: EntrySigningError.wouldBeRefused(.kindRuleBroken(.subjectMissing(.withdraw)))) {
            try refusal(EntryDraft(kind: .withdraw, day: 1, core: WithdrawalCore(reason: "error").encoded()))
        }
        #expect(throws: EntrySigningError.wouldBeRefused(.malformedHeader(.bodyOverLimit(limit: 65_536)))) {
            try refusal(EntryDraft(kind: .note, day: 1, core: [UInt8](repeating: 0, count: 65_537)))
        }
        #expect(throws: EntrySigningError.wouldBeRefused(.malformedHeader(.partsNotAscending(ordinal: 1)))) {
            let part = EntryDraft.Part(ordinal: 1, bytes: [1])
            try refusal(EntryDraft(kind: .note, day: 1, core: [], parts: [part, part]))
        }
        let subject = try Fixture.identifier(1)
        #expect(throws: EntrySigningError.wouldBeRefused(.malformedCore(.notACode(key: 1)))) {
            let core = WithdrawalCore(reason: "the source asked for it").encoded()
            try refusal(EntryDraft(kind: .withdraw, subject: subject, day: 1, core: core))
        }
        #expect(throws: EntrySigningError.wouldBeRefused(.malformedCore(.subjectDiffers))) {
            let core = WithdrawalAcknowledgementCore(withdrawal: try Fixture.identifier(2)).encoded()
            let draft = EntryDraft(kind: .withdrawAcknowledgement, subject: subject, day: 1, core: core)
            _ = try signer.intent(for: draft, after: nil)
        }
    }

    @Test("a head or an intent of another log is refused")
    func foreign() throws {
        let signer = try Fixture.signer()
        let other = try Fixture.signer(2)
        let foreign = try Fixture.log([Fixture.note("x")], signer: other)[0]
        #expect(throws: EntrySigningError.foreignHead) {
            try signer.intent(for: Fixture.note("y"), after: foreign.header.asHead)
        }
        let intent = try other.intent(for: Fixture.note("z"), after: nil)
        #expect(throws: EntrySigningError.foreignIntent) { try signer.sign(intent) }
        let later = try Fixture.signer(logEpoch: 2)
        let own = try signer.intent(for: Fixture.note("z"), after: nil)
        #expect(throws: EntrySigningError.foreignIntent) { try later.sign(own) }
        #expect(try later.hasOutlived(own))
        #expect(try signer.hasOutlived(own) == false)
    }
}
