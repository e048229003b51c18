// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The state of one origin's log in the roster.
package struct OriginStanding: Hashable, Sendable {
    /// The life of the log that entries must name.
    package let logEpoch: UInt64
    /// Where the log was closed; nil while it is open.
    package let closedAt: LogClosure?

    package init(logEpoch: UInt64, closedAt: LogClosure? = nil) {
        self.logEpoch = logEpoch
        self.closedAt = closedAt
    }
}
