// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A finding before overlaps are merged.
struct DraftFinding: Hashable, Sendable {
    var range: Range<Int>
    var rule: String
    var action: GuardAction

    init(_ range: Range<Int>, _ rule: String, _ action: GuardAction) {
        self.range = range
        self.rule = rule
        self.action = action
    }
}
