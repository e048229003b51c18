// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat
package import Policy

/// A step towards release that is not allowed, and why.
///
/// No case carries text of the document or of the case. Commands map ``exitCode``.
package enum ReleaseRefusal: Error, Hashable, Sendable {
    // Making a candidate
    case unfit(BulletinIssueError)
    case guardFindings(rules: [String])
    case crowdTooSmall(ConfidentialityLevel)
    case crowdMissing
    case urgentTypeNotAllowed
    case urgentClaimNotAllowed(tier: Tier, index: Int)
    case audienceMissing(Tier)
    case authorMissing
    /// An earlier revision was touched by somebody whom the new one does not name.
    case authorForgotten
    case revisionNotNewer(Int)

    // Approving
    /// The digest is of an earlier or other revision.
    case staleDigest
    case officerUnknown
    case officerMayNotRelease
    case approvalSignatureInvalid
    case samePerson
    /// The second approval is by somebody who touched a revision.
    case author(revision: Int)

    // Departing and later
    case notAnApprover
    case batchDayNotAllowed(day: Int)
    case otherRelease
    case entryDiffers

    /// The event has no meaning in this state.
    case notPossible(ReleaseMachine.EventName, in: ReleaseMachine.StateName)
    case recordMalformed
}

extension ReleaseRefusal {
    /// What a command ends with: 65 bad data or signature, 75 try again, 77 not allowed or another person needed.
    package var exitCode: Int32 {
        switch self {
        case .unfit, .staleDigest, .approvalSignatureInvalid, .recordMalformed, .otherRelease, .entryDiffers: 65
        case .guardFindings, .crowdTooSmall, .crowdMissing, .urgentTypeNotAllowed, .urgentClaimNotAllowed,
            .authorMissing, .authorForgotten, .revisionNotNewer, .officerUnknown, .officerMayNotRelease, .samePerson,
            .author, .notAnApprover, .batchDayNotAllowed, .notPossible:
            77
        case .audienceMissing: 75
        }
    }
}
