// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// The finest cell that one level may see, and the crowd in it.
package struct CrowdVerdict: Hashable, Sendable {
    package let level: ConfidentialityLevel

    /// Finest allowed form on each axis.
    package let cell: CrowdCell
    package let found: Crowd
    package let needed: CrowdThreshold

    package init(
        level: ConfidentialityLevel,
        cell: CrowdCell,
        found: Crowd,
        needed: CrowdThreshold
    ) {
        self.level = level
        self.cell = cell
        self.found = found
        self.needed = needed
    }

    package init(
        level: ConfidentialityLevel,
        place: Generalisation?,
        period: Generalisation?,
        found: Crowd,
        needed: CrowdThreshold
    ) {
        var cell = CrowdCell()
        cell[.place] = place
        cell[.period] = period
        self.init(level: level, cell: cell, found: found, needed: needed)
    }

    /// Finest allowed form of the place; `nil` when the level sees none.
    package var place: Generalisation? { cell[.place] }

    /// Finest allowed form of the period; `nil` when the level sees none.
    package var period: Generalisation? { cell[.period] }

    /// Whether the cell is large enough; only a hold carries a verdict that is not.
    package var isMet: Bool { needed.isMet(by: found) }
}
