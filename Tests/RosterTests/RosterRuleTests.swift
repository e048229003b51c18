// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import Roster
import Testing

@Suite("Roster rules")
struct RosterRuleTests {
    struct Broken: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: RosterRejection
        let change: @Sendable (inout RosterBuilder) throws -> Void

        init(
            _ description: String,
            _ expected: RosterRejection,
            _ change: @escaping @Sendable (inout RosterBuilder) throws -> Void
        ) {
            self.testDescription = description
            self.expected = expected
            self.change = change
        }

        static func ofMember(
            _ description: String,
            _ violation: RosterViolation,
            _ change: @escaping @Sendable (inout RosterMember) throws -> Void
        ) -> Broken {
            Broken(description, .memberRuleBroken(index: 0, violation)) { builder in
                builder.members = [try Fixture.member(1)]
                try change(&builder.members[0])
            }
        }
    }

    static let broken: [Broken] = [
        Broken("epoch 0", .ruleBroken(.epochIsZero)) { $0.epoch = 0 },
        Broken("epoch 2 without the one before", .ruleBroken(.previousHashMismatch)) { $0.epoch = 2 },
        Broken("day too large", .ruleBroken(.numberTooLarge)) { $0.issuedDay = 1 << 53 },
        Broken("no root must sign", .ruleBroken(.thresholdOutOfRange)) { $0.threshold = 0 },
        Broken("more than all must sign", .ruleBroken(.thresholdOutOfRange)) { $0.threshold = 4 },
        Broken("a root twice", .ruleBroken(.duplicateRoot)) { $0.roots.append($0.roots[0]) },
        Broken("33 roots", .ruleBroken(.tooManyRoots)) { builder in
            builder.roots = try (1...33).map { try Fixture.key($0).publicKey }
        },
        Broken("a name twice", .ruleBroken(.duplicateName)) { builder in
            for place in builder.members.indices { builder.members[place].name = "same" }
        },
        Broken("a TLS key twice", .ruleBroken(.duplicateEndpoint)) { builder in
            builder.members[0].endpoints = builder.members[1].endpoints
        },
        .ofMember("upper-case name", .malformedName) { $0.name = "Customs" },
        .ofMember("name with a hyphen first", .malformedName) { $0.name = "-customs" },
        .ofMember("empty name", .malformedName) { $0.name = "" },
        .ofMember("empty organisation", .malformedText) { $0.organisation = "" },
        .ofMember("organisation of two lines", .malformedText) { $0.organisation = "a\nb" },
        .ofMember("organisation that writes backwards", .malformedText) { $0.organisation = "a\u{202E}b" },
        .ofMember("long organisation", .malformedText) { $0.organisation = String(repeating: "a", count: 129) },
        .ofMember("country of three letters", .malformedCountry) { $0.country = "NLD" },
        .ofMember("country in small letters", .malformedCountry) { $0.country = "nl" },
        .ofMember("region with a blank", .malformedWord) { $0.region = "a b" },
        .ofMember("class of nothing", .malformedWord) { $0.memberClass = MemberClass(rawValue: "") },
        .ofMember("a role twice", .wordsNotAscending) { $0.roles = [.origin, .origin] },
        .ofMember("nine roles", .malformedWord) { member in
            member.roles = (1...9).map { MemberRole(rawValue: "role-\($0)") }
        },
        .ofMember("nine endpoints", .tooManyEndpoints) { member in
            member.endpoints = (1...9).map { number in
                RosterEndpoint(role: .desk, spkiHash: [UInt8](repeating: UInt8(number), count: 32))
            }
        },
        .ofMember("short TLS hash", .malformedEndpoint) { $0.endpoints = [RosterEndpoint(role: .desk, spkiHash: [1])] },
        .ofMember("address without port", .malformedAddress) { Self.setAddress("host", of: &$0) },
        .ofMember("port 0", .malformedAddress) { Self.setAddress("host:0", of: &$0) },
        .ofMember("port 65536", .malformedAddress) { Self.setAddress("host:65536", of: &$0) },
        .ofMember("port with a leading zero", .malformedAddress) { Self.setAddress("host:0443", of: &$0) },
        .ofMember("no host", .malformedAddress) { Self.setAddress(":443", of: &$0) },
        .ofMember("address with a blank", .malformedAddress) { Self.setAddress("ho st:443", of: &$0) },
        .ofMember("log epoch too large", .numberTooLarge) { $0.logEpoch = 1 << 53 },
        .ofMember("quota too large", .numberTooLarge) { $0.quota = DailyQuota(entries: 1 << 53, bytes: 1) },
        .ofMember("closed at 0 with an id", .malformedClosure) { member in
            member.closedAt = LogClosure(sequence: 0, id: try Fixture.identifier(1))
        },
        .ofMember("closed at 1 without an id", .malformedClosure) { member in
            member.closedAt = LogClosure(sequence: 1, id: .zero)
        },
    ]

    @Test("nobody signs a roster that others refuse", arguments: Self.broken)
    func rules(broken: Broken) throws {
        var builder = try Fixture.builder()
        try broken.change(&builder)
        #expect(throws: broken.expected) { try builder.encoded() }
    }

    @Test("a later version's words are kept, and mean nothing here")
    func unknownWords() throws {
        var builder = try Fixture.builder()
        builder.members[0].memberClass = MemberClass(rawValue: "coast-guard")
        builder.members[0].roles = [MemberRole(rawValue: "witness")]
        let (roster, _) = try Fixture.verified(builder)
        let member = try #require(roster.member(named: "member-1"))
        #expect(member.memberClass.rawValue == "coast-guard")
        #expect(member.has(.origin) == false)
        #expect(roster.standing(of: member.key) == nil)
    }

    private static func setAddress(_ address: String, of member: inout RosterMember) {
        member.endpoints = [
            RosterEndpoint(role: .relay, spkiHash: [UInt8](repeating: 1, count: 32), address: address)
        ]
    }
}
