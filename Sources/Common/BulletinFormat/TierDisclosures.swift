// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The salted claims of one tier in the order of their bundle.
package struct TierDisclosures: Hashable, Sendable {
    package let tier: Tier
    package let disclosures: [Disclosure]

    package init(tier: Tier, disclosures: [Disclosure]) {
        self.tier = tier
        self.disclosures = disclosures
    }
}
