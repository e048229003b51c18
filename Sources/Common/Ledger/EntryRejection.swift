// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
package import Cryptography

/// Why bytes are not an entry of this network.
///
/// Names what was broken, never what stood there.
package enum EntryRejection: Error, Hashable, Sendable {
    /// The header is not one; see the payload for the byte.
    case malformedHeader(HeaderDecodingError)
    /// The entry belongs to another federation.
    case otherNetwork(NetworkID)
    /// The roster knows no log of this key.
    case unknownOrigin(SigningPublicKey)
    /// The roster has started a newer life of this log.
    case formerLogEpoch(claimed: UInt64, current: UInt64)
    /// The roster held here does not know this life of the log yet.
    case futureLogEpoch(claimed: UInt64, current: UInt64)
    /// The roster closed the log before this entry.
    case logClosed(sequence: UInt64, closure: LogClosure)
    /// The kind's rule about subject and parts is broken.
    case kindRuleBroken(KindViolation)
    /// The signature is not the origin's over these bytes.
    case badSignature
    /// The core has another length than the header says.
    case coreSizeDiffers(expected: Int, found: Int)
    /// The core has another hash than the header says.
    case coreHashDiffers
    /// There are more or fewer parts than the header names.
    case partCountDiffers(expected: Int, found: Int)
    /// A part has another length than the header says.
    case partSizeDiffers(ordinal: UInt8, expected: Int, found: Int)
    /// A part has another hash than the header says.
    case partHashDiffers(ordinal: UInt8)
    /// The core is not what its kind requires.
    case malformedCore(CoreDecodingError)
    /// The core is not a signed bulletin of the origin.
    case malformedBulletin(BulletinRejection)
    /// The bulletin's own list of tiers is not the header's list of parts.
    case tiersDiffer

    /// Whether a peer that verifies before it passes on could not have sent this.
    ///
    /// Rosters of different age explain the others, and are never a fault.
    package var isFault: Bool {
        switch self {
        case .unknownOrigin, .formerLogEpoch, .futureLogEpoch, .logClosed: false
        case .malformedHeader, .otherNetwork, .kindRuleBroken, .badSignature, .coreSizeDiffers, .coreHashDiffers,
            .partCountDiffers, .partSizeDiffers, .partHashDiffers, .malformedCore, .malformedBulletin, .tiersDiffer:
            true
        }
    }
}
