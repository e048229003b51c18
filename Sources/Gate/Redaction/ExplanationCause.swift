// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// What kept a claim from readers, or changed codes in it.
package enum ExplanationCause: Hashable, Sendable {
    /// The policy has no rule for the field.
    case noRule
    /// The rule has no forms: the field never leaves.
    case noForms
    /// The claim is for narrower readers.
    case level(claim: String, ConfidentialityLevel)
    /// A circumstance drops the claim.
    case condition(claim: String, FieldCondition)
    /// The referrer asked for it.
    case wish(claim: String)
    /// The crowd in the cell that the claim would give is too small.
    case crowd(claim: String)
    /// Nothing is left to say in this form.
    case empty(claim: String)
    /// Codes of the claim leave differently.
    case exception(claim: String, TermException)
}
