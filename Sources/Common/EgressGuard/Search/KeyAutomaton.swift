// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Finds many byte strings in one pass (Aho and Corasick, 1975), as a dense table over the bytes that occur in them.
struct KeyAutomaton: Sendable {
    private let classes: [UInt8]
    private let width: Int
    private let next: [Int32]
    /// For each state the first key that ends there, or -1.
    private let output: [Int32]
    /// For each key the next one with the same bytes, or -1.
    private let sameBytes: [Int32]
    /// For each state the nearest shorter state that has an output, or -1.
    private let shorter: [Int32]
    let isEmpty: Bool

    /// - Parameters:
    ///   - keys: empty ones are never found.
    ///   - alike: bytes that are read as others, in keys and in data: capitals as small letters, for example.
    init(_ keys: [[UInt8]], alike: [UInt8: UInt8] = [:]) {
        var classes = [UInt8](repeating: 0, count: 256)
        var width = 1
        for key in keys {
            for byte in key.map({ alike[$0] ?? $0 }) where classes[Int(byte)] == 0 && width < 256 {
                classes[Int(byte)] = UInt8(width)
                width += 1
            }
        }
        for (byte, other) in alike { classes[Int(byte)] = classes[Int(other)] }
        var trie = Trie(width: width)
        var sameBytes = [Int32](repeating: -1, count: keys.count)
        for (index, key) in keys.enumerated() where !key.isEmpty {
            var state = 0
            for byte in key {
                state = trie.child(of: state, Int(classes[Int(byte)]))
            }
            sameBytes[index] = trie.output[state]
            trie.output[state] = Int32(index)
        }
        let shorter = trie.complete()
        self.classes = classes
        self.width = width
        self.next = trie.next
        self.output = trie.output
        self.sameBytes = sameBytes
        self.shorter = shorter
        self.isEmpty = trie.output.count == 1
    }

    /// Calls back for every occurrence with the key's index and the end of the match, exclusive.
    func forEachMatch(in bytes: UnsafeBufferPointer<UInt8>, _ found: (_ key: Int, _ end: Int) -> Void) {
        guard !self.isEmpty else { return }
        self.next.withUnsafeBufferPointer { next in
            self.classes.withUnsafeBufferPointer { classes in
                self.output.withUnsafeBufferPointer { output in
                    self.shorter.withUnsafeBufferPointer { shorter in
                        let width = self.width
                        var state = 0
                        for index in 0..<bytes.count {
                            state = Int(next[state &* width &+ Int(classes[Int(bytes[index])])])
                            guard output[state] >= 0 || shorter[state] >= 0 else { continue }
                            self.report(state, end: index + 1, found)
                        }
                    }
                }
            }
        }
    }

    private func report(_ state: Int, end: Int, _ found: (Int, Int) -> Void) {
        self.forEachKey(at: Int32(state)) { found($0, end) }
    }

    /// Calls back for every key that ends in a state.
    private func forEachKey(at state: Int32, _ found: (Int) -> Void) {
        var state = state
        while state >= 0 {
            var key = self.output[Int(state)]
            while key >= 0 {
                found(Int(key))
                key = self.sameBytes[Int(key)]
            }
            state = self.shorter[Int(state)]
        }
    }

    /// Lets the caller feed bytes one by one, for input that is made on the way.
    func withStepper<Result>(_ body: (inout Stepper) -> Result) -> Result {
        self.next.withUnsafeBufferPointer { next in
            self.classes.withUnsafeBufferPointer { classes in
                self.output.withUnsafeBufferPointer { output in
                    self.shorter.withUnsafeBufferPointer { shorter in
                        var stepper = Stepper(
                            automaton: self,
                            next: next,
                            classes: classes,
                            output: output,
                            shorter: shorter,
                            width: self.width
                        )
                        return body(&stepper)
                    }
                }
            }
        }
    }
}

extension KeyAutomaton {
    /// A position in the automaton; valid only inside ``withStepper(_:)``.
    struct Stepper {
        fileprivate let automaton: KeyAutomaton
        fileprivate let next: UnsafeBufferPointer<Int32>
        fileprivate let classes: UnsafeBufferPointer<UInt8>
        fileprivate let output: UnsafeBufferPointer<Int32>
        fileprivate let shorter: UnsafeBufferPointer<Int32>
        fileprivate let width: Int
        private var state = 0

        fileprivate init(
            automaton: KeyAutomaton,
            next: UnsafeBufferPointer<Int32>,
            classes: UnsafeBufferPointer<UInt8>,
            output: UnsafeBufferPointer<Int32>,
            shorter: UnsafeBufferPointer<Int32>,
            width: Int
        ) {
            self.automaton = automaton
            self.next = next
            self.classes = classes
            self.output = output
            self.shorter = shorter
            self.width = width
        }

        /// Takes one byte; true when at least one key ends with it.
        mutating func advance(_ byte: UInt8) -> Bool {
            self.state = Int(self.next[self.state &* self.width &+ Int(self.classes[Int(byte)])])
            return self.output[self.state] >= 0 || self.shorter[self.state] >= 0
        }

        /// Forgets what came before.
        mutating func reset() {
            self.state = 0
        }

        /// Calls back for every key that ends here.
        func forEachKey(_ found: (Int) -> Void) {
            self.automaton.forEachKey(at: Int32(self.state), found)
        }
    }
}

extension KeyAutomaton {
    /// The keys as a tree, before the failure links are folded into the table.
    private struct Trie {
        let width: Int
        var next: [Int32]
        var output: [Int32] = [-1]

        init(width: Int) {
            self.width = width
            self.next = [Int32](repeating: -1, count: width)
        }

        mutating func child(of state: Int, _ symbol: Int) -> Int {
            let slot = state * self.width + symbol
            if self.next[slot] >= 0 { return Int(self.next[slot]) }
            let child = self.output.count
            self.next[slot] = Int32(child)
            self.next.append(contentsOf: repeatElement(-1, count: self.width))
            self.output.append(-1)
            return child
        }

        /// Fills every empty slot with the state of the longest suffix; returns the links to shorter outputs.
        mutating func complete() -> [Int32] {
            var failure = [Int32](repeating: 0, count: self.output.count)
            var shorter = [Int32](repeating: -1, count: self.output.count)
            var queue: [Int] = []
            for symbol in 0..<self.width {
                if self.next[symbol] < 0 {
                    self.next[symbol] = 0
                } else {
                    queue.append(Int(self.next[symbol]))
                }
            }
            var head = 0
            while head < queue.count {
                let state = queue[head]
                head += 1
                let link = Int(failure[state])
                shorter[state] = self.output[link] >= 0 ? Int32(link) : shorter[link]
                for symbol in 0..<self.width {
                    let slot = state * self.width + symbol
                    let fallback = self.next[link * self.width + symbol]
                    if self.next[slot] < 0 {
                        self.next[slot] = fallback
                    } else {
                        failure[Int(self.next[slot])] = fallback
                        queue.append(Int(self.next[slot]))
                    }
                }
            }
            return shorter
        }
    }
}
