// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Makes one ordered list without overlaps out of all that the rules found.
enum FindingMerge {
    /// Removals that touch or are separated by separators only become one; flags keep what no removal covers.
    static func merged(_ drafts: [DraftFinding], in scalars: [Unicode.Scalar]) -> [DraftFinding] {
        let removals = Self.joined(
            drafts.filter { $0.action == .remove && !$0.range.isEmpty },
            in: scalars,
            bridging: true
        )
        let flags = Self.joined(drafts.filter { $0.action == .flag && !$0.range.isEmpty }, in: scalars, bridging: false)
        var result = removals
        var first = 0
        for flag in flags {
            var start = flag.range.lowerBound
            while first < removals.count, removals[first].range.upperBound <= start { first += 1 }
            for removal in removals[first...].prefix(while: { $0.range.lowerBound < flag.range.upperBound }) {
                Self.append(start..<max(start, removal.range.lowerBound), flag, in: scalars, to: &result)
                start = max(start, removal.range.upperBound)
            }
            Self.append(start..<max(start, flag.range.upperBound), flag, in: scalars, to: &result)
        }
        return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func joined(
        _ drafts: [DraftFinding],
        in scalars: [Unicode.Scalar],
        bridging: Bool
    ) -> [DraftFinding] {
        var result: [DraftFinding] = []
        let ordered = drafts.sorted { left, right in
            if left.range.lowerBound != right.range.lowerBound { return left.range.lowerBound < right.range.lowerBound }
            if left.range.upperBound != right.range.upperBound { return left.range.upperBound > right.range.upperBound }
            return left.rule > right.rule
        }
        for draft in ordered {
            guard let last = result.last else {
                result.append(draft)
                continue
            }
            let isNear =
                bridging && draft.range.lowerBound > last.range.upperBound
                && Self.isBridge(scalars[last.range.upperBound..<draft.range.lowerBound])
            if draft.range.lowerBound < last.range.upperBound || isNear {
                let upper = max(last.range.upperBound, draft.range.upperBound)
                result[result.count - 1].range = last.range.lowerBound..<upper
                // What the vault knows is the better explanation.
                if draft.rule.hasPrefix("vault."), !last.rule.hasPrefix("vault.") {
                    result[result.count - 1].rule = draft.rule
                }
            } else {
                result.append(draft)
            }
        }
        return result
    }

    /// At most three separators on one line.
    private static func isBridge(_ between: ArraySlice<Unicode.Scalar>) -> Bool {
        between.count <= 3 && between.allSatisfy { !Signs.isWordSign($0) && $0 != "\n" && $0 != ";" }
    }

    private static func append(
        _ range: Range<Int>,
        _ flag: DraftFinding,
        in scalars: [Unicode.Scalar],
        to result: inout [DraftFinding]
    ) {
        var range = range
        while let first = range.first, !Signs.isWordSign(scalars[first]) { range = (first + 1)..<range.upperBound }
        while let last = range.last, !Signs.isWordSign(scalars[last]) { range = range.lowerBound..<last }
        guard !range.isEmpty else { return }
        result.append(DraftFinding(range, flag.rule, .flag))
    }
}
