// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

extension GossipMessage {
    /// What a node holds, in about 60 B (protocol 4.4).
    package struct Summary: Hashable, Sendable {
        /// SHA-256 of the roster bytes, 32 B.
        package let rosterHash: [UInt8]
        /// Root of the state tree over committed heads, 16 B.
        package let stateRoot: [UInt8]
        /// Logs with entries.
        package let origins: UInt64
        /// Entries committed.
        package let entries: UInt64

        package init(rosterHash: [UInt8], stateRoot: [UInt8], origins: UInt64, entries: UInt64) {
            self.rosterHash = rosterHash
            self.stateRoot = stateRoot
            self.origins = origins
            self.entries = entries
        }
    }

    /// The committed heads, one line per log (protocol 4.4).
    package struct Vector: Hashable, Sendable {
        /// How the lines were chosen.
        package enum Mode: UInt64, Sendable {
            /// Every log with entries.
            case full = 0
        }

        package let mode: Mode
        package let rosterHash: [UInt8]
        /// Ascending by index, then log epoch.
        package let lines: [EntryReference]

        package init(mode: Mode, rosterHash: [UInt8], lines: [EntryReference]) {
            self.mode = mode
            self.rosterHash = rosterHash
            self.lines = lines
        }
    }

    /// Asks for the id at one place of one log.
    package struct Probe: Hashable, Sendable {
        package let index: UInt64
        package let logEpoch: UInt64
        package let sequence: UInt64

        package init(index: UInt64, logEpoch: UInt64, sequence: UInt64) {
            self.index = index
            self.logEpoch = logEpoch
            self.sequence = sequence
        }
    }

    /// The answer to a probe; no id if the place is not held.
    package struct Probed: Hashable, Sendable {
        package let index: UInt64
        package let logEpoch: UInt64
        package let sequence: UInt64
        package let id: EntryID?

        package init(index: UInt64, logEpoch: UInt64, sequence: UInt64, id: EntryID?) {
            self.index = index
            self.logEpoch = logEpoch
            self.sequence = sequence
            self.id = id
        }
    }

    /// Asks for a stretch of one log, answered by a stream that ends with END or MORE.
    package struct WantRange: Hashable, Sendable {
        /// Chosen by the asker, unique on the link.
        package let request: UInt64
        package let index: UInt64
        package let logEpoch: UInt64
        /// First sequence wanted.
        package let from: UInt64
        /// Last sequence wanted.
        package let to: UInt64
        package let content: RangeContent
        /// Bytes of headers, cores and parts after which the answerer stops with MORE.
        package let byteBudget: UInt64

        package init(
            request: UInt64,
            index: UInt64,
            logEpoch: UInt64,
            from: UInt64,
            to: UInt64,
            content: RangeContent,
            byteBudget: UInt64
        ) {
            self.request = request
            self.index = index
            self.logEpoch = logEpoch
            self.from = from
            self.to = to
            self.content = content
            self.byteBudget = byteBudget
        }
    }

    /// The byte budget is used up; the rest starts at `next`.
    package struct More: Hashable, Sendable {
        package let request: UInt64
        package let next: UInt64

        package init(request: UInt64, next: UInt64) {
            self.request = request
            self.next = next
        }
    }

    /// One entry of a range.
    package struct RangeEntry: Hashable, Sendable {
        package let request: UInt64
        /// Without a body when only headers were asked for, or the answerer has none.
        package let entry: UnverifiedEntry

        package init(request: UInt64, entry: UnverifiedEntry) {
            self.request = request
            self.entry = entry
        }
    }
}

/// What a range request wants of each entry (protocol 4, WANT_RANGE).
package enum RangeContent: UInt64, Hashable, Sendable {
    case headers = 1
    case bodies = 2
    case both = 3

    /// Whether cores and parts are wanted.
    package var includesBodies: Bool {
        self != .headers
    }
}
