// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Something that an auditor must be able to see: codes and random ids, no text that a person typed.
package struct AuditEvent: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case deskStarted = "desk-started"
        case officerEnrolled = "officer-enrolled"
        case referralReceived = "referral-received"
        case caseRead = "case-read"
        case identityRead = "identity-read"
        case caseShredded = "case-shredded"
        case analysisDrafted = "analysis-drafted"
        case gateBlocked = "gate-blocked"
        case gateHeld = "gate-held"
        case releaseSubmitted = "release-submitted"
        case releaseApproved = "release-approved"
        case releaseSentBack = "release-sent-back"
        case releaseStopped = "release-stopped"
        case selfApprovalRefused = "self-approval-refused"
        case departed
        case departureHeld = "departure-held"
        case withdrawn
        case feedbackRecorded = "feedback-recorded"
        case replySent = "reply-sent"
        case keyMade = "key-made"
    }

    package let kind: Kind
    /// An officer's id, or "system".
    package let actor: String
    /// Random id of what it was about, "" for nothing.
    package let subject: String
    /// A code: a rule, a reason, a state; "" for none.
    package let detail: String

    package init(_ kind: Kind, actor: String, subject: String = "", detail: String = "") {
        self.kind = kind
        self.actor = actor
        self.subject = subject
        self.detail = detail
    }
}
