// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Who reads something sealed, and why; every such read is reported to the audit trail.
package struct CaseAccess: Hashable, Sendable {
    /// Id of the officer's account, or `system`.
    package let actor: String

    package let purpose: Purpose

    package init(actor: String, purpose: Purpose) {
        self.actor = actor
        self.purpose = purpose
    }

    /// Reasons that the audit trail knows.
    package enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        /// To draft, check or release a document.
        case analysis

        /// To tell the referrer what became of the referral.
        case feedback

        /// To ask the referrer's side back.
        case validation

        /// To protect the referrer from harm.
        case protection

        /// A court or another authority has asked, on a legal basis that is recorded elsewhere.
        case legalObligation = "legal-obligation"

        /// To build the guard in memory when the desk is unlocked or a record changes; nobody sees a value.
        case guardConstruction = "guard-construction"
    }
}
