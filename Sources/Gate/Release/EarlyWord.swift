// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One officer's signed word that an approved release should not wait for its day, and why.
package struct EarlyWord: Hashable, Sendable {
    /// Reasons that can be given; a code, so that no text about a case stands in the audit.
    package enum Reason: String, CaseIterable, Sendable {
        case dangerToPeople = "danger-to-people"
        case methodInUse = "method-in-use"
        case publicAlready = "public-already"
        case legalDuty = "legal-duty"
    }

    package let officer: String
    package let decision: Decision
    package let reason: Reason

    package init(officer: String, decision: Decision, reason: Reason) {
        self.officer = officer
        self.decision = decision
        self.reason = reason
    }
}
