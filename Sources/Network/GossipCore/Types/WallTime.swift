// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A moment on the clock of people, in milliseconds since 1970-01-01 UTC.
///
/// It may jump; nothing in the core is timed by it. HELLO carries its day so that members see who disagrees.
package struct WallTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    package let milliseconds: UInt64

    package init(milliseconds: UInt64) {
        self.milliseconds = milliseconds
    }

    /// Days since 1970-01-01 UTC, the finest time on the wire (protocol 1).
    package var day: UInt64 {
        self.milliseconds / 86_400_000
    }

    package static func < (left: WallTime, right: WallTime) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
