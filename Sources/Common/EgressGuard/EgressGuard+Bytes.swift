// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension EgressGuard {
    /// Findings of known values in bytes that are about to leave: views and decoders, no detectors.
    ///
    /// Every stretch of readable text, UTF-8 or UTF-16, is scanned like a text. Both ranges of a finding count bytes.
    /// Input beyond sixteen times the limit of a text is refused as a whole. For whole files use ``CanarySearch``.
    package func scan(bytes: [UInt8]) -> [GuardFinding] {
        guard !bytes.isEmpty else { return [] }
        guard bytes.count <= self.options.byteLimit * 16 else {
            return [Self.finding(0..<bytes.count, GuardRule.limit)]
        }
        var drafts: [DraftFinding] = []
        for run in ReadableRun.all(in: bytes) + ReadableRun.wide(in: bytes) {
            guard let found = self.findings(in: run, of: bytes) else {
                return [Self.finding(0..<bytes.count, GuardRule.limit)]
            }
            drafts += found
        }
        return Self.joined(drafts)
    }

    /// Nil when the decoders' limits are exceeded.
    private func findings(in run: ReadableRun, of bytes: [UInt8]) -> [DraftFinding]? {
        let tree = LayerTree(TextLayer(original: TokenList(run.scalars)), options: self.options)
        guard !tree.exceeded else { return nil }
        var drafts: [DraftFinding] = []
        for layer in tree.layers {
            for hit in self.matcher.hits(in: layer) where hit.action == .remove && !hit.range.isEmpty {
                let range = run.bytes(of: hit.range)
                if layer.depth == 0, hit.range.count < 9, run.isEncoded(hit.range) { continue }
                drafts.append(DraftFinding(range, hit.kind.rule, .remove))
            }
        }
        return drafts
    }

    private static func joined(_ drafts: [DraftFinding]) -> [GuardFinding] {
        var joined: [DraftFinding] = []
        for draft in drafts.sorted(by: {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }) {
            if let last = joined.last, draft.range.lowerBound < last.range.upperBound {
                let upper = max(last.range.upperBound, draft.range.upperBound)
                joined[joined.count - 1].range = last.range.lowerBound..<upper
            } else {
                joined.append(draft)
            }
        }
        return joined.map { Self.finding($0.range, $0.rule) }
    }

    private static func finding(_ range: Range<Int>, _ rule: String) -> GuardFinding {
        GuardFinding(range: range, byteRange: range, rule: rule, action: .remove)
    }
}
