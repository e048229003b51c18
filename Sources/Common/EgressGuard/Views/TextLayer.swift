// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A text to search: the original, or what a decoder made of part of it.
///
/// Each character knows which span of the original it came from, so that a match anywhere is reported where it stands.
struct TextLayer: Sendable {
    let tokens: TokenList
    /// First code point of the original that a character came from; empty where each stands for itself.
    private let starts: [Int32]
    /// End, exclusive.
    private let ends: [Int32]
    /// Names of the decoders applied, outermost first; empty for the original.
    let trail: [String]

    var scalars: [Unicode.Scalar] { self.tokens.scalars }
    var depth: Int { self.trail.count }
    var count: Int { self.tokens.scalars.count }

    init(scalars: [Unicode.Scalar], starts: [Int32], ends: [Int32], trail: [String]) {
        self.tokens = TokenList(scalars)
        self.starts = starts
        self.ends = ends
        self.trail = trail
    }

    /// The original text.
    init(original tokens: TokenList) {
        self.tokens = tokens
        self.starts = []
        self.ends = []
        self.trail = []
    }

    /// The span of the original that a span of this layer came from.
    func original(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        guard !self.starts.isEmpty else { return range }
        let start = Int(self.starts[range.lowerBound])
        return start..<max(start, Int(self.ends[range.upperBound - 1]))
    }
}
