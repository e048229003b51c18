// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore

/// What a peer's greeting said about the date.
///
/// The greeting names a day and no time (protocol 5.1), so it bounds the peer's clock to 24 hours. A clock that is wrong
/// by a whole day falls outside those bounds at any hour; one that is wrong by minutes does not, and need not.
package struct PeerClock: Hashable, Sendable {
    /// How far two honest clocks may be apart, in milliseconds.
    package static let toleranceMilliseconds: UInt64 = 15 * 60 * 1_000

    /// The day that the peer named: days since 1970-01-01.
    package let day: UInt64
    /// How long ago it named it, in milliseconds of a clock that nobody can set.
    package let ageMilliseconds: UInt64

    package init(day: UInt64, ageMilliseconds: UInt64) {
        self.day = day
        self.ageMilliseconds = ageMilliseconds
    }

    /// Whether the peer's clock and `ours` cannot both be right.
    package func disagrees(with ours: WallTime) -> Bool {
        let dayMilliseconds: UInt64 = 86_400_000
        let (start, isBeyondTime) = self.day.multipliedReportingOverflow(by: dayMilliseconds)
        guard !isBeyondTime, start < UInt64.max / 2, self.ageMilliseconds < UInt64.max / 4 else { return true }
        let earliest = start + self.ageMilliseconds
        let latest = earliest + dayMilliseconds
        return ours.milliseconds + Self.toleranceMilliseconds < earliest
            || ours.milliseconds > latest + Self.toleranceMilliseconds
    }
}
