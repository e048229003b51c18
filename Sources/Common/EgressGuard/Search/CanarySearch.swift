// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Searches large binary data for known values, plain and encoded.
///
/// Made for files of tens of megabytes; random bytes give practically no match.
package struct CanarySearch: Sendable {
    private let patterns: [[UInt8]]

    /// - Parameter values: what to look for; a match reports the index in this list.
    package init(values: [String]) {
        self.patterns = values.map { Array($0.lowercased().utf8) }
    }

    /// All places where a value stands, in the order of their offsets.
    package func matches(in data: [UInt8]) -> [CanaryMatch] {
        var found: [CanaryMatch] = []
        let folded = data.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        for (index, pattern) in self.patterns.enumerated() where !pattern.isEmpty && pattern.count <= folded.count {
            for start in 0...(folded.count - pattern.count)
            where folded[start] == pattern[0] && folded[start..<(start + pattern.count)].elementsEqual(pattern) {
                found.append(CanaryMatch(valueIndex: index, encoding: "utf-8", offset: start))
            }
        }
        return found.sorted { $0.offset < $1.offset }
    }
}
