// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The exact bytes that an origin is about to sign for one place in its log.
///
/// Persisted before signing: after a crash the same bytes are signed again, and Ed25519 being deterministic the same
/// entry results. Without it a restart could sign something else for a place that a peer has seen: a fork.
/// Protocol 5.4.
package struct EntryIntent: Hashable, Sendable {
    /// The header to be signed.
    package let headerBytes: [UInt8]
    /// Core and all parts.
    package let body: EntryBody

    /// An intent read back from where it was kept; ``EntrySigner`` checks it again.
    package init(headerBytes: [UInt8], body: EntryBody) {
        self.headerBytes = headerBytes
        self.body = body
    }

    /// The name that the entry will have.
    package var id: EntryID { EntryID.of(headerBytes: self.headerBytes) }
}
