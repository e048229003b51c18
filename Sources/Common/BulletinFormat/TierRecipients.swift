// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Who can open one sealed tier: usually the one epoch key of its audience.
package struct TierRecipients: Hashable, Sendable {
    package let tier: Tier
    package let keys: [AgreementPublicKey]

    package init(tier: Tier, keys: [AgreementPublicKey]) {
        self.tier = tier
        self.keys = keys
    }
}
