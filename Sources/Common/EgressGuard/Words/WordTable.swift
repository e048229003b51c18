// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Numbers by hash of a word: open addressing over hashes that are already well mixed, so nothing is hashed again.
struct WordTable: Sendable {
    private var slots: [UInt64]
    private var numbers: [Int32]
    private let mask: Int

    /// - Parameter entries: the first entry of a hash counts.
    init(_ entries: [(hash: UInt64, number: Int32)]) {
        var size = 8
        while size < entries.count * 2 { size *= 2 }
        self.slots = [UInt64](repeating: 0, count: size)
        self.numbers = [Int32](repeating: 0, count: size)
        self.mask = size - 1
        for (hash, number) in entries {
            let slot = self.slot(of: hash)
            guard self.slots[slot] == 0 else { continue }
            self.slots[slot] = hash == 0 ? 1 : hash
            self.numbers[slot] = number
        }
    }

    var hashes: [UInt64] { self.slots.filter { $0 != 0 } }

    func contains(_ hash: UInt64) -> Bool {
        self.slots[self.slot(of: hash)] != 0
    }

    /// The number of a word; nil when it is not in the table.
    subscript(_ hash: UInt64) -> Int? {
        let slot = self.slot(of: hash)
        return self.slots[slot] == 0 ? nil : Int(self.numbers[slot])
    }

    private func slot(of hash: UInt64) -> Int {
        let hash = hash == 0 ? 1 : hash
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & self.mask
        while self.slots[slot] != 0, self.slots[slot] != hash { slot = (slot + 1) & self.mask }
        return slot
    }
}
