// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// SplitMix64: small, fast and the same everywhere; for jitter and choice of partners, never for keys.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        self.state = seed
    }

    package mutating func next() -> UInt64 {
        self.state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A span within 20 % of the given one, either way.
    mutating func jittered(_ span: Duration) -> Duration {
        let nanoseconds = MonotonicTime.nanoseconds(of: span)
        let fifth = nanoseconds / 5
        guard fifth > 0 else { return span }
        let offset = UInt64.random(in: 0...2 * fifth, using: &self)
        return .nanoseconds(Int64(clamping: nanoseconds - fifth + offset))
    }
}
