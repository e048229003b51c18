// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON
package import Vocabulary

/// Compares bulletins' disclosed claims with subscriptions.
///
/// A code matches itself and its descendants. A bulletin that gives this reader only a coarser code than asked for
/// matches too: an alert too many is read in a minute, one too few is not read at all.
package struct SubscriptionMatcher: Sendable {
    private let vocabularies: Vocabularies

    package init(vocabularies: Vocabularies) {
        self.vocabularies = vocabularies
    }

    /// Why a bulletin matches.
    ///
    /// - Parameters:
    ///   - subscription: what is asked for.
    ///   - claims: the claims that this desk could open.
    /// - Returns: one reason for each facet the subscription names, or nil when one of them does not match. A
    ///   subscription without any facet matches with no reason.
    package func reasons(for subscription: Subscription, in claims: JSONObject) -> [MatchReason]? {
        var reasons: [MatchReason] = []
        for facet in SubscriptionFacet.allCases {
            let asked = subscription.codes(of: facet)
            guard !asked.isEmpty else { continue }
            guard let reason = self.reason(facet, asked: asked, found: Self.codes(of: facet, in: claims)) else {
                return nil
            }
            reasons.append(reason)
        }
        return reasons
    }

    private func reason(_ facet: SubscriptionFacet, asked: [String], found: [String]) -> MatchReason? {
        for code in asked {
            for candidate in found where self.isRelated(candidate, to: code, in: facet) {
                return MatchReason(facet: facet, asked: code, found: candidate)
            }
        }
        return nil
    }

    private func isRelated(_ found: String, to asked: String, in facet: SubscriptionFacet) -> Bool {
        guard found != asked else { return true }
        let terms: TermList
        switch facet {
        case .region: return false
        case .modusOperandi: terms = self.vocabularies.modusOperandi
        case .commodity: terms = self.vocabularies.commodities
        }
        return Self.ancestors(of: found, in: terms).contains(asked)
            || Self.ancestors(of: asked, in: terms).contains(found)
    }

    private static func ancestors(of code: String, in terms: TermList) -> [String] {
        var ancestors: [String] = []
        var current = terms.parent(of: code)
        while let parent = current, ancestors.count < 16 {
            ancestors.append(parent)
            current = terms.parent(of: parent)
        }
        return ancestors
    }

    /// The codes of the finest claim that holds any: beside it, the coarser one would match all its siblings too.
    private static func codes(of facet: SubscriptionFacet, in claims: JSONObject) -> [String] {
        for claim in facet.claims {
            guard let value = claims[claim] else { continue }
            let codes = value.stringValue.map { [$0] } ?? (value.arrayValue ?? []).compactMap { $0.stringValue }
            if !codes.isEmpty { return codes }
        }
        return []
    }
}
