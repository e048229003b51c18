// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What an office wants to be alerted to.
///
/// Each facet is a list of codes of which one must match; an empty facet matches everything. Facets are joined by "and".
package struct Subscription: Hashable, Sendable, Identifiable {
    /// Random, 32 hex digits; never leaves this desk.
    package let id: String
    /// The office's own name for it; never leaves this desk.
    package let label: String
    /// WCO region codes.
    package let regions: [String]
    /// Modus operandi codes; a code stands for its children too.
    package let modusOperandi: [String]
    /// Commodity codes; a code stands for its children too.
    package let commodities: [String]

    package init(id: String, label: String, regions: [String], modusOperandi: [String], commodities: [String]) {
        self.id = id
        self.label = label
        self.regions = regions
        self.modusOperandi = modusOperandi
        self.commodities = commodities
    }

    /// The codes asked for in one facet.
    package func codes(of facet: SubscriptionFacet) -> [String] {
        switch facet {
        case .region: self.regions
        case .modusOperandi: self.modusOperandi
        case .commodity: self.commodities
        }
    }
}

/// A dimension by which bulletins are matched.
package enum SubscriptionFacet: String, CaseIterable, Sendable {
    case region
    case modusOperandi = "modus-operandi"
    case commodity

    /// Names of the claims that hold this dimension, finest first.
    package var claims: [String] {
        switch self {
        case .region: ["wco_region", "regions"]
        case .modusOperandi: ["mo", "mo_class"]
        case .commodity: ["commodity", "commodity_class"]
        }
    }
}
