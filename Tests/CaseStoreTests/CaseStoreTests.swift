// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CaseStore
import Casework
import Foundation
import Testing
import Vault

@Suite("case store")
struct CaseStoreTests {
    @Test("gives every imported case back as it was read")
    func roundTrip() throws {
        let fixture = try CaseStoreFixture()
        for name in CaseStoreFixture.names {
            _ = try fixture.receive(name)
            let dossier = try CaseStoreFixture.dossier(name)
            let caseID = dossier.incident.coded.caseID
            let loaded = try fixture.store.load(caseID, access: CaseStoreFixture.access)
            #expect(loaded == dossier.incident)
            let narrative = try fixture.store.narrative(of: caseID, access: CaseStoreFixture.access)
            #expect(bytes(of: narrative) == bytes(of: dossier.narrative))
            let language = dossier.language
            #expect(try fixture.store.language(of: caseID) == language)
        }
        #expect(try fixture.store.codedCases().count == 12)
        #expect(try fixture.store.referrals().count == 12)
        #expect(fixture.audit.count(.textOpened(.identifiers)) == 12)
        #expect(fixture.audit.count(.textOpened(.narrative)) == 12)
    }

    @Test("refuses a dossier that the desk has, and names the case that exists")
    func duplicates() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive()
        let dossier = try CaseStoreFixture.dossier(CaseStoreFixture.names[0])
        let caseID = dossier.incident.coded.caseID
        let error = CaseStoreError.duplicate(dossierID: dossier.id, existing: caseID)
        #expect(throws: error) { _ = try fixture.receive() }
        let narrative = try fixture.store.narrative(of: caseID, access: CaseStoreFixture.access)
        #expect(bytes(of: narrative) == bytes(of: dossier.narrative), "a refused import damaged the first")
        #expect(fixture.audit.count(.enrolled) == 1)
    }

    @Test("of many imports of one dossier at the same time, one is taken and its text stays readable")
    func concurrentImports() async throws {
        let fixture = try CaseStoreFixture()
        let desk = fixture.desk
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try desk.receive(
                            try CaseStoreFixture.dossier(CaseStoreFixture.names[0]),
                            today: try CaseStoreFixture.day("2024-02-26"),
                            access: CaseStoreFixture.access
                        )
                        return true
                    } catch {
                        #expect({ if case CaseStoreError.duplicate = error { true } else { false } }(), "\(error)")
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { count, isTaken in count += isTaken ? 1 : 0 }
        }
        #expect(taken == 1)
        let caseID = try fixture.store.referrals()[0].caseID
        _ = try fixture.store.narrative(of: caseID, access: CaseStoreFixture.access)
    }

    @Test("finds a referral by its receipt code and keeps nothing of the code")
    func receipts() throws {
        let fixture = try CaseStoreFixture()
        let receipt = try fixture.receive()
        let typed = try ReceiptCode(parsing: receipt.text.lowercased())
        let referral = try fixture.store.referral(withReceipt: typed)
        #expect(referral.dossierID == "en-01-abandoned-dry-container")
        #expect(referral.progress.state == .received)
        let due = try CaseStoreFixture.day("2024-03-27")
        #expect(referral.feedback == .due(by: due))
        let other = ReceiptCode(randomBytes: [UInt8](repeating: 7, count: 10))
        #expect(throws: CaseStoreError.unknownReceipt) { _ = try fixture.store.referral(withReceipt: other) }
        for file in try fixture.files() {
            #expect(!contains(Array(receipt.text.utf8.prefix(9)), in: file.bytes))
            #expect(!contains(receipt.bytes, in: file.bytes))
        }
    }

    @Test("a referral's steps are kept in order, and a refused step changes nothing")
    func steps() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive()
        let caseID = try fixture.store.referrals()[0].caseID
        let step = try CaseStoreFixture.step("2024-02-27")
        try fixture.store.updateReferral(of: caseID) { referral in
            try referral.progress.assess(.init(priority: .soon, proposedTreatments: []), at: step)
        }
        #expect(throws: ReferralRefusal.notPossible(from: .assessed, to: .validated)) {
            try fixture.store.updateReferral(of: caseID) { try $0.progress.validate(.confirmed, at: step) }
        }
        let steps = try fixture.store.steps(of: caseID)
        #expect(steps.map { $0.state } == [.received, .assessed])
        #expect(steps.last?.step == step)
        let review = try CaseStoreFixture.day("2024-06-01")
        try fixture.store.updateReferral(of: caseID) { referral in
            try referral.feedback.withhold(reason: "operational-hold", reviewOn: review, at: step)
        }
        #expect(try fixture.store.referral(of: caseID).feedback.nextDay == review)
        #expect(try fixture.store.steps(of: caseID).count == 2)
    }

    @Test("feedback notes are sealed and come back in order")
    func notes() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive()
        let caseID = try fixture.store.referrals()[0].caseID
        let step = try CaseStoreFixture.step("2024-06-03")
        try fixture.store.addFeedbackNote(SecretText("rang Priya at home"), to: caseID, at: step)
        try fixture.store.addFeedbackNote(SecretText("second call"), to: caseID, at: step)
        var notes: [String] = []
        try fixture.store.forEachFeedbackNote(of: caseID, access: CaseStoreFixture.access) { found, note in
            #expect(found == step)
            notes.append(String(decoding: bytes(of: note), as: UTF8.self))
        }
        #expect(notes == ["rang Priya at home", "second call"])
    }

    @Test("no value of a referrer stands in any byte of the files after import; the same search finds what is planted")
    func nothingInTheClear() throws {
        let fixture = try CaseStoreFixture()
        var values: [String] = []
        for name in CaseStoreFixture.names {
            _ = try fixture.receive(name)
            let dossier = try CaseStoreFixture.dossier(name)
            dossier.referrer.forEach { field, text in
                // Codes are in the clear on purpose; shorter values turn up in random bytes by chance.
                if field != .stakeholder, field != .language, text.utf8.count >= 5 { values.append(text) }
            }
        }
        let caseID = try fixture.store.referrals()[0].caseID
        let draft = try Self.draft(caseID)
        try fixture.store.store(draft, content: SecretText("a note by Priya Ramanathan-Cole"))
        try fixture.store.addFeedbackNote(
            SecretText("rang Priya Ramanathan-Cole"),
            to: caseID,
            at: CaseStoreFixture.step("2024-06-03")
        )
        #expect(values.count > 100)
        let files = try fixture.files()
        #expect(files.contains { $0.name == "cases.sqlite-wal" && $0.bytes.count > 10_000 })
        for value in values {
            for file in files {
                #expect(!contains(Array(value.utf8), in: file.bytes), "found in \(file.name)")
            }
        }
        let planted = files.map { $0.bytes }.joined() + values.flatMap { Array($0.utf8) }
        let control = Array(planted)
        for value in values { #expect(contains(Array(value.utf8), in: control), "control failed") }
        try fixture.store.checkpoint()
        let main = try #require(try fixture.files().first { $0.name == "cases.sqlite" })
        for value in values { #expect(!contains(Array(value.utf8), in: main.bytes)) }
    }

    @Test("names of ships and firms and numbers of boxes are not in the clear either")
    func identifiersAreSealed() throws {
        let fixture = try CaseStoreFixture()
        for name in CaseStoreFixture.names { _ = try fixture.receive(name) }
        for file in try fixture.files() {
            for value in ["Halcyon", "Corvane", "3102770", "QXZU4172083", "CVN0098271", "Bottled aloe", "Larkspur"] {
                #expect(!contains(Array(value.utf8), in: file.bytes), "\(value) in \(file.name)")
            }
        }
        let finds = try fixture.files().map { contains(Array("abandoned-shipment".utf8), in: $0.bytes) }
        #expect(finds.contains(true), "the search finds codes, which are in the clear")
    }

    @Test("after shredding, the case keeps its codes and loses its words")
    func shredded() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive()
        let caseID = try fixture.store.referrals()[0].caseID
        try fixture.vault.shred(caseID, access: CaseStoreFixture.access)
        #expect(try fixture.store.codedCase(caseID).port == "AUFRE")
        #expect(throws: VaultError.shredded(caseID)) {
            _ = try fixture.store.load(caseID, access: CaseStoreFixture.access)
        }
        #expect(throws: VaultError.shredded(caseID)) {
            _ = try fixture.store.narrative(of: caseID, access: CaseStoreFixture.access)
        }
    }

    @Test("the record of an interrupted import is shredded at the next start, or replaced by the next import")
    func interruptedImport() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive(CaseStoreFixture.names[0])
        let dossier = try CaseStoreFixture.dossier(CaseStoreFixture.names[1])
        let orphan = dossier.incident.coded.caseID
        try fixture.vault.enrol(dossier.referrer, for: orphan, access: CaseStoreFixture.access)
        let live = try fixture.vault.liveCases()
        #expect(live.count == 2)
        let shredded = try fixture.desk.shredOrphans(liveCases: live, access: CaseStoreFixture.access)
        #expect(shredded == [orphan])
        try fixture.vault.enrol(dossier.referrer, for: orphan, access: CaseStoreFixture.access)
        _ = try fixture.receive(CaseStoreFixture.names[1])
        let narrative = try fixture.store.narrative(of: orphan, access: CaseStoreFixture.access)
        #expect(bytes(of: narrative) == bytes(of: dossier.narrative))
    }

    static func draft(_ caseID: CaseID, revision: Int = 1) throws -> StoredDraft {
        StoredDraft(
            draftID: "draft-1",
            revision: revision,
            caseID: caseID,
            documentType: "pia/1",
            state: "open",
            author: "officer-1",
            day: try CaseStoreFixture.day("2024-06-20")
        )
    }
}
