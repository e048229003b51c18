// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
package import GossipCore

extension WallTime {
    /// The machine's clock.
    package static func now() -> WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(milliseconds: UInt64(max(0, time.tv_sec)) * 1_000 + UInt64(time.tv_nsec / 1_000_000))
    }
}
