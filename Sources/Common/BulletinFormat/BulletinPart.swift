// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One part of a bulletin as it travels: the public bundle, or a sealed one.
package struct BulletinPart: Hashable, Sendable {
    package let tier: Tier
    package let bytes: [UInt8]

    package init(tier: Tier, bytes: [UInt8]) {
        self.tier = tier
        self.bytes = bytes
    }
}
