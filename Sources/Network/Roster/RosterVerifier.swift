// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// Says whether a signed roster is the one that a node should hold next.
///
/// Pure: the anchor, a roster held already or a hash that people compared, is passed in. Protocol 2.
package enum RosterVerifier {
    /// Checks a roster against the one before, or against a pinned hash.
    ///
    /// With a roster before: the epoch is the next one, the hash of the one before is named, enough of *its* roots have
    /// signed, no member has vanished and no log was opened again. Without: the hash is the pinned one and, in epoch 1,
    /// enough of the own roots have signed; a later epoch can be pinned too, then the hash alone vouches for it.
    ///
    /// - Parameters:
    ///   - bytes: the signed roster as received; may be hostile.
    ///   - previous: the roster held, nil at the first start.
    ///   - pinnedHash: SHA-256 of the roster bytes, from the configuration; looked at only without `previous`.
    /// - Returns: the roster, now trusted.
    /// - Throws: ``RosterRejection``, the first check that failed.
    package static func verify(
        _ bytes: [UInt8],
        previous: Roster?,
        pinnedHash: [UInt8]? = nil
    ) throws(RosterRejection) -> Roster {
        let signed = try SignedRoster.decode(bytes)
        let roster = try RosterCodec.decode(signed.rosterBytes)
        if let previous {
            try Self.check(roster, signed.signatures, after: previous)
        } else if let pinnedHash {
            guard Hashing.isEqual(roster.hash, pinnedHash) else { throw .pinnedHashDiffers }
            if roster.epoch == 1 {
                try Self.check(signed.signatures, over: roster, roots: roster.roots, threshold: roster.threshold)
            }
        } else {
            throw .noAnchor
        }
        return roster
    }

    /// Checks rosters that follow one another, the first against a pinned hash.
    ///
    /// - Returns: the last one; nil when the list is empty.
    package static func verify(chain: [[UInt8]], pinnedHash: [UInt8]) throws(RosterRejection) -> Roster? {
        var last: Roster?
        for bytes in chain {
            last = try Self.verify(bytes, previous: last, pinnedHash: pinnedHash)
        }
        return last
    }

    private static func check(
        _ roster: Roster,
        _ signatures: [RosterSignature],
        after previous: Roster
    ) throws(RosterRejection) {
        guard roster.network == previous.network else { throw .otherNetwork(roster.network) }
        if roster.epoch == previous.epoch, roster.hash != previous.hash {
            // Told apart from a replay only when the roots really signed it.
            try Self.checkSignatures(signatures, over: roster, roots: previous.roots)
            throw .conflictingEpoch(roster.epoch)
        }
        guard roster.epoch > previous.epoch else { throw .notNewer(epoch: roster.epoch, held: previous.epoch) }
        guard roster.epoch == previous.epoch + 1 else {
            throw .missingEpochs(held: previous.epoch, found: roster.epoch)
        }
        guard roster.previousHash == previous.hash else { throw .previousHashDiffers }
        try Self.check(signatures, over: roster, roots: previous.roots, threshold: previous.threshold)
        for member in previous.members {
            guard let next = roster.member(for: member.key) else { throw .memberVanished(name: member.name) }
            guard Self.keeps(next, promisesOf: member) else { throw .logRewound(name: member.name) }
        }
    }

    private static func check(
        _ signatures: [RosterSignature],
        over roster: Roster,
        roots: [SigningPublicKey],
        threshold: Int
    ) throws(RosterRejection) {
        try Self.checkSignatures(signatures, over: roster, roots: roots)
        guard signatures.count >= threshold else {
            throw .belowThreshold(signed: signatures.count, threshold: threshold)
        }
    }

    private static func checkSignatures(
        _ signatures: [RosterSignature],
        over roster: Roster,
        roots: [SigningPublicKey]
    ) throws(RosterRejection) {
        let input = SignedRoster.signingInput(roster.bytes)
        for signature in signatures {
            guard roots.indices.contains(signature.rootIndex) else { throw .malformedEnvelope }
            guard roots[signature.rootIndex].isValid(signature: signature.signature, for: input) else {
                throw .badSignature(rootIndex: signature.rootIndex)
            }
        }
    }

    private static func keeps(_ next: RosterMember, promisesOf member: RosterMember) -> Bool {
        guard next.logEpoch >= member.logEpoch else { return false }
        guard next.logEpoch == member.logEpoch, let closure = member.closedAt else { return true }
        return next.closedAt == closure
    }
}
