// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc

/// The time of a log line: UTC, RFC 3339, milliseconds.
package struct LogTimestamp: Sendable, CustomStringConvertible {
    private let seconds: Int
    private let milliseconds: Int

    package init(unixMilliseconds: Int64) {
        self.seconds = Int(unixMilliseconds / 1_000)
        self.milliseconds = Int(unixMilliseconds % 1_000)
    }

    /// The wall clock's time.
    package static func now() -> LogTimestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return LogTimestamp(unixMilliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec / 1_000_000))
    }

    package var description: String {
        var clock = time_t(self.seconds)
        var parts = tm()
        gmtime_r(&clock, &parts)
        let date = "\(Int(parts.tm_year) + 1900)-\(Self.two(parts.tm_mon + 1))-\(Self.two(parts.tm_mday))"
        let time = "\(Self.two(parts.tm_hour)):\(Self.two(parts.tm_min)):\(Self.two(parts.tm_sec))"
        let fraction = String(1_000 + self.milliseconds).dropFirst()
        return "\(date)T\(time).\(fraction)Z"
    }

    private static func two(_ value: Int32) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
