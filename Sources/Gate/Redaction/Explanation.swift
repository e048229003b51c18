// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// Which rule gave which form of each field to which readers, and why not a finer one; for the officer at the origin.
///
/// Names circumstances, which tell of the referrer's class, but no value of a referrer and no code that was withheld.
package struct Explanation: Hashable, Sendable {
    package let document: DocumentType

    /// Circumstances that hold for the whole case.
    package let circumstances: [PolicyTrigger]

    /// The cell of each level, widest first.
    package let crowd: [CrowdVerdict]

    /// What the search looked at for each level, in order; the last one is the cell.
    package let attempts: [ConfidentialityLevel: [CrowdAttempt]]

    /// Fields that have a value in the case or the document, in the order of the rules; then those without a rule.
    package let fields: [FieldExplanation]

    /// The verdict that holds the document; `nil` when it may be released.
    package var hold: CrowdVerdict? { crowd.first { !$0.isMet } }

    /// What a level sees of a field; `nil` for a field without a value.
    package func reader(_ level: ConfidentialityLevel, of field: SourceField) -> ReaderExplanation? {
        fields.first { $0.field == field }?.readers.first { $0.level == level }
    }
}
