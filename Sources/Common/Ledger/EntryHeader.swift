// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
import WireFormat

/// What an origin signs about one entry.
///
/// A value whose rules of shape hold: an instance either came out of the decoder or passed the same checks in
/// ``EntrySigner``. Core and parts are named by hash, so that they can be erased while the chain stays provable.
/// Protocol 5.1.
package struct EntryHeader: Hashable, Sendable {
    /// The federation that the entry belongs to.
    package var network: NetworkID
    /// Who signs.
    package var origin: SigningPublicKey
    /// Which life of the origin's log.
    package var logEpoch: UInt64
    /// Place in the log, from 1.
    package var sequence: UInt64
    /// The entry before; nil exactly when `sequence` is 1.
    package var previous: EntryID?
    /// What the entry is about.
    package var kind: EntryKind
    /// The entry that this one is about, if any.
    package var subject: EntryID?
    /// Other entries that this one refers to, at most 4.
    package var references: [EntryID]
    /// How soon it wants to be read.
    package var priority: EntryPriority
    /// Day of the departure batch, days since 1970-01-01 UTC.
    package var day: UInt64
    /// The part of the body that every relay can check.
    package var core: ContentHash
    /// The erasable parts, ordinals ascending, at most 8.
    package var parts: [PartReference]

    package init(
        network: NetworkID,
        origin: SigningPublicKey,
        logEpoch: UInt64,
        sequence: UInt64,
        previous: EntryID?,
        kind: EntryKind,
        subject: EntryID? = nil,
        references: [EntryID] = [],
        priority: EntryPriority = .routine,
        day: UInt64,
        core: ContentHash,
        parts: [PartReference] = []
    ) {
        self.network = network
        self.origin = origin
        self.logEpoch = logEpoch
        self.sequence = sequence
        self.previous = previous
        self.kind = kind
        self.subject = subject
        self.references = references
        self.priority = priority
        self.day = day
        self.core = core
        self.parts = parts
    }

    /// Where the entry stands.
    package var position: EntryPosition {
        EntryPosition(origin: self.origin, logEpoch: self.logEpoch, sequence: self.sequence)
    }

    /// Bytes of core and parts together.
    package var bodySize: Int { self.parts.reduce(self.core.size) { total, part in total + part.size } }

    /// Whether a HEADER frame carries the body with it.
    ///
    /// Protocol 4.3.
    package var travelsInline: Bool { self.bodySize <= WireConstants.Limit.inlineBodyBytes }
}
