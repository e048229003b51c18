// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy
package import StrictJSON

/// One example of a policy's test file: a case, whoever reported as a class, and what must come out.
package struct PolicyExample: Sendable {
    /// What the test says about whoever reported; the policy knows no more of a person than this.
    package struct Referrer: Sendable {
        package let isOnBoard: Bool
        package let worksForOperator: Bool
        package let cameThroughCarrier: Bool

        /// Codes of `insider-roles` that are the referrer's own post.
        package let posts: [String]
    }

    /// What the readers of one level must see, the claims of wider levels included.
    package struct View: Sendable {
        package let level: ConfidentialityLevel

        /// Claims with their values, as written: numbers and truth values are text.
        package let sees: JSONObject
        package let never: [String]

        /// All claims that are seen, whatever their values; `nil` leaves the others open.
        package let all: [String]?
    }

    package let name: String
    package let place: PolicyPlace
    package let document: DocumentType
    package let isUrgent: Bool

    /// Members of a dossier's `case`; the rest is filled in by the runner.
    package let caseFields: JSONObject
    package let referrer: Referrer?

    /// Somebody has stated that others than the referrer hold the numbers of the consignment.
    package let identifiersAreWidelyKnown: Bool

    /// Crowds by place, for every month; `nil` leaves the desk's own table in place.
    package let crowd: [PopulationRow]?

    /// Level whose crowd must hold the document; `nil` when it must be released.
    package let heldAt: ConfidentialityLevel?
    package let views: [View]
}
