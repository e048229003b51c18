// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// A sealed bundle with the key that its issuer must commit to.
package struct SealedTier: Sendable {
    /// The part as it travels.
    package let bytes: [UInt8]
    /// For the signed part: member `kc`.
    package let keyCommitment: [UInt8]
    /// Opens the bundle again at the origin, which may not be in the audience; never leaves the process.
    package let contentKey: SecretBytes

    init(bytes: [UInt8], keyCommitment: [UInt8], contentKey: SecretBytes) {
        self.bytes = bytes
        self.keyCommitment = keyCommitment
        self.contentKey = contentKey
    }
}

extension SealedTier: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "sealed tier of \(bytes.count) bytes" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["byteCount": bytes.count]) }
}
