// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore

/// What the greetings of the linked peers say about this machine's clock.
package struct ClockAgreement: Hashable, Sendable {
    /// Peers on an open link that have named their day.
    package let heard: Int
    /// How many of them cannot be right if this clock is.
    package let disagreeing: Int

    package init(_ clocks: [PeerClock], ours: WallTime) {
        self.heard = clocks.count
        self.disagreeing = clocks.count { $0.disagrees(with: ours) }
    }

    /// Whether this clock is doubted: by two peers, or by the only one there is.
    ///
    /// Most desks have a single link, to their own relay.
    package var isDisputed: Bool { self.disagreeing > 0 && self.disagreeing >= min(2, self.heard) }
}
