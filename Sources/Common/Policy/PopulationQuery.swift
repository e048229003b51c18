// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The part of a population that a cell asks for.
package struct PopulationQuery: Hashable, Sendable {
    /// Codes of the kinds of ships; `nil` asks for all.
    package let conveyances: Set<String>?

    /// Beginnings of Harmonized System codes; `nil` asks for all.
    package let goods: Set<String>?

    package init(conveyances: Set<String>? = nil, goods: Set<String>? = nil) {
        self.conveyances = conveyances
        self.goods = goods
    }

    /// Everybody.
    package static let all = PopulationQuery()

    /// Whether a line counts a part of what is asked for; a line that counts more than that says nothing about it.
    func includes(_ traits: PopulationTraits) -> Bool {
        guard (conveyances == nil) == (traits.conveyance == nil), (goods == nil) == (traits.goods == nil) else {
            return false
        }
        if let conveyances, let code = traits.conveyance, !conveyances.contains(code) { return false }
        if let goods, let code = traits.goods, !goods.contains(where: { code.hasPrefix($0) }) { return false }
        return true
    }
}
