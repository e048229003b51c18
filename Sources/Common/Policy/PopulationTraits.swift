// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A part of a population: the people tied to a kind of ship, to goods, or to both.
package struct PopulationTraits: Hashable, Sendable {
    /// Code of `conveyances`; `nil` for all.
    package let conveyance: String?

    /// Harmonized System code of 2, 4 or 6 digits; `nil` for all.
    package let goods: String?

    package init(conveyance: String? = nil, goods: String? = nil) {
        self.conveyance = conveyance
        self.goods = goods
    }

    /// Everybody.
    package static let all = PopulationTraits()
}
