// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Names an entry on the wire in about 16 B (protocol 4, `ref`).
///
/// The index means a member only under the roster hash that both sides named in HELLO.
package struct EntryReference: Hashable, Sendable {
    /// Place of the origin in the roster's member list.
    package let index: UInt64
    package let logEpoch: UInt64
    package let sequence: UInt64
    /// First 8 B of the entry id, as a big-endian number (`EntryID.prefix`).
    package let idPrefix: UInt64

    package init(index: UInt64, logEpoch: UInt64, sequence: UInt64, idPrefix: UInt64) {
        self.index = index
        self.logEpoch = logEpoch
        self.sequence = sequence
        self.idPrefix = idPrefix
    }
}
