// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore

/// What stands between this node and a peer.
package enum LinkState: Hashable, Sendable {
    /// The peer has spoken on an open link.
    case linked(direction: LinkDirection, since: WallTime)
    /// Tries fail, or the link broke, for a reason that passes by itself.
    case unreachable(LinkFailure, since: WallTime)
    /// One of the two does not accept the other; somebody has to do something.
    case refused(LinkFailure, since: WallTime)
    /// Not tried yet.
    case unknown
}
