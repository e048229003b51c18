// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Diagnostics
import EgressGuard
import Logging

/// The relay's log: structured lines on standard error, through the guard.
///
/// A relay holds no vault, hence a guard without keys; the allow-list of fields is what bounds its lines.
enum RelayLog {
    static func logger(level: Logger.Level) -> Logger {
        StructuredLogging.logger(label: "relay", level: level) { line in
            EgressGuard.empty.scan(bytes: line).isEmpty
        }
    }
}
