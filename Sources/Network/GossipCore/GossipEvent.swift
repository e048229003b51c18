// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger
package import Roster

/// Everything that can happen to a core: what peers said, what the driver finished, what time it is.
///
/// Event order is the driver's order of observation. An event about a link or a piece of work that the core no longer
/// knows is ignored, never an error: messages and answers cross with closings.
package enum GossipEvent: Sendable {
    /// The first event after init: the core dials and sets its clock.
    case started
    /// The wall clock, at start and about once an hour; only its day is used.
    case clockRead(WallTime)

    // Links

    /// A TLS link stands and its certificate was found in the current roster.
    case linkOpened(LinkID, peer: PeerIdentity, direction: LinkDirection)
    /// A link is gone, for whatever reason, also after a `close` action.
    case linkClosed(LinkID)
    /// The link's send queue is full (false) or has room again (true). While full, pushes to it are dropped.
    case linkWritabilityChanged(LinkID, isWritable: Bool)
    /// A `dial` action came to nothing.
    case dialFailed(DialTarget)
    /// A frame arrived and was decoded.
    case messageReceived(LinkID, GossipMessage)
    /// Bytes arrived that are no frame or message; the driver goes on until the core closes the link.
    case messageRejected(LinkID, code: CloseCode)
    /// The moment asked for by the latest `wake` action has come; earlier or repeated calls are harmless.
    case wokeUp

    // Work finished

    /// An answer to `verify`; has a body exactly when the request had one.
    case verified(WorkID, VerifiedEntry)
    /// An answer to `verify`: the first check that failed.
    case verificationFailed(WorkID, EntryRejection)
    /// An answer to `verifyBody`.
    case bodyVerified(WorkID, VerifiedEntry)
    /// An answer to `verifyBody`: the content does not match the header.
    case bodyRejected(WorkID, EntryRejection)
    /// An answer to `verifyProof`.
    case proofVerified(WorkID, ForkProof)
    /// An answer to `verifyProof`: no proof.
    case proofRejected(WorkID)
    /// An answer to `persist`: on disk, synced.
    case persisted(WorkID)
    /// An answer to `persist`: nothing of the batch was stored.
    case persistFailed(WorkID)
    /// Entries of this node's own log, already committed by the desk.
    case published([VerifiedEntry])
    /// An answer to `loadRange`, in log order without gaps; empty if nothing of the range is held.
    case rangeLoaded(WorkID, [StoredEntry])
    /// An answer to `loadHeader`; nil if the place is not held.
    case headerLoaded(WorkID, VerifiedHeader?)
    /// An answer to `loadHoles`: headers whose body is neither held nor erased.
    case holesLoaded(WorkID, [VerifiedHeader])
    /// An answer to `confirmErasure`: true when the archive holds an erase order for that entry that may give it.
    case erasureConfirmed(WorkID, Bool)

    // Roster

    /// A newer roster was verified and stored, from a peer or from the operator.
    case rosterChanged(Roster, signedBytes: [UInt8])
    /// An answer to `adoptRoster`: not adopted. A fault only when the signatures do not verify.
    case rosterRefused(WorkID, isPeerFault: Bool)
}
