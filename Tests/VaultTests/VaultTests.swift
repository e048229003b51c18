// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography
import Database
import Foundation
import GRDB
import Testing
import Vault

@Suite("vault")
struct VaultTests {
    private static let caseID = VaultFixture.caseID(1)

    private static func incident(shipOperator: String?) throws -> Case {
        let day = try #require(CalendarDay(text: "2024-02-29"))
        let coded = CodedCase(
            caseID: Self.caseID,
            originNode: "customs-au",
            country: "AU",
            region: "ap",
            port: "AUFRE",
            mode: "maritime",
            conveyance: "container-ship",
            containerSizeType: nil,
            route: [],
            declared: nil,
            found: [],
            dates: CaseDates(incident: day, examined: nil, closed: nil),
            modusOperandi: [],
            concealment: [],
            detection: [],
            indicators: [],
            insider: InsiderAssessment(involvement: "insider-not-assessed", roles: [], complicity: []),
            treatments: [],
            outcomes: [],
            securityGaps: [],
            recommendations: [],
            operationalHold: OperationalHold(isActive: false, reviewOn: nil),
            confidence: "confidence-high",
            credibility: "credibility-1",
            chainStages: [],
            offenceStage: "stage-unknown"
        )
        let vessel = Vessel(
            name: nil,
            imo: nil,
            operatorName: shipOperator.map { FreeText($0) },
            voyage: nil,
            callSign: nil,
            mmsi: nil
        )
        let details = IdentifyingDetails(
            title: nil,
            vessel: vessel,
            containerNumber: nil,
            seals: [],
            billOfLading: nil,
            goodsDescription: nil,
            referralReceived: nil
        )
        return Case(coded: coded, identifying: details)
    }

    @Test("gives the record back to an officer with a reason, and says so in the audit trail")
    func identity() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let record = try fixture.vault.identity(of: Self.caseID, access: VaultFixture.officer)
        var seen: [String] = []
        record.forEach { _, text in seen.append(text) }
        #expect(seen == VaultFixture.values.map { $0.text })
        #expect(
            fixture.audit.events.map { $0.kind } == [.guardBuilt(records: 0), .enrolled, .identityOpened]
        )
        #expect(
            fixture.audit.events.last
                == VaultEvent(
                    kind: .identityOpened,
                    caseID: Self.caseID,
                    access: VaultFixture.officer
                )
        )
    }

    @Test("does not tell who reported for the purpose of analysis")
    func purpose() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        #expect(throws: VaultError.purposeNotAllowed(.analysis)) {
            _ = try fixture.vault.identity(of: Self.caseID, access: VaultFixture.desk)
        }
    }

    @Test("a read that cannot be reported does not happen")
    func unreportedRead() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let sealed = try fixture.vault.seal(SecretText("the narrative"), as: .narrative, of: Self.caseID)
        let incident = try Self.incident(shipOperator: nil)
        fixture.audit.failFromNowOn()
        #expect(throws: RecordingAudit.Refusal.self) {
            _ = try fixture.vault.identity(of: Self.caseID, access: VaultFixture.officer)
        }
        #expect(throws: RecordingAudit.Refusal.self) {
            _ = try fixture.vault.open(sealed, as: .narrative, of: Self.caseID, access: VaultFixture.desk)
        }
        #expect(throws: RecordingAudit.Refusal.self) {
            _ = try fixture.vault.referrerClass(of: incident, access: VaultFixture.desk)
        }
    }

    @Test("computes the coarse class from record and ship")
    func referrerClass() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let other = try fixture.vault.referrerClass(
            of: try Self.incident(shipOperator: "Corvane Line"),
            access: VaultFixture.desk
        )
        #expect(other.stakeholder == "container-terminal")
        #expect(!other.worksForOperator && !other.isOnBoard)
        let own = try fixture.vault.referrerClass(
            of: try Self.incident(shipOperator: "Harbourline Container Terminals"),
            access: VaultFixture.desk
        )
        #expect(own.worksForOperator)
    }

    @Test("sealed text opens for its case and kind only")
    func binding() throws {
        let fixture = try VaultFixture()
        let other = VaultFixture.caseID(2)
        for caseID in [Self.caseID, other] {
            try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: caseID, access: VaultFixture.desk)
        }
        let sealed = try fixture.vault.seal(SecretText("the narrative"), as: .narrative, of: Self.caseID)
        let opened = try fixture.vault.open(sealed, as: .narrative, of: Self.caseID, access: VaultFixture.desk)
        let text = opened.withUTF8 { span in span.indices.map { span[$0] } }
        #expect(String(decoding: text, as: UTF8.self) == "the narrative")
        #expect(throws: VaultError.damaged(Self.caseID, .draft)) {
            _ = try fixture.vault.open(sealed, as: .draft, of: Self.caseID, access: VaultFixture.desk)
        }
        #expect(throws: VaultError.damaged(other, .narrative)) {
            _ = try fixture.vault.open(sealed, as: .narrative, of: other, access: VaultFixture.desk)
        }
        for index in sealed.indices {
            var altered = sealed
            altered[index] ^= 1
            #expect(throws: VaultError.damaged(Self.caseID, .narrative)) {
                _ = try fixture.vault.open(altered, as: .narrative, of: Self.caseID, access: VaultFixture.desk)
            }
        }
    }

    @Test("another vault key is refused at opening")
    func wrongKey() throws {
        let fixture = try VaultFixture()
        let strange = EpochKeys.Key(number: 1, secret: SecretBytes(random: 32), firstDay: 100)
        #expect(throws: VaultError.wrongKey) { _ = try fixture.reopened(keys: EpochKeys(current: strange)) }
        let later = EpochKeys.Key(number: 2, secret: SecretBytes(random: 32), firstDay: 100)
        #expect(throws: VaultError.wrongKey) { _ = try fixture.reopened(keys: EpochKeys(current: later)) }
        let again = try fixture.reopened()
        #expect(try again.liveCases() == [])
    }

    @Test("the guard knows every live record, after restart too, and forgets shredded ones")
    func guardFollowsRecords() throws {
        let fixture = try VaultFixture()
        let text = "Please ring Priya Ramanathan-Cole about the box."
        #expect(fixture.vault.scan(text: text).allSatisfy { !$0.rule.hasPrefix("vault.") })
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let found = fixture.vault.scan(text: text).filter { $0.rule.hasPrefix("vault.") }
        #expect(found.contains { $0.mustGo && $0.range.lowerBound == 12 })
        #expect(!fixture.vault.scan(Array(text.utf8)).isEmpty)
        let again = try fixture.reopened()
        #expect(again.scan(text: text).contains { $0.rule.hasPrefix("vault.") })
        #expect(fixture.audit.events.last?.kind == .guardBuilt(records: 1))
        try again.shred(Self.caseID, access: VaultFixture.officer)
        #expect(again.scan(text: text).allSatisfy { !$0.rule.hasPrefix("vault.") })
    }

    @Test("the guard is not built from the words that many people use")
    func noCommonWords() {
        let record = ReferrerRecord([
            (.stakeholder, "container-terminal"), (.language, "en"), (.channel, "telephone"), (.wishes, "none"),
        ])
        #expect(ReferrerKeywords.keywords(of: record).isEmpty)
    }

    @Test("a shredded case cannot be read, sealed or shredded again, and its wrapped key is nowhere in the files")
    func shredding() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let sealed = try fixture.vault.seal(SecretText("the narrative"), as: .narrative, of: Self.caseID)
        let rows = try Self.secretRows(fixture)
        #expect(rows.count == 2)
        #expect(try fixture.files().contains { file in contains(rows[0], in: file.bytes) })
        try fixture.vault.shred(Self.caseID, access: VaultFixture.officer)
        for file in try fixture.files() {
            for row in rows { #expect(!contains(row, in: file.bytes), "left in \(file.name)") }
        }
        #expect(throws: VaultError.shredded(Self.caseID)) {
            _ = try fixture.vault.open(sealed, as: .narrative, of: Self.caseID, access: VaultFixture.desk)
        }
        #expect(throws: VaultError.shredded(Self.caseID)) {
            _ = try fixture.vault.identity(of: Self.caseID, access: VaultFixture.officer)
        }
        #expect(throws: VaultError.shredded(Self.caseID)) {
            try fixture.vault.shred(Self.caseID, access: VaultFixture.officer)
        }
        #expect(throws: VaultError.unknownCase(VaultFixture.caseID(9))) {
            _ = try fixture.vault.seal(SecretText("x"), as: .narrative, of: VaultFixture.caseID(9))
        }
    }

    @Test("no value of a record stands in any byte of the files; the same search finds what is planted")
    func nothingInTheClear() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let files = try fixture.files()
        #expect(files.contains { $0.name.hasSuffix("-wal") && !$0.bytes.isEmpty })
        for value in VaultFixture.values {
            for file in files { #expect(!contains(Array(value.text.utf8), in: file.bytes)) }
        }
        let decoy = try DatabaseFile.openPool(path: fixture.folder.appending(path: "decoy.sqlite").path, migrations: [])
        try decoy.write { db in
            try db.execute(sql: "CREATE TABLE decoy (value TEXT)")
            for value in VaultFixture.values {
                try db.execute(sql: "INSERT INTO decoy VALUES (?)", arguments: [value.text])
            }
        }
        let planted = try fixture.files().filter { $0.name.hasPrefix("decoy") }
        for value in VaultFixture.values {
            #expect(planted.contains { contains(Array(value.text.utf8), in: $0.bytes) }, "control failed")
        }
    }

    @Test("an altered record stops the vault instead of being left out of the guard")
    func alteredRecord() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let pool = try DatabasePool(path: fixture.path)
        for table in ["referrers", "case_keys"] {
            let column = table == "referrers" ? "sealed" : "wrapped"
            let whole = try pool.read { db in
                try #require(try Data.fetchOne(db, sql: "SELECT \(column) FROM \(table)"))
            }
            var altered = whole
            altered[30] ^= 0x40
            try pool.write { [altered] db in
                try db.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [altered])
            }
            #expect(throws: VaultError.damaged(Self.caseID, .referrer)) { _ = try fixture.reopened() }
            try pool.write { db in try db.execute(sql: "UPDATE \(table) SET \(column) = ?", arguments: [whole]) }
        }
        _ = try fixture.reopened()
    }

    @Test("a file of a newer version is refused")
    func newerVersion() throws {
        let fixture = try VaultFixture()
        let pool = try DatabasePool(path: fixture.path)
        try pool.write { db in try db.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: DatabaseFailure.newerVersion(file: "vault.sqlite", found: 99, known: 2)) {
            _ = try fixture.reopened()
        }
    }

    @Test("a second enrolment of a case replaces record and key")
    func replaces() throws {
        let fixture = try VaultFixture()
        try fixture.vault.enrol(ReferrerRecord(VaultFixture.values), for: Self.caseID, access: VaultFixture.desk)
        let sealed = try fixture.vault.seal(SecretText("x"), as: .narrative, of: Self.caseID)
        try fixture.vault.enrol(
            ReferrerRecord([(.name, "Wouter van der Heyden")]),
            for: Self.caseID,
            access: VaultFixture.desk
        )
        #expect(throws: VaultError.damaged(Self.caseID, .narrative)) {
            _ = try fixture.vault.open(sealed, as: .narrative, of: Self.caseID, access: VaultFixture.desk)
        }
        #expect(fixture.vault.scan(text: "Priya Ramanathan-Cole").allSatisfy { !$0.rule.hasPrefix("vault.") })
        #expect(fixture.vault.scan(text: "Wouter van der Heyden").contains { $0.rule.hasPrefix("vault.") })
        #expect(try fixture.vault.liveCases() == [Self.caseID])
    }

    /// The wrapped key and the sealed record, without their first bytes, which SQLite may reuse.
    private static func secretRows(_ fixture: VaultFixture) throws -> [[UInt8]] {
        let pool = try DatabasePool(path: fixture.path)
        return try pool.read { db in
            let wrapped = try Data.fetchAll(db, sql: "SELECT wrapped FROM case_keys")
            let sealed = try Data.fetchAll(db, sql: "SELECT sealed FROM referrers")
            return (wrapped + sealed).map { Array($0.suffix(24)) }
        }
    }
}
