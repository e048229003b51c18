// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A moment on a clock that never goes back, in nanoseconds since an arbitrary start.
///
/// Drivers read it from the operating system's monotonic clock, the simulator from its virtual one. It is never compared
/// between two nodes and never goes on the wire.
package struct MonotonicTime: Hashable, Comparable, Sendable {
    /// Nanoseconds since the clock's start.
    package let nanoseconds: UInt64

    package init(nanoseconds: UInt64) {
        self.nanoseconds = nanoseconds
    }

    /// The start of the clock.
    package static let zero = MonotonicTime(nanoseconds: 0)

    package static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The moment that much later; a negative span counts as none.
    package func advanced(by span: Duration) -> MonotonicTime {
        MonotonicTime(nanoseconds: self.nanoseconds &+ Self.nanoseconds(of: span))
    }

    /// How long ago another moment was; zero if it lies ahead.
    package func elapsed(since earlier: MonotonicTime) -> Duration {
        guard self.nanoseconds > earlier.nanoseconds else { return .zero }
        return .nanoseconds(Int64(clamping: self.nanoseconds - earlier.nanoseconds))
    }

    /// Whole nanoseconds of a span; zero for a negative one.
    package static func nanoseconds(of span: Duration) -> UInt64 {
        let (seconds, attoseconds) = span.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(seconds) &* 1_000_000_000 &+ UInt64(attoseconds / 1_000_000_000)
    }
}
