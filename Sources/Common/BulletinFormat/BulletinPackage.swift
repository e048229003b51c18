// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A bulletin as it travels in an entry: the signed part, and one part per tier in the order of the tiers.
package struct BulletinPackage: Hashable, Sendable {
    /// The compact JWS, ASCII.
    package let core: [UInt8]
    package let parts: [BulletinPart]

    package init(core: [UInt8], parts: [BulletinPart]) {
        self.core = core
        self.parts = parts
    }

    /// Bytes of core and parts together.
    package var byteCount: Int { parts.reduce(core.count) { $0 + $1.bytes.count } }
}
