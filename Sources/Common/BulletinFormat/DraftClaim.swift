// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// One claim that may leave, and who may read it.
package struct DraftClaim: Hashable, Sendable {
    package let name: String
    package let value: JSONValue
    package let tier: Tier

    package init(name: String, value: JSONValue, tier: Tier) {
        self.name = name
        self.value = value
        self.tier = tier
    }
}
