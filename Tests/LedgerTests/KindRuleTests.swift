// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import Testing

@Suite("Kind rules")
struct KindRuleTests {
    struct Row: Sendable {
        let kind: EntryKind
        let hasSubject: Bool
        let parts: [UInt8]
        let expected: KindViolation?

        init(_ kind: EntryKind, _ hasSubject: Bool, _ parts: [UInt8], _ expected: KindViolation?) {
            self.kind = kind
            self.hasSubject = hasSubject
            self.parts = parts
            self.expected = expected
        }
    }

    static let rows: [Row] = [
        Row(.publish, false, [0, 1, 2], nil),
        Row(.publish, true, [0], .subjectPresent(.publish)),
        Row(.publish, false, [3], .partNotAllowed(.publish, ordinal: 3)),
        Row(.correct, true, [0, 2], nil),
        Row(.correct, false, [0], .subjectMissing(.correct)),
        Row(.withdraw, true, [], nil),
        Row(.withdraw, false, [], .subjectMissing(.withdraw)),
        Row(.withdraw, true, [0], .partNotAllowed(.withdraw, ordinal: 0)),
        Row(.eraseOrder, true, [], nil),
        Row(.eraseOrder, true, [1], .partNotAllowed(.eraseOrder, ordinal: 1)),
        Row(.withdrawAcknowledgement, true, [], nil),
        Row(.withdrawAcknowledgement, false, [], .subjectMissing(.withdrawAcknowledgement)),
        Row(.receipt, false, [], nil),
        Row(.receipt, true, [], .subjectPresent(.receipt)),
        Row(.reply, true, [3], nil),
        Row(.reply, true, [], .partMissing(.reply, ordinal: 3)),
        Row(.reply, true, [2, 3], .partNotAllowed(.reply, ordinal: 2)),
        Row(.keyRotate, false, [], nil),
        Row(.audienceEpoch, false, [], nil),
        Row(.audienceEpoch, true, [], .subjectPresent(.audienceEpoch)),
        Row(.cover, true, [0, 7], nil),
        Row(EntryKind(rawValue: 4_711), false, [9], nil),
    ]

    @Test("a kind has the subject and the parts that the protocol gives it", arguments: Self.rows)
    func table(row: Row) throws {
        var header = try Fixture.smallHeader()
        header.kind = row.kind
        header.subject = row.hasSubject ? try Fixture.identifier(1) : nil
        header.parts = row.parts.map { PartReference(ordinal: $0, content: ContentHash(of: [$0])) }
        #expect(KindRule.violation(of: header) == row.expected)
    }
}
