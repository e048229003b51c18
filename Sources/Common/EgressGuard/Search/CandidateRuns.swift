// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Stretches of a text that may be turned keys: neighbouring numbers, single letters and words that are not frequent.
enum CandidateRuns {
    /// Fewer letters and digits are no turned key.
    private static let shortest = 5

    /// Ranges of the canonical view.
    static func ranges(in tokens: TokenList, all: Bool) -> [Range<Int>] {
        guard tokens.view.bytes.count >= Self.shortest else { return [] }
        if all { return [0..<tokens.view.bytes.count] }
        var found: [Range<Int>] = []
        var start = -1
        var end = 0
        for token in tokens.tokens {
            guard token.kind != .sign || token.viewEnd > token.viewStart else { continue }
            if !token.traits.isDisjoint(with: [.common, .trade]), token.length > 2 {
                if start >= 0, end - start >= Self.shortest { found.append(start..<end) }
                start = -1
                continue
            }
            if start < 0 { start = Int(token.viewStart) }
            end = Int(token.viewEnd)
        }
        if start >= 0, end - start >= Self.shortest { found.append(start..<end) }
        return found
    }

    /// The runs read backwards, character by character, one after the other.
    static func reversed(_ view: CanonicalView, _ runs: [Range<Int>]) -> CanonicalView {
        let count = runs.reduce(0) { $0 + $1.count }
        var bytes: [UInt8] = []
        var places: [Int32] = []
        var gaps: [ViewGap] = []
        bytes.reserveCapacity(count)
        places.reserveCapacity(count)
        gaps.reserveCapacity(count + 1)
        for run in runs {
            var end = run.upperBound
            while end > run.lowerBound {
                let place = view.places[end - 1]
                var start = end - 1
                while start > run.lowerBound, view.places[start - 1] == place { start -= 1 }
                gaps.append(end == run.upperBound ? [.separator, .wide] : view.gaps[end])
                for index in start..<end {
                    if index > start { gaps.append([]) }
                    bytes.append(view.bytes[index])
                    places.append(place)
                }
                end = start
            }
        }
        gaps.append([.separator, .wide])
        return CanonicalView(bytes: bytes, places: places, gaps: gaps)
    }

    /// A letter thirteen places on.
    static func rotated(_ byte: UInt8) -> UInt8 {
        guard byte >= 0x61, byte <= 0x7A else { return byte }
        return byte < 0x6E ? byte + 13 : byte - 13
    }

    /// The runs with their letters thirteen places on, one after the other.
    static func rotated(_ view: CanonicalView, _ runs: [Range<Int>]) -> CanonicalView {
        let count = runs.reduce(0) { $0 + $1.count }
        var bytes: [UInt8] = []
        var places: [Int32] = []
        var gaps: [ViewGap] = []
        bytes.reserveCapacity(count)
        places.reserveCapacity(count)
        gaps.reserveCapacity(count + 1)
        for run in runs {
            for index in run {
                bytes.append(Self.rotated(view.bytes[index]))
                places.append(view.places[index])
                gaps.append(index == run.lowerBound ? [.separator, .wide] : view.gaps[index])
            }
        }
        gaps.append([.separator, .wide])
        return CanonicalView(bytes: bytes, places: places, gaps: gaps)
    }
}
