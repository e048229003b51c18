// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A verified header, and the body if it is there and was checked against the header.
///
/// Only ``EntryVerifier`` makes one with a body.
package struct VerifiedEntry: Hashable, Sendable {
    /// The checked header.
    package let header: VerifiedHeader
    /// Core and parts, each of which has the hash that the header names; nil when not held.
    package let body: EntryBody?

    /// An entry of which only the header is held.
    package init(headerOnly header: VerifiedHeader) {
        self.header = header
        self.body = nil
    }

    init(header: VerifiedHeader, body: EntryBody) {
        self.header = header
        self.body = body
    }

    /// The entry's name.
    package var id: EntryID { self.header.id }

    /// Whether core and every part are held.
    package var isComplete: Bool { self.body?.isComplete ?? false }
}
