// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Caps that hold before and while a text is parsed.
package struct JSONLimits: Hashable, Sendable {
    /// Longest accepted text, in bytes.
    package let byteLimit: Int

    /// Deepest nesting of arrays and objects; a bare scalar has depth 0.
    package let depthLimit: Int

    /// Most members and elements in the whole text.
    package let memberLimit: Int

    package init(byteLimit: Int, depthLimit: Int, memberLimit: Int) {
        self.byteLimit = byteLimit
        self.depthLimit = depthLimit
        self.memberLimit = memberLimit
    }

    /// Caps of files and requests: 1 MiB, 32 levels, 50,000 members.
    package static let standard = JSONLimits(byteLimit: 1 << 20, depthLimit: 32, memberLimit: 50_000)
}
