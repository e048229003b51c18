// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One thing that was found, or the statement that nothing was.
package struct Find: Hashable, Sendable, Codable {
    /// Term of `commodities`; `nothing-found` for a negative result.
    package let commodity: TermCode
    /// Term of `drug-forms`.
    package let form: TermCode?
    /// Zero or more, in ``unit``.
    package let quantity: Double
    package let unit: Unit

    package init(
        commodity: TermCode,
        form: TermCode?,
        quantity: Double,
        unit: Unit
    ) {
        self.commodity = commodity
        self.form = form
        self.quantity = quantity
        self.unit = unit
    }

    /// Units of a find.
    package enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
        case kilograms = "kg"
        case grams = "g"
        case litres = "l"
        case tablets
        case items
        case persons
    }
}
