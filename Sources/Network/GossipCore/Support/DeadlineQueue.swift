// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// Why a core wakes up.
enum Deadline: Hashable, Sendable {
    /// A link's greeting or silence.
    case link(LinkID)
    /// A wanted body.
    case pull(EntryID)
    /// A log whose accepted headers wait to be stored with their bodies.
    case store(index: Int)
    /// A gap was given time to close by itself.
    case gap
    /// Headers announced and not yet seen.
    case adverts
    /// HAVE and ADVERT gathered for a moment.
    case outbox
    /// Range requests that may stand still.
    case ranges
    case antiEntropy
    case holes
    case overlay
    case roster
}

/// Deadlines in order of time; a binary heap.
///
/// Nothing is ever taken out early: whoever set a deadline checks, when it comes, whether it still matters.
struct DeadlineQueue: Sendable {
    private struct Item {
        let time: MonotonicTime
        /// Order of equal times, so that replay gives the same order.
        let order: UInt64
        let deadline: Deadline

        func precedes(_ other: Item) -> Bool {
            (self.time.nanoseconds, self.order) < (other.time.nanoseconds, other.order)
        }
    }

    private var heap: [Item] = []
    private var count: UInt64 = 0

    /// The earliest deadline's time.
    var first: MonotonicTime? { self.heap.first?.time }

    mutating func add(_ deadline: Deadline, at time: MonotonicTime) {
        self.count += 1
        self.heap.append(Item(time: time, order: self.count, deadline: deadline))
        var child = self.heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard self.heap[child].precedes(self.heap[parent]) else { return }
            self.heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes out the earliest deadline if its time has come.
    mutating func popDue(at now: MonotonicTime) -> Deadline? {
        guard let first = self.heap.first, first.time <= now else { return nil }
        let last = self.heap.removeLast()
        guard !self.heap.isEmpty else { return first.deadline }
        self.heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < self.heap.count {
                if self.heap[child].precedes(self.heap[least]) { least = child }
            }
            guard least != parent else { return first.deadline }
            self.heap.swapAt(least, parent)
            parent = least
        }
    }
}
