// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One place in a text that the guard objects to.
///
/// It names the rule and the place, never the value: a finding may be logged and shown.
package struct GuardFinding: Hashable, Sendable {
    /// The place, in Unicode code points of the scanned text, end exclusive.
    package let range: Range<Int>
    /// The same place in UTF-8 bytes.
    package let byteRange: Range<Int>
    /// Identifier of the rule, for example `vault.person-name`; see ``GuardRule``.
    package let rule: String
    /// Removed outright, or put before a person.
    package let action: GuardAction

    package init(range: Range<Int>, byteRange: Range<Int>, rule: String, action: GuardAction) {
        self.range = range
        self.byteRange = byteRange
        self.rule = rule
        self.action = action
    }
}
