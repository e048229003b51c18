// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
package import Policy

/// Which circumstances of the policy hold for a case.
///
/// Built from the referrer's class, never from a value: the redactor cannot tell who reported.
package struct Circumstances: Hashable, Sendable {
    private let triggers: Set<PolicyTrigger>

    /// What the referrer asked for.
    let wishes: ReferrerWishes

    /// Insider roles that are the referrer's own post.
    private let posts: [String]

    /// Derives the circumstances.
    ///
    /// - Parameters:
    ///   - referrer: class of the referrer with regard to the case; `nil` when nobody reported.
    ///   - posts: what ``ReferrerPosts`` found.
    ///   - identifiersAreWidelyKnown: an officer has stated that others than a referrer hold the numbers of the
    ///     consignment; without that they count as held by a referrer, whether or not there is one.
    ///   - wishes: of the referrer; they only narrow.
    ///   - incident: the case.
    ///   - isUrgent: the document departs at once.
    package init(
        referrer: ReferrerClass?,
        posts: [TermCode] = [],
        identifiersAreWidelyKnown: Bool = false,
        wishes: ReferrerWishes = .none,
        incident: CodedCase,
        isUrgent: Bool = false
    ) {
        var triggers: Set<PolicyTrigger> = [.always]
        if let referrer {
            if referrer.isOnBoard { triggers.insert(.referrerOnBoard) }
            if referrer.worksForOperator { triggers.insert(.referrerWorksForOperator) }
            if referrer.cameThroughCarrier { triggers.insert(.referralThroughCarrier) }
        }
        if !identifiersAreWidelyKnown { triggers.insert(.identifiersHeldByReferrer) }
        if incident.operationalHold.isActive { triggers.insert(.holdActive) }
        if isUrgent { triggers.insert(.urgent) }
        self.triggers = triggers
        self.wishes = wishes
        self.posts = posts.map(\.rawValue)
    }

    /// Whether a circumstance of the whole case holds.
    package func holds(_ trigger: PolicyTrigger) -> Bool { triggers.contains(trigger) }

    /// Whether a circumstance holds for one code of a list.
    package func holds(_ trigger: PolicyTrigger, for code: String) -> Bool {
        trigger == .sharesReferrersPost ? posts.contains(code) : holds(trigger)
    }
}
