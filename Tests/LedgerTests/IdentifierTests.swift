// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import TestSupport
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    @Test("an entry id keeps its bytes, its hexadecimal digits and its order")
    func entryID() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<200 {
            let bytes = random.bytes(32)
            let other = random.bytes(32)
            let id = try #require(EntryID(bytes: bytes))
            #expect(id.bytes == bytes)
            #expect(EntryID(hex: id.hex) == id)
            #expect(id.prefixBytes == Array(bytes.prefix(8)))
            let otherID = try #require(EntryID(bytes: other))
            #expect((id < otherID) == bytes.lexicographicallyPrecedes(other))
        }
    }

    @Test("other lengths and other characters are no id")
    func malformed() {
        #expect(EntryID(bytes: [UInt8](repeating: 0, count: 31)) == nil)
        #expect(EntryID(bytes: [UInt8](repeating: 0, count: 33)) == nil)
        #expect(NetworkID(bytes: [UInt8](repeating: 0, count: 17)) == nil)
        #expect(EntryID(hex: String(repeating: "0", count: 63)) == nil)
        #expect(EntryID(hex: String(repeating: "g", count: 64)) == nil)
        #expect(EntryID(hex: String(repeating: "A", count: 64)) == nil)
    }
}
