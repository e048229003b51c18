// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One referral as the desk's queue shows it: where it stands and what is still to be told.
///
/// Holds no word of the referrer; who it was is known to the vault alone, under ``caseID``.
package struct Referral: Hashable, Sendable {
    package let caseID: CaseID

    /// Id of the dossier from which it came.
    package let dossierID: String

    /// The day on which this desk took it in.
    package let receivedOn: CalendarDay

    package var progress: ReferralMachine
    package var feedback: FeedbackMachine

    /// What the referrer asked for; the gate obeys.
    package var wishes: ReferrerWishes

    package init(
        caseID: CaseID,
        dossierID: String,
        receivedOn: CalendarDay,
        progress: ReferralMachine,
        feedback: FeedbackMachine,
        wishes: ReferrerWishes = .none
    ) {
        self.caseID = caseID
        self.dossierID = dossierID
        self.receivedOn = receivedOn
        self.progress = progress
        self.feedback = feedback
        self.wishes = wishes
    }

    /// Days after receipt by which a referrer should hear something; a proposal that a policy may shorten.
    package static let feedbackDays = 30
}
