// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger
package import WireFormat

/// Why bytes are not the next roster.
package enum RosterRejection: Error, Hashable, Sendable {
    /// Longer than any roster; nothing was decoded.
    case overLimit(byteCount: Int, limit: Int)
    /// Not one deterministic CBOR value; the payload carries the offset.
    case notCanonical(CBORDecodingError)
    /// The pair of roster bytes and signatures is not one.
    case malformedEnvelope
    /// The roster is not a map with the roster's keys.
    case shape(CBORShapeError)
    /// A rule of the roster is broken.
    case ruleBroken(RosterViolation)
    /// A rule about one member is broken.
    case memberRuleBroken(index: Int, RosterViolation)
    /// Neither a previous roster nor a pinned hash was given: nothing vouches for this one.
    case noAnchor
    /// The hash is not the configured one.
    case pinnedHashDiffers
    /// For another federation.
    case otherNetwork(NetworkID)
    /// Older than, or the same as, the one held.
    case notNewer(epoch: UInt64, held: UInt64)
    /// Another roster of the same epoch: the roots have signed two. Operators must be told.
    case conflictingEpoch(UInt64)
    /// Rosters between the held one and this one are missing.
    case missingEpochs(held: UInt64, found: UInt64)
    /// It continues another roster than the held one.
    case previousHashDiffers
    /// A signature is not its root's over these bytes.
    case badSignature(rootIndex: Int)
    /// Fewer roots have signed than must.
    case belowThreshold(signed: Int, threshold: Int)
    /// A member of the held roster is gone; revocation closes its log instead, so that its entries stay provable.
    case memberVanished(name: String)
    /// A member's log epoch went back, or a closed log of the same epoch was opened or moved.
    case logRewound(name: String)

    /// Whether a peer that verifies before it passes on could not have sent this.
    package var isFault: Bool {
        switch self {
        case .noAnchor, .pinnedHashDiffers, .notNewer, .missingEpochs, .conflictingEpoch, .previousHashDiffers: false
        case .overLimit, .notCanonical, .malformedEnvelope, .shape, .ruleBroken, .memberRuleBroken, .otherNetwork,
            .badSignature, .belowThreshold, .memberVanished, .logRewound:
            true
        }
    }
}
