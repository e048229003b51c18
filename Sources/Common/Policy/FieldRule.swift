// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What may leave of one field, to whom and in which form.
package struct FieldRule: Hashable, Sendable {
    package let field: SourceField

    /// Finest first, each at a wider level than the one before; empty means that the field never leaves.
    package let forms: [FieldForm]

    /// Reason class for what is withheld or coarser, a code of `withholding-reasons`.
    package let reason: String
    package let conditions: [FieldCondition]
    package let exceptions: [TermException]

    package init(
        field: SourceField,
        forms: [FieldForm],
        reason: String,
        conditions: [FieldCondition] = [],
        exceptions: [TermException] = []
    ) {
        self.field = field
        self.forms = forms
        self.reason = reason
        self.conditions = conditions
        self.exceptions = exceptions
    }

    /// Name of the rule in decisions and reports: the field's path.
    package var name: String { field.rawValue }
}
