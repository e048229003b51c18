// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// How many possible referrers and incidents a published cell of place and time must have.
package struct CrowdThreshold: Hashable, Sendable {
    package let referrers: Int
    package let incidents: Int

    /// Kinds of desks among the possible referrers.
    package let sourceKinds: Int

    package init(referrers: Int, incidents: Int, sourceKinds: Int) {
        self.referrers = referrers
        self.incidents = incidents
        self.sourceKinds = sourceKinds
    }

    /// Whether a crowd is large enough.
    package func isMet(by crowd: Crowd) -> Bool {
        crowd.referrers >= referrers && crowd.incidents >= incidents && crowd.sourceKinds >= sourceKinds
    }
}
