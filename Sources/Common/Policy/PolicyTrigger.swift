// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A circumstance of a case that narrows a rule.
///
/// Circumstances of the referrer are coarse classes; the policy and the redactor never see a value.
package enum PolicyTrigger: String, Hashable, Sendable, CaseIterable {
    case always
    /// The referrer serves on board the ship of the case.
    case referrerOnBoard = "referrer-on-board"
    /// The referrer's employer operates the ship of the case.
    case referrerWorksForOperator = "referrer-works-for-operator"
    /// The referral came by way of a carrier.
    case referralThroughCarrier = "referral-through-carrier"
    /// Nobody has stated that others than the referrer hold the numbers of the consignment.
    case identifiersHeldByReferrer = "identifiers-held-by-referrer"
    /// The case still runs: only a minimum may leave before the review.
    case holdActive = "hold-active"
    /// The document is a warning that departs at once, and so carries neither place nor date.
    case urgent
    /// The code names the referrer's own post or the desk beside it.
    case sharesReferrersPost = "shares-referrers-post"
}
