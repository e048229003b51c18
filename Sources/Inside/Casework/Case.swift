// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What customs knows about one incident, without the narrative and without the referrer.
///
/// The two halves are two types so that nobody can mistake one for the other: ``CodedCase`` holds codes, days and
/// numbers and may be encoded; ``IdentifyingDetails`` holds words and numbers of things, cannot be encoded and is sealed at
/// rest. The narrative is a ``SecretText`` beside the case (it never leaves the desk), the referrer a ``ReferrerRecord``.
package struct Case: Hashable, Sendable {
    /// Codes, days and quantities.
    package let coded: CodedCase
    /// Names of ships and firms, numbers of boxes and seals, the wording of the goods.
    package let identifying: IdentifyingDetails

    package init(
        coded: CodedCase,
        identifying: IdentifyingDetails
    ) {
        self.coded = coded
        self.identifying = identifying
    }
}
