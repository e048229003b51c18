// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Settings of one core that operators and tests may change; everything else stands in ``GossipLimit``.
package struct GossipOptions: Hashable, Sendable {
    /// Mean time between two anti-entropy sessions with a random neighbour; 20 % jitter.
    package var antiEntropyInterval: Duration = GossipLimit.antiEntropyInterval
    /// Links that a relay tries to have, home links not counted.
    package var viewTarget: Int = GossipLimit.viewTarget
    /// Neighbours that get a new header in full.
    package var headerFanout: Int = GossipLimit.headerFanout
    /// Whether HAVE is sent; only the control experiment of the tests turns it off.
    package var sendsHave = true

    package init() {}

    package static let standard = GossipOptions()
}
