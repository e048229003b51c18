// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Policy
import Testing

@Suite("wishes of a referrer") struct ReferrerWishesTests {
    static let rules = [
        FieldRule(
            field: .port,
            forms: [
                FieldForm(claim: "port", level: .customs, generalisation: .exact),
                FieldForm(claim: "place", level: .everyone, generalisation: .region),
            ],
            reason: "protects-reporter"
        ),
        FieldRule(
            field: .containerNumber,
            forms: [FieldForm(claim: "container", level: .customs, generalisation: .exact)],
            reason: "protects-reporter"
        ),
        FieldRule(
            field: .modusOperandi,
            forms: [FieldForm(claim: "mo", level: .everyone, generalisation: .exact)],
            reason: "protects-reporter"
        ),
    ]

    static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text: text)) }

    static func claims(_ wishes: ReferrerWishes) -> [String] {
        wishes.narrowed(Self.rules).flatMap(\.forms).map { "\($0.claim) \($0.level.rawValue)" }
    }

    @Test("are read from their codes and written as them; anything else is none")
    func codes() throws {
        let codes = ["no-port", "not-before:2026-06-01", "hub-issue-only", "no-industry"]
        let wishes = try #require(ReferrerWishes(codes: codes.reversed()))
        #expect(wishes.codes == codes)
        #expect(wishes.notBefore == (try Self.day("2026-06-01")))
        #expect(ReferrerWishes(codes: []) == ReferrerWishes.none)
        for wrong in [
            ["no-ports"], ["no-port", "no-port"], ["not-before:"], ["not-before:2026-02-30"], [""],
            ["not-before:2026-06-01", "not-before:2026-07-01"],
        ] {
            #expect(ReferrerWishes(codes: wrong) == nil, "\(wrong)")
        }
    }

    @Test("for the port take it away with whatever leads to it, and leave the rest")
    func port() {
        #expect(Self.claims(ReferrerWishes(withholdsPort: true)) == ["place public", "mo public"])
        #expect(Self.claims(.none) == ["port customs", "place public", "container customs", "mo public"])
    }

    @Test("against industry leave customs alone as readers")
    func industry() {
        let found = Self.claims(ReferrerWishes(withholdsFromIndustry: true))
        #expect(found == ["port customs", "place customs", "container customs", "mo customs"])
    }

    @Test("never let out what was not let out before", arguments: 0..<4)
    func onlyNarrow(bits: Int) {
        let wishes = ReferrerWishes(withholdsPort: bits & 1 != 0, withholdsFromIndustry: bits & 2 != 0)
        for (narrowed, rule) in zip(wishes.narrowed(Self.rules), Self.rules) {
            #expect(narrowed.field == rule.field)
            for form in narrowed.forms {
                #expect(rule.forms.contains { $0.claim == form.claim && form.level <= $0.level })
            }
        }
    }

    @Test("forbid an approved claim that they would not let out, at the level where it stands")
    func forbids() {
        let port = ReferrerWishes(withholdsPort: true)
        #expect(port.forbids("port", at: .customs, rules: Self.rules))
        #expect(!port.forbids("place", at: .everyone, rules: Self.rules))
        #expect(!port.forbids("redaction_report", at: .everyone, rules: Self.rules), "tells nothing of a case")
        let industry = ReferrerWishes(withholdsFromIndustry: true)
        #expect(industry.forbids("mo", at: .partners, rules: Self.rules))
        #expect(!industry.forbids("mo", at: .customs, rules: Self.rules))
        #expect(!ReferrerWishes.none.forbids("mo", at: .everyone, rules: Self.rules))
    }

    @Test("are compared wish by wish")
    func comparison() throws {
        let early = ReferrerWishes(notBefore: try Self.day("2026-06-01"))
        let late = ReferrerWishes(notBefore: try Self.day("2026-07-01"), hubIssueOnly: true)
        #expect(late.isAtLeastAsNarrow(as: early))
        #expect(!early.isAtLeastAsNarrow(as: late))
        #expect(early.isAtLeastAsNarrow(as: .none))
        #expect(!ReferrerWishes.none.isAtLeastAsNarrow(as: early))
        #expect(!ReferrerWishes.none.isAtLeastAsNarrow(as: ReferrerWishes(withholdsPort: true)))
        #expect(!ReferrerWishes.none.isAtLeastAsNarrow(as: ReferrerWishes(withholdsFromIndustry: true)))
    }
}
