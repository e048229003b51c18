// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What can stand in the audit trail.
package enum AuditEventKind: String, Hashable, Sendable, CaseIterable {
    // The desk
    case deskInitialised = "desk-initialised"
    case deskUnlocked = "desk-unlocked"
    case deskStopped = "desk-stopped"
    case unlockRefused = "unlock-refused"
    case settingChanged = "setting-changed"
    case clockDisagreed = "clock-disagreed"
    case auditExported = "audit-exported"

    // People and keys
    case officerEnrolled = "officer-enrolled"
    case officerDisabled = "officer-disabled"
    case keyAdded = "key-added"
    case keyRemoved = "key-removed"
    case epochChanged = "epoch-changed"
    case rosterAccepted = "roster-accepted"

    // Cases
    case referralImported = "referral-imported"
    case referralRefused = "referral-refused"
    case referralAdvanced = "referral-advanced"
    case feedbackGiven = "feedback-given"
    case identityOpened = "identity-opened"
    case classComputed = "class-computed"
    case textOpened = "text-opened"
    case guardBuilt = "guard-built"
    case vaultEnrolled = "vault-enrolled"
    case caseShredded = "case-shredded"
    case canarySeen = "canary-seen"
    case keepingDecided = "keeping-decided"
    case wishesChanged = "wishes-changed"

    // The gate
    case draftMade = "draft-made"
    case draftChanged = "draft-changed"
    case draftRefused = "draft-refused"
    case guardRefused = "guard-refused"
    case crowdHeld = "crowd-held"
    case releaseSubmitted = "release-submitted"
    case releaseApproved = "release-approved"
    case approvalRefused = "approval-refused"
    case releaseSentBack = "release-sent-back"
    case releaseStopped = "release-stopped"
    case departureHurried = "departure-hurried"
    case departureHeld = "departure-held"
    case departed
    case coverDeparted = "cover-departed"
    case withdrawn

    // The network and its readers
    case withdrawalAcknowledged = "withdrawal-acknowledged"
    case replySent = "reply-sent"
    case alertRaised = "alert-raised"
    case alertAcknowledged = "alert-acknowledged"
    case subscriptionChanged = "subscription-changed"
    case bulletinExported = "bulletin-exported"
}
