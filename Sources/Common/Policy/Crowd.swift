// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Lower bounds for one cell of place and time.
package struct Crowd: Hashable, Sendable {
    /// People or firms that could have reported.
    package let referrers: Int
    package let incidents: Int

    /// Kinds of desks among them, such as carriers, terminals and hauliers.
    package let sourceKinds: Int

    package init(referrers: Int, incidents: Int, sourceKinds: Int) {
        self.referrers = referrers
        self.incidents = incidents
        self.sourceKinds = sourceKinds
    }

    /// Nobody is known: the answer for every cell that no table covers.
    package static let unknown = Crowd(referrers: 0, incidents: 0, sourceKinds: 0)
}
