// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import Ledger

/// What the driver is to do; carried out in order, none is assumed to succeed.
///
/// Actions with a ``WorkID`` are answered by exactly one event with the same id.
package enum GossipAction: Sendable {
    // Links

    /// Puts a message on a link. Messages of one link keep their order.
    case send(GossipMessage, to: LinkID)
    /// Sends BYE with this code and closes; the driver reports `linkClosed` afterwards.
    case close(LinkID, CloseCode)
    /// Makes one attempt to connect; ends in `linkOpened` or `dialFailed`.
    case dial(DialTarget)
    /// Gives up an attempt that may be under way; no event is owed.
    case dropDial(DialTarget)
    /// Sends `wokeUp` at that time; replaces the wish before.
    case wake(at: MonotonicTime)

    // Work for other threads

    /// Checks signature, membership, log epoch and, if it has one, the body.
    case verify(WorkID, UnverifiedEntry)
    /// Checks content against a verified header.
    case verifyBody(WorkID, EntryBody, of: VerifiedHeader)
    /// Checks both headers and that they contradict each other.
    case verifyProof(WorkID, UnverifiedEntry, UnverifiedEntry)

    // Archive

    /// Stores in one transaction, in this order; the driver may join adjacent batches into one commit.
    case persist(WorkID, [PersistItem])
    /// Reads a stretch of one log, up to about `byteBudget` but at least one entry if there is one.
    case loadRange(WorkID, RangeRequest)
    /// Reads the header at one place.
    case loadHeader(WorkID, origin: SigningPublicKey, logEpoch: UInt64, sequence: UInt64)
    /// Reads headers whose body is missing and not erased, the oldest receive counters first, skipping `after`'s and before.
    case loadHoles(WorkID, after: EntryID?, limit: Int)
    /// Asks whether `order` is a held, effective erase order for `entry`; if so the archive erases what it has of it.
    case confirmErasure(WorkID, entry: EntryID, order: EntryID)

    // Roster

    /// Verifies and stores a signed roster; answered by `rosterChanged` or `rosterRefused`.
    case adoptRoster(WorkID, [UInt8])

    // For people

    /// Something that an operator must see.
    case alarm(GossipAlarm)
    /// A peer's behaviour, counted for the peer list; hard faults were also answered by a `close`.
    case reportPeer(PeerIdentity, PeerFault)
}

/// One thing to store.
package enum PersistItem: Sendable {
    /// A new header at the end of its log, with its body if that was at hand.
    case entry(VerifiedEntry)
    /// The body of a header that is stored already.
    case body(VerifiedEntry)
    /// A fork: kept for ever; the log's head goes back to the entry before it, both branches stay as evidence.
    case fork(ForkProof)
}

/// A stretch of one log to read.
package struct RangeRequest: Hashable, Sendable {
    package let origin: SigningPublicKey
    package let logEpoch: UInt64
    package let from: UInt64
    /// Last sequence, inclusive.
    package let to: UInt64
    package let content: RangeContent
    /// Bytes of headers, cores and parts after which the answer stops.
    package let byteBudget: Int

    package init(
        origin: SigningPublicKey,
        logEpoch: UInt64,
        from: UInt64,
        to: UInt64,
        content: RangeContent,
        byteBudget: Int
    ) {
        self.origin = origin
        self.logEpoch = logEpoch
        self.from = from
        self.to = to
        self.content = content
        self.byteBudget = byteBudget
    }
}
