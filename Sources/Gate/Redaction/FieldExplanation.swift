// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// What each circle of readers sees of one field, and why.
package struct FieldExplanation: Hashable, Sendable {
    package let field: SourceField

    /// Reason class that the redaction report gives; `nil` for a field without a rule.
    package let reason: String?

    /// Customs, partners, public.
    package let readers: [ReaderExplanation]
}
