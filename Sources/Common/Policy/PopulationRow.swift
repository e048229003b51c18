// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One line of a populations table: the crowd of a place in a month, or in every month not listed.
package struct PopulationRow: Hashable, Sendable {
    /// UN/LOCODE, country, sub-region or region code.
    package let place: String

    /// Months since January of year 0; `nil` stands for every month that has no line of its own.
    package let monthIndex: Int?

    /// The part of the population that the line counts.
    package let traits: PopulationTraits
    package let crowd: Crowd

    package init(place: String, monthIndex: Int?, traits: PopulationTraits = .all, crowd: Crowd) {
        self.place = place
        self.monthIndex = monthIndex
        self.traits = traits
        self.crowd = crowd
    }
}
