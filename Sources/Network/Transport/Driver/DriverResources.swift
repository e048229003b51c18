// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Logging
import NIOCore
import NIOPosix

/// Everything that a driver uses and does not own.
struct DriverResources: Sendable {
    let local: PeerIdentity
    let mailbox: Mailbox<DriverInput>
    let storage: any GossipStorage
    let commit: GroupCommit
    let roster: RosterKeeper
    let admission: PeerAdmission
    let board: StatusBoard
    let counters: CounterFeed
    let dialer: PeerDialer
    let eventLoop: any EventLoop
    let pool: NIOThreadPool
    let journal: LinkJournal
    let numbers: LinkNumbers
    let listener: PeerListener?
    let now: @Sendable () -> MonotonicTime
    let wallClock: @Sendable () -> WallTime
}
