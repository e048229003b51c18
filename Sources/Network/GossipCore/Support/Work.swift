// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger

/// What a piece of work was asked for, so that its answer finds its place.
enum Work: Sendable {
    case verifyEntry(EntryID)
    case verifyBody(EntryID, from: LinkID)
    case verifyProof(from: LinkID)
    case persist([PersistRecord])
    /// A chunk of a range that a peer asked for.
    case serveRange(LinkID, request: UInt64, content: RangeContent)
    case serveBody(LinkID, EntryReference)
    case serveHeader(LinkID, EntryReference)
    case serveProbe(LinkID, GossipMessage.Probe)
    /// Our header at the place of one that came again, or of another.
    case compare(UnverifiedEntry, EntryID, from: LinkID, source: EntrySource)
    /// Our header at a place where a verified other one stands.
    case prove(VerifiedHeader)
    case hunt(EntryPosition)
    /// Our last header before a fork.
    case frozenHead(EntryPosition)
    case holes
    case erasure(EntryID)
    case adoptRoster(from: LinkID)
}

/// What was handed to the archive.
struct PersistRecord: Sendable {
    let position: EntryPosition
    let id: EntryID
    let kind: EntryKind
    let subject: EntryID?
    let isNew: Bool
    let hasBody: Bool
    let isFork: Bool
}
