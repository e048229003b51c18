// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Looks up how one character reads in a canonical view.
///
/// ASCII is folded by arithmetic; the rest by the generated tables of ``FoldingTable``. A mapping is up to eight ASCII
/// letters or digits packed into one word, first one in the lowest byte.
struct ScalarFolding: Sendable {
    /// What a character becomes.
    enum Reading: Equatable {
        /// Up to eight ASCII letters or digits, packed.
        case letters(UInt64)
        /// Not there at all: marks, zero-width characters, soft hyphens.
        case dropped
        /// No letter and no digit.
        case separator
        /// A letter or digit without an ASCII reading.
        case foreign
    }

    static let lookAlike = ScalarFolding(table: FoldingTable.folding)
    static let transliteration = ScalarFolding(table: FoldingTable.transliteration)

    private static let absent: UInt16 = 0
    private let basicPlane: [UInt16]
    private let otherPlanes: [UInt32: UInt16]
    private let pool: [UInt64?]
    /// Of Latin, Greek and Cyrillic, then of general punctuation; others are looked up each time.
    private let traits: [ScalarTraits]
    private static let knownTraits: UInt32 = 0x530
    private static let punctuation: ClosedRange<UInt32> = 0x2000...0x20CF

    private init(table: String) {
        var basicPlane = [UInt16](repeating: Self.absent, count: 0x10000)
        var otherPlanes: [UInt32: UInt16] = [:]
        var pool: [UInt64?] = [nil]
        var known: [UInt64: UInt16] = [:]
        var point: UInt32 = 0
        func remember(_ packed: UInt64) -> UInt16 {
            if let index = known[packed] { return index }
            pool.append(packed)
            known[packed] = UInt16(pool.count - 1)
            return UInt16(pool.count - 1)
        }
        for entry in table.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            let parsed = Self.parse(entry)
            point += parsed.delta
            for step in 0..<parsed.count {
                let mapping = step == 0 || parsed.mapping == 0 ? parsed.mapping : parsed.mapping + UInt64(step)
                let index = remember(mapping)
                let target = point + UInt32(step)
                if target < 0x10000 {
                    basicPlane[Int(target)] = index
                } else {
                    otherPlanes[target] = index
                }
            }
            point += UInt32(parsed.count - 1)
        }
        self.basicPlane = basicPlane
        self.otherPlanes = otherPlanes
        self.pool = pool
        self.traits = (Array(0..<Self.knownTraits) + Array(Self.punctuation)).map {
            Unicode.Scalar($0).map { ScalarTraits($0) } ?? []
        }
    }

    /// One entry "delta*count=letters"; packed 0 means dropped.
    private static func parse(_ entry: Substring.UTF8View) -> (delta: UInt32, count: Int, mapping: UInt64) {
        var delta: UInt32 = 0
        var count = 0
        var mapping: UInt64 = 0
        var shift: UInt64 = 0
        var part = 0
        for byte in entry {
            switch (part, byte) {
            case (0, 0x2A): part = 1
            case (0, 0x3D), (1, 0x3D): part = 2
            case (0, _): delta = delta * 36 + UInt32(byte <= 0x39 ? byte - 0x30 : byte - 0x37)
            case (1, _): count = count * 10 + Int(byte - 0x30)
            default:
                if byte != 0x2D, shift < 64 {
                    mapping |= UInt64(byte) << shift
                    shift += 8
                }
            }
        }
        return (delta, max(count, 1), mapping)
    }

    /// The mapping of this table alone.
    func mapping(of value: UInt32) -> UInt64? {
        let index = value < 0x10000 ? self.basicPlane[Int(value)] : self.otherPlanes[value] ?? Self.absent
        return index == Self.absent ? nil : self.pool[Int(index)]
    }

    /// How a character reads.
    func reading(of scalar: Unicode.Scalar) -> Reading {
        let value = scalar.value
        if value < 0x80 {
            switch value {
            case 0x61...0x7A, 0x30...0x39: return .letters(UInt64(value))
            case 0x41...0x5A: return .letters(UInt64(value + 0x20))
            default: return .separator
            }
        }
        if let packed = self.mapping(of: value) {
            return packed == 0 ? .dropped : .letters(packed)
        }
        let traits = self.traits(of: scalar)
        return traits.contains(.foreign) ? .foreign : traits.contains(.dropped) ? .dropped : .separator
    }

    func traits(of scalar: Unicode.Scalar) -> ScalarTraits {
        if scalar.value < Self.knownTraits { return self.traits[Int(scalar.value)] }
        guard Self.punctuation.contains(scalar.value) else { return ScalarTraits(scalar) }
        return self.traits[Int(Self.knownTraits + scalar.value - Self.punctuation.lowerBound)]
    }
}
