// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Sealed bytes that do not open.
package enum TierSealingError: Error, Hashable, Sendable {
    case tooLong(byteCount: Int, limit: Int)
    case truncated(byteCount: Int)
    case versionUnknown(UInt8)
    case slotCountNotAllowed(Int)
    /// No slot is for any of the keys.
    case notAddressed
    /// The slot's content key is not the one that the issuer signed for: two readers would read two texts.
    case keyCommitmentMismatch
    /// The bundle was altered, or sealed for another bulletin or tier.
    case bundleDamaged
    /// The plaintext is not a padded bundle.
    case bundleMalformed
    case recipientCount(Int)
    case keyUnusable
}
