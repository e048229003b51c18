// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One root's signature over a roster.
///
/// Protocol 2.
package struct RosterSignature: Hashable, Sendable {
    /// Place of the root in the roster before, or in the same one in epoch 1.
    package let rootIndex: Int
    /// Ed25519 signature, 64 bytes.
    package let signature: [UInt8]

    package init(rootIndex: Int, signature: [UInt8]) {
        self.rootIndex = rootIndex
        self.signature = signature
    }
}
