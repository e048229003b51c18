// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat

/// Why the gate does not let something through, or a person's decision does not count.
package enum ReleaseRefusal: Error, Hashable, Sendable {
    /// The guard found something in the outgoing bytes; rules by name, never the value.
    case guardBlocked(rules: [String])
    /// The digest signed is not the digest that waits.
    case staleDigest
    /// The signature does not verify with the officer's key.
    case badSignature
    /// The key belongs to no officer of this desk.
    case unknownOfficer
    /// Who drafted or submitted it cannot be its second person.
    case secondPersonNeeded
    /// The release is in a state in which this decision has no place.
    case wrongState(String)
    /// Whoever decides has no part in this release.
    case notInvolved
    /// A manifest read back is not what was stored.
    case storedManifestDamaged
    /// A claim, or a document type, that has no place in a release that leaves with the next day's batch.
    case notUrgentClass(String)
    /// The second officer gave another reason for leaving early than the first.
    case earlyReasonDiffers
    /// No bulletin can be made of the draft.
    case unfit(BulletinIssueError)
}
