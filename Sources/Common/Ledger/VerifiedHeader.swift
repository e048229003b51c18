// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A header whose shape, network, origin and signature were checked.
///
/// Only ``EntryVerifier`` makes one, which is why its initialiser is not visible outside this module.
package struct VerifiedHeader: Hashable, Sendable {
    /// What the origin signed.
    package let header: EntryHeader
    /// The entry's name.
    package let id: EntryID
    /// The header exactly as signed; never encoded anew.
    package let bytes: [UInt8]
    /// The origin's Ed25519 signature, 64 bytes.
    package let signature: [UInt8]

    init(header: EntryHeader, id: EntryID, bytes: [UInt8], signature: [UInt8]) {
        self.header = header
        self.id = id
        self.bytes = bytes
        self.signature = signature
    }

    /// Where the entry stands.
    package var position: EntryPosition { self.header.position }

    /// The head that a log has when this is its last entry.
    package var asHead: LogHead {
        LogHead(
            origin: self.header.origin,
            logEpoch: self.header.logEpoch,
            sequence: self.header.sequence,
            id: self.id
        )
    }

    package static func == (left: VerifiedHeader, right: VerifiedHeader) -> Bool {
        left.id == right.id && left.signature == right.signature
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(self.id)
    }
}
