// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger
import Roster

/// What a driver's mailbox holds.
enum DriverInput: Sendable {
    /// A link is admitted; its frames follow.
    case linkReady(LinkID, OpenLink)
    /// A link's message.
    case message(LinkID, GossipMessage, byteCount: Int)
    /// A link's bytes are not messages.
    case rejected(LinkID, LinkFailure)
    /// A link that was ready is gone.
    case linkEnded(LinkID)
    /// A dial came to nothing.
    case dialEnded(DialTarget, LinkFailure)
    /// A link's outbox has room again.
    case roomOnLink(LinkID)
    /// A piece of work is done.
    case workDone(GossipEvent)
    /// A commit is done.
    case committed([WorkID], heads: [LogHead], receiveCounter: UInt64)
    /// Entries of this node's own log, committed by the program.
    case published([VerifiedEntry], receiveCounter: UInt64)
    /// A newer roster is verified and stored; as an answer to the core, or by order of the program.
    case rosterAdopted(Roster, signedBytes: [UInt8], isWork: Bool)
    /// The moment of the latest `wake` came.
    case timerFired
    /// About once an hour.
    case clockTicked
    /// The program ends.
    case shutdown
}
