// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a desk narrows of one field.
package struct LocalRule: Hashable, Sendable {
    /// A claim that a desk gives to fewer readers, or coarser.
    package struct Form: Hashable, Sendable {
        package let claim: String
        package let level: ConfidentialityLevel?
        package let generalisation: Generalisation?

        package init(claim: String, level: ConfidentialityLevel? = nil, generalisation: Generalisation? = nil) {
            self.claim = claim
            self.level = level
            self.generalisation = generalisation
        }
    }

    package let field: SourceField

    /// Claims that never leave.
    package let withheld: Set<String>
    package let forms: [Form]

    /// Added to the federation's.
    package let conditions: [FieldCondition]
    package let exceptions: [TermException]

    package init(
        field: SourceField,
        withheld: Set<String> = [],
        forms: [Form] = [],
        conditions: [FieldCondition] = [],
        exceptions: [TermException] = []
    ) {
        self.field = field
        self.withheld = withheld
        self.forms = forms
        self.conditions = conditions
        self.exceptions = exceptions
    }
}
