// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import WireFormat

/// The bytes that an officer's key signs when it approves a release.
package enum ApprovalMessage {
    /// The message for the digest of a release manifest: `domain("fairlead-approval-v1") || digest`.
    ///
    /// - Parameter manifestDigest: SHA-256 of the manifest, 32 bytes.
    /// - Returns: what Ed25519 signs.
    package static func bytes(manifestDigest: [UInt8]) -> [UInt8] {
        Array(WireConstants.Domain.approval.utf8) + [0] + manifestDigest
    }
}
