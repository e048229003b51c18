// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Foundation
package import GossipCore
import NodeRuntime

/// The demo's wall clock: the machine's own, moved on by a number of days that stands in a file.
///
/// Only the demo's composition has it. TLS and every interval run on the real clock.
package struct DemoClock: WallClock {
    private let file: URL

    package init(file: URL) {
        self.file = file
    }

    package func now() -> WallTime {
        WallTime(milliseconds: SystemClock().now().milliseconds + UInt64(self.days) * 86_400_000)
    }

    /// How many days the clock was moved on.
    package var days: Int {
        guard let data = FileManager.default.contents(atPath: self.file.path) else { return 0 }
        return max(0, Int(String(decoding: data, as: UTF8.self)) ?? 0)
    }

    /// Moves the clock on.
    package func advance(days: Int) throws {
        try Data("\(self.days + days)".utf8).write(to: self.file, options: .atomic)
    }
}
