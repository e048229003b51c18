// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why a bulletin matched: one line per facet that the subscription names.
package struct MatchReason: Hashable, Sendable {
    package let facet: SubscriptionFacet
    /// The code that the subscription asked for.
    package let asked: String
    /// The code that the bulletin gives.
    package let found: String

    package init(facet: SubscriptionFacet, asked: String, found: String) {
        self.facet = facet
        self.asked = asked
        self.found = found
    }

    /// For people and for `-o json`: `modus-operandi rip-on-rip-off (asked: cargo-contamination)`.
    package var text: String {
        self.asked == self.found
            ? "\(self.facet.rawValue) \(self.found)"
            : "\(self.facet.rawValue) \(self.found) (asked: \(self.asked))"
    }
}
