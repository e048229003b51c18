// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CaseStore
import Casework
import Cryptography
import StrictJSON
import Testing

@testable import NodeRuntime

@Suite("a statement of destruction") struct TombstoneTests {
    static let key = SigningKey()
    static let receipt = ReceiptCode(randomBytes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])

    static func statement() throws -> Tombstone {
        Tombstone(
            receiptHash: CaseStore.hash(of: Self.receipt),
            destroyedOn: try #require(CalendarDay(text: "2026-03-01")),
            reason: "after-feedback",
            backupsEndBy: try #require(CalendarDay(text: "2026-03-17")),
            key: Self.key
        )
    }

    @Test("is checked by who has the receipt code and the member's key, and by nobody else")
    func genuine() throws {
        let read = try #require(Tombstone(json: try Self.statement().json))
        #expect(read.isGenuine(receipt: Self.receipt, nodeKey: Self.key.publicKey))
        let other = ReceiptCode(randomBytes: [9, 2, 3, 4, 5, 6, 7, 8, 9, 10])
        #expect(!read.isGenuine(receipt: other, nodeKey: Self.key.publicKey))
        #expect(!read.isGenuine(receipt: Self.receipt, nodeKey: SigningKey().publicKey))
    }

    @Test("holds no receipt code, and every changed byte of it is refused")
    func altered() throws {
        let bytes = JSONWriter.write(try Self.statement().json)
        #expect(!String(decoding: bytes, as: UTF8.self).contains(Self.receipt.text))
        var refused = 0
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            let read: Tombstone?
            do {
                read = Tombstone(json: try JSONParser.parse(changed))
            } catch {
                read = nil
            }
            #expect(read?.isGenuine(receipt: Self.receipt, nodeKey: Self.key.publicKey) != true, "byte \(index)")
            refused += 1
        }
        #expect(refused > 300)
    }
}
