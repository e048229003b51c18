// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Cryptography
import Database
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("officers") struct OfficerStoreTests {
    static func name(_ text: String) throws -> OfficerName {
        try #require(OfficerName(text))
    }

    @Test("are found by id and by key, also after a restart")
    func enrolment() throws {
        let folder = try ScratchFolder()
        let store = try OfficerStore(path: folder.path("accounts.sqlite"))
        let key = SigningKey().publicKey
        let keel = try store.add(
            name: try Self.name("Keel"),
            role: .analyst,
            publicKey: key,
            day: 20_000,
            session: "s1"
        )
        let again = try OfficerStore(path: folder.path("accounts.sqlite"))
        #expect(try again.officer(id: keel.id) == keel)
        #expect(try again.officer(publicKey: key) == keel)
        #expect(try again.list() == [keel])
        #expect(keel.isEnabled)
        #expect(try again.officer(publicKey: SigningKey().publicKey) == nil)
        #expect(try again.officer(id: OfficerID()) == nil)
    }

    @Test("have one key each, for good")
    func oneKeyOneOfficer() throws {
        let folder = try ScratchFolder()
        let store = try OfficerStore(path: folder.path("accounts.sqlite"))
        let key = SigningKey().publicKey
        let keel = try store.add(name: try Self.name("Keel"), role: .analyst, publicKey: key, day: 1, session: "s1")
        try store.disable(id: keel.id, day: 2)
        #expect(throws: OfficerStoreError.keyAlreadyEnrolled(keel.id)) {
            try store.add(name: try Self.name("Orrin"), role: .releaser, publicKey: key, day: 3, session: "s2")
        }
    }

    @Test("enrolled in one session are shown together")
    func sessions() throws {
        let folder = try ScratchFolder()
        let store = try OfficerStore(path: folder.path("accounts.sqlite"))
        let officers = try ["Keel", "Orrin", "Sorrel"].enumerated().map { index, name in
            try store.add(
                name: try Self.name(name),
                role: .releaser,
                publicKey: SigningKey().publicKey,
                day: index,
                session: index < 2 ? "s1" : "s2"
            )
        }
        #expect(try store.officers(enrolledIn: "s1") == [officers[0], officers[1]])
        #expect(try store.officers(enrolledIn: "s3") == [])
        #expect(try store.list() == officers)
    }

    @Test("are disabled once and stay listed")
    func disabling() throws {
        let folder = try ScratchFolder()
        let store = try OfficerStore(path: folder.path("accounts.sqlite"))
        let keel = try store.add(
            name: try Self.name("Keel"),
            role: .analyst,
            publicKey: SigningKey().publicKey,
            day: 1,
            session: "s1"
        )
        try store.disable(id: keel.id, day: 5)
        let disabled = try #require(try store.officer(id: keel.id))
        #expect(disabled.disabledDay == 5)
        #expect(!disabled.isEnabled)
        #expect(throws: OfficerStoreError.alreadyDisabled(keel.id)) { try store.disable(id: keel.id, day: 6) }
        let nobody = OfficerID()
        #expect(throws: OfficerStoreError.unknown(nobody)) { try store.disable(id: nobody, day: 6) }
        #expect(try store.list().count == 1)
    }

    @Test(
        "in a damaged row are an error",
        arguments: ["role = 'king'", "id = 'x'", "public_key = zeroblob(3)", "name = ''"]
    )
    func damaged(change: String) throws {
        let folder = try ScratchFolder()
        let store = try OfficerStore(path: folder.path("accounts.sqlite"))
        _ = try store.add(
            name: try Self.name("Keel"),
            role: .analyst,
            publicKey: SigningKey().publicKey,
            day: 1,
            session: "s1"
        )
        let queue = try DatabaseQueue(path: folder.path("accounts.sqlite"))
        try queue.write { try $0.execute(sql: "UPDATE officer SET \(change)") }
        try queue.close()
        #expect(throws: OfficerStoreError.damagedRow) { try store.list() }
    }

    @Test(
        "have ids of twelve hexadecimal digits",
        arguments: ["", "0123456789a", "0123456789AB", "0123456789abcd", "zzzzzzzzzzzz"]
    )
    func ids(text: String) {
        #expect(OfficerID(text: text) == nil)
        let id = OfficerID()
        #expect(OfficerID(text: id.text) == id)
    }
}
