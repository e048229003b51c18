// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Changes inputs without knowledge of the program's coverage: for the slice of every test run.
package struct Mutator {
    private var generator: FuzzGenerator
    private let corpus: [[UInt8]]
    private let byteLimit: Int

    package init(corpus: [[UInt8]], seed: UInt64, byteLimit: Int = 1 << 16) {
        self.generator = FuzzGenerator(seed: seed)
        self.corpus = corpus.isEmpty ? [[0]] : corpus
        self.byteLimit = byteLimit
    }

    package mutating func next() -> [UInt8] {
        var bytes = self.corpus.randomElement(using: &self.generator) ?? [0]
        for _ in 0..<Int.random(in: 1...4, using: &self.generator) { self.change(&bytes) }
        return Array(bytes.prefix(self.byteLimit))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &self.generator)
        let length = min(bytes.count - place, Int.random(in: 1...16, using: &self.generator))
        switch Int.random(in: 0..<7, using: &self.generator) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self.generator)
        case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self.generator)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &self.generator), at: place)
        case 3: bytes.removeSubrange(place..<place + length)
        case 4: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
        case 5:
            let other = self.corpus.randomElement(using: &self.generator) ?? []
            bytes = Array(bytes.prefix(place)) + other.suffix(other.count / 2)
        default: bytes = Array(bytes.prefix(place))
        }
    }
}
