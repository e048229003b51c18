// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What an origin wants to say, before it has a place in the log.
package struct EntryDraft: Hashable, Sendable {
    /// One part of a draft.
    package struct Part: Hashable, Sendable {
        /// Which part it is, unique within the draft.
        package var ordinal: UInt8
        /// Its bytes, sealed already unless it is the public tier.
        package var bytes: [UInt8]

        package init(ordinal: UInt8, bytes: [UInt8]) {
            self.ordinal = ordinal
            self.bytes = bytes
        }
    }

    /// What the entry is about.
    package var kind: EntryKind
    /// The entry that this one is about, if any.
    package var subject: EntryID?
    /// Other entries that this one refers to.
    package var references: [EntryID]
    /// How soon it wants to be read.
    package var priority: EntryPriority
    /// Day of the departure batch, days since 1970-01-01 UTC.
    package var day: UInt64
    /// The part that every relay can check.
    package var core: [UInt8]
    /// The erasable parts, in any order.
    package var parts: [Part]

    package init(
        kind: EntryKind,
        subject: EntryID? = nil,
        references: [EntryID] = [],
        priority: EntryPriority = .routine,
        day: UInt64,
        core: [UInt8],
        parts: [Part] = []
    ) {
        self.kind = kind
        self.subject = subject
        self.references = references
        self.priority = priority
        self.day = day
        self.core = core
        self.parts = parts
    }
}
