// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
package import GossipCore

/// Where a desk reads the date; passed in, so that a demonstration can move it.
package protocol WallClock: Sendable {
    func now() -> WallTime
}

/// The machine's own clock.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> WallTime {
        WallTime(milliseconds: UInt64(max(0, Date().timeIntervalSince1970 * 1_000)))
    }
}
