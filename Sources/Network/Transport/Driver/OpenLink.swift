// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import NIOCore

/// One admitted link as the driver knows it.
struct OpenLink: Sendable {
    let peer: PeerIdentity
    let direction: LinkDirection
    /// What was dialled, nil for an accepted link.
    let target: DialTarget?
    let outbox: LinkOutbox
    let channel: any Channel
    let remote: String
}
