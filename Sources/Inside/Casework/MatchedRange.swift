// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One place where something that leads to a referrer was found.
package struct MatchedRange: Hashable, Sendable {
    /// Name of the rule, for example `vault.person-name`.
    package let rule: String

    /// Unicode code points of a scanned text, or offsets of scanned bytes.
    package let range: Range<Int>

    /// Whether it must go, or a person has to look.
    package let mustGo: Bool

    package init(rule: String, range: Range<Int>, mustGo: Bool) {
        self.rule = rule
        self.range = range
        self.mustGo = mustGo
    }
}
