// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography
import Foundation
import GRDB
import Testing

@testable import Vault

@Suite("canary referrers") struct CanaryTests {
    private static func values(of vault: Vault) throws -> [[String]] {
        let live = Set(try vault.liveCases())
        let all = try vault.pool.read { db in
            try Data.fetchAll(db, sql: "SELECT case_id FROM case_keys").compactMap { CaseID(bytes: [UInt8]($0)) }
        }
        return try all.filter { !live.contains($0) }.map { caseID in
            var values: [String] = []
            try vault.record(of: caseID).forEach { field, text in
                if [.name, .email, .phone, .staffNumber, .reference].contains(field) { values.append(text) }
            }
            return values
        }
    }

    private static func alarms(_ fixture: VaultFixture) -> [VaultEvent.Kind] {
        fixture.audit.events.map(\.kind).filter { if case .canarySeen = $0 { true } else { false } }
    }

    @Test("are planted once, count as no case, and stay over a restart and an epoch")
    func planted() throws {
        let fixture = try VaultFixture()
        #expect(try fixture.vault.plantCanaries() == 3)
        #expect(try fixture.vault.plantCanaries() == 3)
        try fixture.vault.enrol(
            ReferrerRecord(VaultFixture.values),
            for: VaultFixture.caseID(1),
            access: VaultFixture.desk
        )
        #expect(try fixture.vault.liveCases() == [VaultFixture.caseID(1)])
        let next = fixture.nextKeys()
        #expect(try fixture.vault.moveKeys(to: next) == 4)
        let reopened = try fixture.reopened(keys: EpochKeys(current: next.current))
        #expect(reopened.canaryCount == 3)
        #expect(try reopened.plantCanaries() == 3)
        #expect(try reopened.liveCases() == [VaultFixture.caseID(1)])
    }

    @Test("are told from people by nothing in the file's rows")
    func indistinguishable() throws {
        let fixture = try VaultFixture()
        try fixture.vault.plantCanaries()
        try fixture.vault.enrol(
            ReferrerRecord(VaultFixture.values),
            for: VaultFixture.caseID(1),
            access: VaultFixture.desk
        )
        let shapes = try fixture.vault.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT DISTINCT length(wrapped), epoch, length(case_id) FROM case_keys").count
        }
        #expect(shapes == 1)
        for file in try fixture.files() {
            for value in try Self.values(of: fixture.vault).flatMap({ $0 }) {
                #expect(!contains(Array(value.utf8), in: file.bytes), "\(file.name)")
            }
        }
    }

    @Test(
        "raise one alarm where a value is met, plain or encoded, and none in clean texts",
        arguments: CanaryPlace.allCases
    )
    func alarm(place: CanaryPlace) throws {
        let fixture = try VaultFixture()
        try fixture.vault.plantCanaries()
        for text in [
            "Officers found a rip-off load in a reefer behind the evaporator panel.", "",
            "Seal cloned; the container was weighed 2,400 kg above the declared mass.",
            "{\"mo\":[\"mo-rip-off\"],\"place\":\"eur\",\"redaction_report\":[]}",
        ] {
            #expect(try !fixture.vault.watch(Array(text.utf8), at: place))
        }
        #expect(Self.alarms(fixture) == [])
        let values = try Self.values(of: fixture.vault).flatMap { $0 }
        #expect(values.count == 15)
        for value in values {
            let before = Self.alarms(fixture).count
            let plain = Array("Reported by \(value), it is said.".utf8)
            #expect(try fixture.vault.watch(plain, at: place), "plain")
            #expect(try fixture.vault.watch(plain, at: place), "again")
            #expect(Self.alarms(fixture).count == before + 1, "the same bytes alarm once")
            let encoded = Array("{\"x\":\"\(Data(value.utf8).base64EncodedString())\"}".utf8)
            #expect(try fixture.vault.watch(encoded, at: place), "in base64")
        }
        #expect(Self.alarms(fixture).allSatisfy { $0 == .canarySeen(place) })
    }

    @Test("differ from vault to vault")
    func own() throws {
        let one = try VaultFixture()
        let two = try VaultFixture()
        try one.vault.plantCanaries()
        try two.vault.plantCanaries()
        let names = Set(try Self.values(of: one.vault).map { $0[0] } + Self.values(of: two.vault).map { $0[0] })
        #expect(names.count == 6)
    }

    @Test("whose alarm cannot be written down are not passed over")
    func unrecorded() throws {
        let fixture = try VaultFixture()
        try fixture.vault.plantCanaries()
        let name = try #require(try Self.values(of: fixture.vault).first?.first)
        fixture.audit.failFromNowOn()
        #expect(throws: RecordingAudit.Refusal.self) {
            try fixture.vault.watch(Array("Reported by \(name)".utf8), at: .outgoing)
        }
    }
}
