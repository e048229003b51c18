// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// The finest cell of place and period that one level may see, and the crowd in it.
package struct CrowdVerdict: Hashable, Sendable {
    package let level: ConfidentialityLevel

    /// Finest allowed form of the place; `nil` when the level sees none.
    package let place: Generalisation?

    /// Finest allowed form of the period; `nil` when the level sees none.
    package let period: Generalisation?
    package let found: Crowd
    package let needed: CrowdThreshold

    package init(
        level: ConfidentialityLevel,
        place: Generalisation?,
        period: Generalisation?,
        found: Crowd,
        needed: CrowdThreshold
    ) {
        self.level = level
        self.place = place
        self.period = period
        self.found = found
        self.needed = needed
    }

    /// Whether the cell is large enough; only a hold carries a verdict that is not.
    package var isMet: Bool { needed.isMet(by: found) }
}
