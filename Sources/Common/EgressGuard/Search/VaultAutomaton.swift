// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Finds hundreds of thousands of keys in one pass over a canonical view (Aho and Corasick, 1975).
///
/// Bytes are read as classes: signs that leetspeak exchanges are one class, so what is found has to be compared with
/// the key. States lie in the order of their depth; those of the first two letters are a dense table, the others name
/// their children by a set of bits and the place of the first, which keeps a state at 16 bytes.
struct VaultAutomaton: Sendable {
    /// One state of the automaton.
    private struct State {
        /// Classes that lead on.
        var children: UInt32 = 0
        /// State of the first child; the others follow in the order of their classes.
        var firstChild: Int32 = 0
        /// State of the longest suffix.
        var failure: Int32 = 0
        /// The nearest state, this one or a shorter, at which a key ends; -1: none.
        var report: Int32 = -1
    }

    private static let classCount = 32
    /// For each byte its class: 0 occurs in no key.
    private static let classes: [UInt8] = (0...255).map { value in
        switch value {
        case 0x30...0x39, 0x61...0x7A:
            let letter = CanonicalView.leetLetter(UInt32(value))
            let folded = letter == 0 ? value : Int(letter)
            // Every digit stands for a letter.
            return UInt8(folded - 0x60)
        case 0x80...: return UInt8(27 + value % 5)
        default: return 0
        }
    }

    /// The classes of letters turned by thirteen places.
    private static let rotatedClasses: [UInt8] = (0...255).map { value in
        guard (0x61...0x7A).contains(value) else { return Self.classes[value] }
        return Self.classes[value < 0x6E ? value + 13 : value - 13]
    }

    private let states: [State]
    private let dense: [Int32]
    private let denseCount: Int
    /// For each state the first key that ends there, or -1.
    private let output: [Int32]
    /// For each state the next shorter one at which a key ends, or -1.
    private let shorter: [Int32]
    /// For each key the next one at the same state, or -1.
    private let sameState: [Int32]
    let isEmpty: Bool

    init(_ keys: [CanonicalKey]) {
        var trie = Trie()
        var sameState = [Int32](repeating: -1, count: keys.count)
        for (index, key) in keys.enumerated() {
            let node = trie.node(of: key.bytes, Self.classes)
            sameState[index] = trie.output[node]
            trie.output[node] = Int32(truncatingIfNeeded: index)
        }
        var states = [State()]
        var output = [trie.output[0]]
        var shorter: [Int32] = [-1]
        var nodes: [Int32] = [0]
        states.reserveCapacity(trie.output.count)
        nodes.reserveCapacity(trie.output.count)
        var head = 0
        while head < nodes.count {
            states[head].firstChild = Int32(truncatingIfNeeded: nodes.count)
            for (symbol, child) in trie.children(of: nodes[head]) {
                let state = Int32(truncatingIfNeeded: nodes.count)
                let failure = head == 0 ? 0 : Self.next(after: states[head].failure, symbol, states)
                states[head].children |= 1 << UInt32(symbol)
                nodes.append(child)
                output.append(trie.output[Int(child)])
                let link = states[Int(failure)].report
                shorter.append(link)
                states.append(State(failure: failure, report: trie.output[Int(child)] >= 0 ? state : link))
            }
            head += 1
        }
        self.states = states
        self.output = output
        self.shorter = shorter
        self.sameState = sameState
        self.isEmpty = keys.isEmpty
        (self.dense, self.denseCount) = Self.denseTable(states)
    }

    /// The state after a symbol, by way of the failures.
    private static func next(after state: Int32, _ symbol: UInt8, _ states: [State]) -> Int32 {
        let bit: UInt32 = 1 << UInt32(symbol)
        var state = state
        while true {
            let at = states[Int(state)]
            if at.children & bit != 0 {
                return at.firstChild + Int32(truncatingIfNeeded: (at.children & (bit - 1)).nonzeroBitCount)
            }
            if state == 0 { return 0 }
            state = at.failure
        }
    }

    /// All transitions of the states of at most two letters.
    private static func denseTable(_ states: [State]) -> ([Int32], Int) {
        let first = states[0].children.nonzeroBitCount
        let second = (0..<first).reduce(0) { $0 + states[1 + $1].children.nonzeroBitCount }
        let count = 1 + first + second
        var dense = [Int32](repeating: 0, count: count * Self.classCount)
        for state in 0..<count {
            for symbol in 0..<Self.classCount {
                dense[state * Self.classCount + symbol] =
                    Self.next(after: Int32(truncatingIfNeeded: state), UInt8(truncatingIfNeeded: symbol), states)
            }
        }
        return (dense, count)
    }

    /// Calls back for every place where the classes of a key stand, with the key's index and the end, exclusive.
    func forEachMatch(in bytes: UnsafeBufferPointer<UInt8>, _ found: (_ key: Int, _ end: Int) -> Void) {
        guard !self.isEmpty else { return }
        self.states.withUnsafeBufferPointer { states in
            self.dense.withUnsafeBufferPointer { dense in
                Self.classes.withUnsafeBufferPointer { classes in
                    var state: Int32 = 0
                    for index in 0..<bytes.count {
                        let symbol = UInt32(classes[Int(bytes[index])])
                        state = self.step(from: state, symbol, states, dense)
                        let report = states[Int(state)].report
                        if report >= 0 { self.report(report, end: index + 1, found) }
                    }
                }
            }
        }
    }

    /// Whether a run, read backwards or with its letters turned by thirteen places, holds a match that counts.
    ///
    /// - Parameters:
    ///   - bytes: a canonical view.
    ///   - run: the part of it.
    ///   - turn: how to read.
    ///   - counts: asked about each match with the key's index and the index of the byte read last.
    /// - Returns: whether the answer to one match was yes.
    func containsMatch(
        in bytes: UnsafeBufferPointer<UInt8>,
        _ run: Range<Int>,
        _ turn: CanonicalKey.Turn,
        _ counts: (_ key: Int, _ place: Int) -> Bool
    ) -> Bool {
        let step = turn == .reversed ? -1 : 1
        var index = turn == .reversed ? run.upperBound - 1 : run.lowerBound
        return self.states.withUnsafeBufferPointer { states in
            self.dense.withUnsafeBufferPointer { dense in
                (turn == .reversed ? Self.classes : Self.rotatedClasses).withUnsafeBufferPointer { classes in
                    var state: Int32 = 0
                    while run.contains(index) {
                        let symbol = UInt32(classes[Int(bytes[index])])
                        state = self.step(from: state, symbol, states, dense)
                        let report = states[Int(state)].report
                        if report >= 0, self.anyKey(at: report, { counts($0, index) }) { return true }
                        index &+= step
                    }
                    return false
                }
            }
        }
    }

    private func anyKey(at state: Int32, _ counts: (Int) -> Bool) -> Bool {
        var state = state
        while state >= 0 {
            var key = self.output[Int(state)]
            while key >= 0 {
                if counts(Int(key)) { return true }
                key = self.sameState[Int(key)]
            }
            state = self.shorter[Int(state)]
        }
        return false
    }

    @inline(__always)
    private func step(
        from state: Int32,
        _ symbol: UInt32,
        _ states: UnsafeBufferPointer<State>,
        _ dense: UnsafeBufferPointer<Int32>
    ) -> Int32 {
        let bit: UInt32 = 1 &<< symbol
        var state = state
        while Int(state) >= self.denseCount {
            let at = states[Int(state)]
            if at.children & bit != 0 {
                return at.firstChild &+ Int32(truncatingIfNeeded: (at.children & (bit &- 1)).nonzeroBitCount)
            }
            state = at.failure
        }
        return dense[Int(state) &* Self.classCount &+ Int(symbol)]
    }

    private func report(_ state: Int32, end: Int, _ found: (Int, Int) -> Void) {
        var state = state
        while state >= 0 {
            var key = self.output[Int(state)]
            while key >= 0 {
                found(Int(key), end)
                key = self.sameState[Int(key)]
            }
            state = self.shorter[Int(state)]
        }
    }
}

extension VaultAutomaton {
    /// The keys as a tree of linked children, as it grows.
    private struct Trie {
        private struct Node {
            var symbol: UInt8
            var child: Int32 = -1
            var sibling: Int32 = -1
        }

        private var nodes = [Node(symbol: 0)]
        /// For each node the last key that ends there, or -1.
        var output: [Int32] = [-1]

        mutating func node(of bytes: [UInt8], _ classes: [UInt8]) -> Int {
            var node = 0
            for byte in bytes {
                let symbol = classes[Int(byte)]
                var child = self.nodes[node].child
                while child >= 0, self.nodes[Int(child)].symbol != symbol { child = self.nodes[Int(child)].sibling }
                if child < 0 {
                    child = Int32(truncatingIfNeeded: self.nodes.count)
                    self.nodes.append(Node(symbol: symbol, sibling: self.nodes[node].child))
                    self.output.append(-1)
                    self.nodes[node].child = child
                }
                node = Int(child)
            }
            return node
        }

        /// In the order of their symbols.
        func children(of node: Int32) -> [(symbol: UInt8, node: Int32)] {
            var found: [(symbol: UInt8, node: Int32)] = []
            var child = self.nodes[Int(node)].child
            while child >= 0 {
                found.append((self.nodes[Int(child)].symbol, child))
                child = self.nodes[Int(child)].sibling
            }
            return found.count > 1 ? found.sorted { $0.symbol < $1.symbol } : found
        }
    }
}
