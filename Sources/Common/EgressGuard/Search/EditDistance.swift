// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Distance by insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
enum EditDistance {
    /// Whether two words are different but within a distance of 1 or 2.
    static func isWithin(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard abs(left.count - right.count) <= limit, left != right, left.count <= 40, right.count <= 40 else {
            return false
        }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...max(1, left.count) where row <= left.count {
            var current = [Int](repeating: row, count: right.count + 1)
            var best = row
            for column in 1...max(1, right.count) where column <= right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, before[column - 2] + 1)
                }
                current[column] = cost
                best = min(best, cost)
            }
            guard best <= limit else { return false }
            before = previous
            previous = current
        }
        return previous[right.count] <= limit
    }
}
