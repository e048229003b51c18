// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Searches large binary data for known values, plain and encoded.
///
/// Made for files of tens of megabytes: a few passes, each linear. Values of fewer than six letters or digits count
/// only
/// as whole words inside printable text; random bytes and ciphertext give practically no match.
package struct CanarySearch: Sendable {
    /// Shorter values are looked for as whole words only.
    static let significantCount = 6

    private let patterns: CanaryPatterns
    private let caseless: KeyAutomaton
    private let exact: KeyAutomaton
    private let canonical: CanonicalByteSearch

    /// - Parameter values: what to look for; a match reports the index in this list. Fewer than three letters or digits
    ///   are never found.
    package init(values: [String]) {
        self.patterns = CanaryPatterns(values)
        var small: [UInt8: UInt8] = [:]
        for byte in UInt8(0x41)...0x5A { small[byte] = byte + 0x20 }
        self.caseless = KeyAutomaton(self.patterns.caseless.map { $0.bytes.map { small[$0] ?? $0 } }, alike: small)
        self.exact = KeyAutomaton(self.patterns.exact.map(\.bytes), alike: [0x2D: 0x2B, 0x5F: 0x2F])
        self.canonical = CanonicalByteSearch(values)
    }

    /// All places where a value stands, one per value and place, in the order of their offsets.
    package func matches(in data: [UInt8]) -> [CanaryMatch] {
        var found: [CanaryMatch] = []
        data.withUnsafeBufferPointer { bytes in
            self.collect(self.caseless, self.patterns.caseless, in: bytes, to: &found)
            self.collect(self.exact, self.patterns.exact, in: bytes, to: &found)
            self.canonical.search(bytes, to: &found)
        }
        found.sort { ($0.offset, $0.valueIndex, $0.encoding) < ($1.offset, $1.valueIndex, $1.encoding) }
        var distinct: [CanaryMatch] = []
        for match in found {
            if let last = distinct.last, last.offset == match.offset, last.valueIndex == match.valueIndex { continue }
            distinct.append(match)
        }
        return distinct
    }

    private func collect(
        _ automaton: KeyAutomaton,
        _ patterns: [CanaryPatterns.Pattern],
        in bytes: UnsafeBufferPointer<UInt8>,
        to found: inout [CanaryMatch]
    ) {
        automaton.forEachMatch(in: bytes) { index, end in
            let pattern = patterns[index]
            let start = end - pattern.bytes.count
            if pattern.isShort, Self.isInsideToken(start..<end, in: bytes) { return }
            found.append(CanaryMatch(valueIndex: pattern.valueIndex, encoding: pattern.encoding, offset: start))
        }
    }

    /// Whether a place is in the middle of a long run of base64 or hexadecimal signs.
    static func isInsideToken(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func isToken(_ byte: UInt8) -> Bool {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x2D, 0x5F, 0x3D: true
            default: false
            }
        }
        var start = range.lowerBound
        var end = range.upperBound
        while start > 0, range.lowerBound - start < 40, isToken(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, end - range.upperBound < 40, isToken(bytes[end]) { end += 1 }
        return end - start >= range.count + 20
    }
}
