// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// An entry as it came from somewhere; may be hostile.
package struct UnverifiedEntry: Hashable, Sendable {
    /// The header, exactly as received.
    package let headerBytes: [UInt8]
    /// The origin's signature, as received.
    package let signature: [UInt8]
    /// Core and parts, if they came along.
    package let body: EntryBody?

    package init(headerBytes: [UInt8], signature: [UInt8], body: EntryBody? = nil) {
        self.headerBytes = headerBytes
        self.signature = signature
        self.body = body
    }
}
