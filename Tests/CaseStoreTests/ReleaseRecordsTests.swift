// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CaseStore
import Casework
import Testing

@Suite("drafts, releases and departures")
struct ReleaseRecordsTests {
    @Test("a draft keeps its revisions, lists the newest, and refuses to overwrite one")
    func drafts() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive()
        let caseID = try fixture.store.referrals()[0].caseID
        let first = try CaseStoreTests.draft(caseID)
        let second = try CaseStoreTests.draft(caseID, revision: 2)
        try fixture.store.store(first, content: SecretText("one"))
        try fixture.store.store(second, content: SecretText("two"))
        #expect(throws: CaseStoreError.alreadyStored) {
            try fixture.store.store(second, content: SecretText("other"))
        }
        #expect(try fixture.store.drafts() == [second])
        #expect(try fixture.store.drafts(of: CaseID(randomBytes: [UInt8](repeating: 1, count: 16))) == [])
        #expect(try fixture.store.draft("draft-1") == second)
        #expect(try fixture.store.draft("draft-1", revision: 1) == first)
        #expect(try fixture.store.draft("draft-2") == nil)
        let content = try fixture.store.content(of: second, access: CaseStoreFixture.access)
        #expect(String(decoding: bytes(of: content), as: UTF8.self) == "two")
        try fixture.store.setState("submitted", ofDraft: "draft-1", revision: 2)
        #expect(try fixture.store.draft("draft-1")?.state == "submitted")
    }

    @Test("a release keeps its manifest, an officer approves it once, and its entry leads back to the case")
    func releases() throws {
        let fixture = try CaseStoreFixture()
        _ = try fixture.receive()
        let caseID = try fixture.store.referrals()[0].caseID
        try fixture.store.store(try CaseStoreTests.draft(caseID), content: SecretText("content"))
        let digest = [UInt8](repeating: 9, count: 32)
        let release = Self.release(digest, caseID, state: "submitted", batchID: nil)
        try fixture.store.store(release, manifest: SecretText("manifest"))
        #expect(throws: CaseStoreError.alreadyStored) {
            try fixture.store.store(release, manifest: SecretText("other"))
        }
        let manifest = try fixture.store.manifest(of: release, access: CaseStoreFixture.access)
        #expect(String(decoding: bytes(of: manifest), as: UTF8.self) == "manifest")
        let day = try CaseStoreFixture.day("2024-06-20")
        let approval = StoredApproval(digest: digest, officer: "officer-2", day: day, record: [1])
        try fixture.store.store(approval)
        #expect(throws: CaseStoreError.alreadyStored) { try fixture.store.store(approval) }
        #expect(try fixture.store.approvals(ofDigest: digest) == [approval])
        let moved = Self.release(digest, caseID, state: "in-batch", batchID: "2024-07")
        try fixture.store.update(moved)
        #expect(try fixture.store.releases() == [moved])
        #expect(try fixture.store.release(withDigest: digest) == moved)
        let entry = PublishedEntry(
            entryID: [UInt8](repeating: 5, count: 32),
            caseID: caseID,
            digest: digest,
            day: day
        )
        try fixture.store.store(entry)
        try fixture.store.store(entry)
        #expect(try fixture.store.published(entryID: entry.entryID) == entry)
        #expect(try fixture.store.published(of: caseID) == [entry])
        #expect(try fixture.store.published(entryID: digest) == nil)
        try fixture.store.removeApprovals(ofDigest: digest)
        #expect(try fixture.store.approvals(ofDigest: digest) == [])
    }

    @Test("batches come in the order in which they are due and can be rewritten")
    func departures() throws {
        let fixture = try CaseStoreFixture()
        let early = try CaseStoreFixture.day("2024-06-30")
        let late = try CaseStoreFixture.day("2024-07-31")
        try fixture.store.store(StoredDeparture(batchID: "b", state: "open", dueOn: late, record: []))
        try fixture.store.store(StoredDeparture(batchID: "a", state: "open", dueOn: early, record: [1]))
        try fixture.store.store(StoredDeparture(batchID: "a", state: "left", dueOn: early, record: [2]))
        #expect(
            try fixture.store.departures() == [
                StoredDeparture(batchID: "a", state: "left", dueOn: early, record: [2]),
                StoredDeparture(batchID: "b", state: "open", dueOn: late, record: []),
            ]
        )
    }

    private static func release(
        _ digest: [UInt8],
        _ caseID: CaseID,
        state: String,
        batchID: String?
    ) -> StoredRelease {
        StoredRelease(
            digest: digest,
            draftID: "draft-1",
            revision: 1,
            caseID: caseID,
            state: state,
            batchID: batchID,
            record: [4, 2]
        )
    }
}
