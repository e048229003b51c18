// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import AuditTrail
import Casework
import Cryptography
import GossipCore
import TestSupport
import Testing

@testable import NodeRuntime
@testable import Vault

@Suite("a canary at an exit") struct CanaryAlarmTests {
    struct Now: WallClock {
        func now() -> WallTime { WallTime(milliseconds: 1_790_000_000_000) }
    }

    @Test("stops the bytes and stands in the audit trail once, with the place; clean bytes pass and leave no trace")
    func alarm() throws {
        let folder = try ScratchFolder()
        let trail = try AuditTrail(path: folder.path("audit.sqlite"))
        let vault = try Vault(
            path: folder.path("vault.sqlite"),
            keys: EpochKeys(current: EpochKeys.Key(number: 1, secret: SecretBytes(random: 32), firstDay: 0)),
            audit: TrailedVault(trail: trail, clock: Now())
        )
        try vault.plantCanaries()
        func entries(_ kind: AuditEventKind) throws -> [AuditEntry] {
            try trail.entries(after: 0, limit: 100).filter { $0.event.kind == kind }
        }
        let subject = try #require(try entries(.vaultEnrolled).first?.event.subject?.text)
        let caseID = try #require(CaseID(text: subject))
        let name = try #require(try vault.record(of: caseID).withFirst(.name) { $0 })

        let clean = Array("Officers found a rip-off load behind the evaporator panel of a reefer.".utf8)
        #expect(vault.brokenRules(in: clean, at: .log).isEmpty)
        #expect(vault.brokenRules(in: clean).isEmpty)
        #expect(try entries(.canarySeen).isEmpty)

        let leak = Array("level=info message=\"talked to \(name)\"".utf8)
        for _ in 0..<5 { #expect(!vault.brokenRules(in: leak, at: .log).isEmpty) }
        #expect(!vault.brokenRules(in: leak).isEmpty)
        let places = try entries(.canarySeen).flatMap { $0.event.details.map(\.value) }.compactMap { value in
            if case .code(let code) = value { code.text } else { nil }
        }
        #expect(places.filter { $0 == "log" }.count == 1)
        #expect(places.filter { $0 == "outgoing" }.count == 1)
        #expect(try entries(.canarySeen).allSatisfy { $0.event.subject == nil }, "the trail names no one")
    }
}
