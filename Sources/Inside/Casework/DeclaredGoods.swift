// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the papers said was in the consignment, in codes.
///
/// The wording of the declaration is the drafter's own and stands in ``IdentifyingDetails/goodsDescription``.
package struct DeclaredGoods: Hashable, Sendable, Codable {
    /// Harmonized System code of 2, 4 or 6 digits.
    package let heading: TermCode
    /// Kilograms, zero or more.
    package let grossKilograms: Double?

    package init(
        heading: TermCode,
        grossKilograms: Double?
    ) {
        self.heading = heading
        self.grossKilograms = grossKilograms
    }
}
