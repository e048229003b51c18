// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Archive
import Foundation
import GRDB
import Ledger
import Testing

@Suite("Erasure")
struct EraseTests {
    @Test("an erase order takes core and parts at once; header, order and chain stay")
    func erases() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let signer = try Fixture.signer()
        let log = try Fixture.log([Fixture.cover("1"), Fixture.note("2")], signer: signer)
        let order = try Fixture.log([Fixture.eraseOrder(for: log[0].id)], signer: signer, after: log[1].header.asHead)
        _ = try await archive.append(log)
        _ = try await archive.append(order)
        let entry = try await archive.read { try $0.entry(log[0].id) }
        #expect(entry?.content == .erased(order: order[0].id))
        #expect(entry?.header == log[0].header)
        #expect(try await archive.append([log[0]]) == [.erased(order: order[0].id)])
        #expect(try await archive.read { try $0.holes(after: nil, limit: 5) } == [])
        #expect(try await archive.verifyAll() == [])
        let left = try folder.tamper { db in
            try Int.fetchOne(db, sql: "SELECT (SELECT count(*) FROM part) + (SELECT count(*) FROM core)")
        }
        #expect(left == 2)
        for name in ["archive.sqlite", "archive.sqlite-wal"] {
            let bytes = try Data(contentsOf: folder.url.appending(path: name))
            #expect(bytes.firstRange(of: Data("two 1".utf8)) == nil, "\(name)")
        }
        let seen = try await archive.read { try $0.entries(afterCounter: 3, limit: 10) }
        #expect(seen.map(\.id) == [log[0].id])
    }

    @Test("an order of another member, for another entry, or of another kind erases nothing")
    func refuses() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let log = try Fixture.log([Fixture.cover("1"), Fixture.cover("2")], signer: Fixture.signer())
        let other = try Fixture.log(
            [Fixture.eraseOrder(for: log[0].id), Fixture.withdrawal(of: log[0].id)],
            signer: Fixture.signer(2)
        )
        _ = try await archive.append(log + other)
        #expect(try await archive.erase(log[0].id, by: other[0].id) == false)
        #expect(try await archive.erase(log[0].id, by: other[1].id) == false)
        #expect(try await archive.erase(log[0].id, by: log[1].id) == false)
        #expect(try await archive.erase(other[0].id, by: .zero) == false)
        #expect(try await archive.read { try $0.entry(log[0].id) }?.content.body == log[0].body)
    }

    @Test("an order that came before its entry keeps the content away")
    func orderFirst() async throws {
        let folder = try Folder()
        let archive = try folder.open()
        let former = try Fixture.log([Fixture.cover("1")], signer: Fixture.signer(1, logEpoch: 1))
        let order = try Fixture.log(
            [Fixture.eraseOrder(for: former[0].id)],
            signer: Fixture.signer(1, logEpoch: 2)
        )
        _ = try await archive.append(order)
        _ = try await archive.append(former)
        #expect(try await archive.read { try $0.entry(former[0].id) }?.content == .erased(order: order[0].id))
        #expect(try await archive.erase(former[0].id, by: order[0].id))
        #expect(try await archive.verifyAll() == [])
    }
}
