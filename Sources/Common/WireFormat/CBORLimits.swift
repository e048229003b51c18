// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Caps that hold before anything is decoded, so that a hostile value costs no more than its bytes.
package struct CBORLimits: Hashable, Sendable {
    /// Longest accepted encoding, in bytes.
    package let byteLimit: Int

    /// Deepest nesting of arrays and maps; a bare scalar has depth 0.
    package let depthLimit: Int

    /// Most items in one value, counting every scalar, array, map, key and value.
    package let itemLimit: Int

    package init(byteLimit: Int, depthLimit: Int, itemLimit: Int) {
        self.byteLimit = byteLimit
        self.depthLimit = depthLimit
        self.itemLimit = itemLimit
    }

    /// Caps of a frame's payload and of every entry.
    ///
    /// Protocol 3.
    package static let wire = CBORLimits(
        byteLimit: WireConstants.Limit.framePayloadBytes,
        depthLimit: WireConstants.Limit.depth,
        itemLimit: WireConstants.Limit.items
    )

    /// Caps of a roster, which is larger than a frame and holds up to sixteen items per member.
    ///
    /// Protocol 2.
    package static let roster = CBORLimits(
        byteLimit: WireConstants.Limit.rosterBytes,
        depthLimit: WireConstants.Limit.depth,
        itemLimit: WireConstants.Limit.rosterMembers * 16
    )
}
