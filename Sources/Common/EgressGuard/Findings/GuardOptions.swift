// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Limits and switches of a guard.
package struct GuardOptions: Hashable, Sendable {
    /// Texts longer than this many UTF-8 bytes are refused as a whole: one finding over everything.
    package var byteLimit: Int
    /// Total code points of all decoded layers, as a multiple of the input's; beyond: refused as a whole.
    package var expansionLimit: Int
    /// How many decoders may be nested.
    package var depthLimit: Int

    package init(byteLimit: Int = 1 << 20, expansionLimit: Int = 8, depthLimit: Int = 2) {
        self.byteLimit = byteLimit
        self.expansionLimit = expansionLimit
        self.depthLimit = depthLimit
    }

    package static let standard = GuardOptions()
}
