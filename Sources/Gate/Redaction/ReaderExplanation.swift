// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// What the readers of one level see of a field: the finest claim, and what kept every finer one from them.
package struct ReaderExplanation: Hashable, Sendable {
    package let level: ConfidentialityLevel

    /// `nil` when nothing of the field is seen.
    package let form: FieldForm?

    /// In the order of the rule's forms.
    package let causes: [ExplanationCause]
}
