// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Codes of a list field that leave differently from the rest of the list.
package struct TermException: Hashable, Sendable {
    package enum Treatment: String, Hashable, Sendable, CaseIterable {
        case withhold
        case parentTerm = "parent-term"
    }

    package let when: PolicyTrigger

    /// Codes and everything below them; `nil` means every code of the field.
    package let terms: [String]?

    /// The claims in which the exception holds.
    package let claims: [String]
    package let treatment: Treatment

    package init(when: PolicyTrigger, terms: [String]?, claims: [String], treatment: Treatment) {
        self.when = when
        self.terms = terms
        self.claims = claims
        self.treatment = treatment
    }
}
