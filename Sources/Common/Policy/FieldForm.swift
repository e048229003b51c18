// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One form of a field: the claim that carries it, who reads it and how coarse it is.
package struct FieldForm: Hashable, Sendable {
    /// Name of the claim; distinct within a document, so that tiers can be merged.
    package let claim: String
    package let level: ConfidentialityLevel
    package let generalisation: Generalisation

    package init(claim: String, level: ConfidentialityLevel, generalisation: Generalisation) {
        self.claim = claim
        self.level = level
        self.generalisation = generalisation
    }
}
