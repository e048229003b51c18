// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Claims of a rule that do not leave in a circumstance.
package struct FieldCondition: Hashable, Sendable {
    package let when: PolicyTrigger

    /// Names of the claims that are left out; `nil` means all claims of the rule.
    package let drops: [String]?

    package init(when: PolicyTrigger, drops: [String]?) {
        self.when = when
        self.drops = drops
    }

    /// Whether the condition leaves out a claim once its circumstance holds.
    package func covers(claim: String) -> Bool { drops?.contains(claim) ?? true }
}
