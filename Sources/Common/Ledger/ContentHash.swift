// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// SHA-256 and size of some content: enough to recognise it and to refuse a longer one before reading it.
package struct ContentHash: Hashable, Sendable {
    /// Length of the hash, bytes.
    package static let byteCount = 32

    /// SHA-256 of the content, 32 bytes.
    package let sha256: [UInt8]
    /// Bytes of the content.
    package let size: Int

    /// A hash read from somewhere; the caller has checked its length.
    package init(sha256: [UInt8], size: Int) {
        self.sha256 = sha256
        self.size = size
    }

    /// The hash of this content.
    package init(of content: [UInt8]) {
        self.sha256 = Hashing.sha256(content)
        self.size = content.count
    }
}
